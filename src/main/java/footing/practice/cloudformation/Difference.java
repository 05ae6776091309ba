package footing.practice.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import footing.practice.ChangeSet.Detail;
import footing.practice.StackState.Applied;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What differs between what a resource is and what it is to be. */
record Difference(List<Detail> details) {

    enum Replacement {
        FALSE("False"),
        CONDITIONAL("Conditional"),
        TRUE("True");

        private final String written;

        Replacement(String written) {
            this.written = written;
        }

        String written() {
            return written;
        }
    }

    static Difference between(ResourceType type, Applied was, Applied wanted) {
        List<Detail> details = new ArrayList<>();
        JsonNode before = Properties.parse(was.properties());
        JsonNode after = Properties.parse(wanted.properties());
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode left = before.path(name);
            JsonNode right = after.path(name);
            if (!left.equals(right)) {
                boolean dynamic = right.toString().contains(Functions.KNOWN_AFTER_APPLY);
                boolean replaces = Optional.ofNullable(type.kind().properties().fields().get(name))
                        .filter((field) -> replaces(field, left, right))
                        .isPresent();
                String recreation = !replaces ? "Never" : dynamic ? "Conditionally" : "Always";
                boolean tags = name.equals("Tags");
                details.add(new Detail(tags ? "Tags" : "Properties", tags ? "" : name, recreation, dynamic,
                        text(left), text(right)));
            }
        }
        boolean listed = details.stream().anyMatch((detail) -> detail.scope().equals("Tags"));
        if (!was.tags().equals(wanted.tags()) && !listed) {
            details.add(new Detail("Tags", "", "Never", false, was.tags().toString(), wanted.tags().toString()));
        }
        if (!was.metadata().equals(wanted.metadata())) {
            details.add(new Detail("Metadata", "", "Never", false, was.metadata(), wanted.metadata()));
        }
        if (!was.deletionPolicy().equals(wanted.deletionPolicy())) {
            details.add(new Detail("DeletionPolicy", "", "Never", false, was.deletionPolicy(),
                    wanted.deletionPolicy()));
        }
        return new Difference(List.copyOf(details));
    }

    /** Also where it is only a part of the property that cannot be changed. */
    private static boolean replaces(Shape.Field field, JsonNode left, JsonNode right) {
        return !left.equals(right)
                && (field.replaces() || (field.shape() instanceof Shape.Fields parts && parts.fields()
                        .values()
                        .stream()
                        .anyMatch((part) -> replaces(part, left.path(part.name()), right.path(part.name())))));
    }

    boolean isEmpty() {
        return details.isEmpty();
    }

    Replacement replacement() {
        if (details.stream().anyMatch((detail) -> detail.recreation().equals("Always"))) {
            return Replacement.TRUE;
        }
        return details.stream().anyMatch((detail) -> detail.recreation().equals("Conditionally"))
                ? Replacement.CONDITIONAL
                : Replacement.FALSE;
    }

    private static String text(JsonNode node) {
        return node instanceof MissingNode ? "" : node.isTextual() ? node.textValue() : node.toString();
    }
}
