package footing.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How resources of one stack name each other: {@code Ref}, {@code GetAtt}, {@code Sub}. */
public final class References {

    /** The names that CloudFormation itself gives a meaning. */
    public static final Set<String> PSEUDO_PARAMETERS = Set.of("AWS::AccountId", "AWS::NotificationARNs",
            "AWS::NoValue",
            "AWS::Partition", "AWS::Region", "AWS::StackId", "AWS::StackName", "AWS::URLSuffix");

    private static final Pattern NAMED = Pattern.compile("\\$\\{([^!}][^}]*)}");

    private References() {
    }

    /** The logical ids that a value names, pseudo parameters left out. */
    public static SortedSet<String> of(Value value) {
        SortedSet<String> found = new TreeSet<>();
        gather(value, found);
        found.removeAll(PSEUDO_PARAMETERS);
        return Collections.unmodifiableSortedSet(found);
    }

    /** All that must be there before a resource can be: what it names, and what it is to come after. */
    public static SortedSet<String> of(Change.StackResource resource) {
        SortedSet<String> found = new TreeSet<>(of(resource.properties()));
        found.addAll(resource.after());
        return Collections.unmodifiableSortedSet(found);
    }

    private static void gather(Value value, Set<String> found) {
        switch (value) {
            case Value.Text text -> {
            }
            case Value.Whole number -> {
            }
            case Value.Flag flag -> {
            }
            case Value.Absent absent -> {
            }
            case Value.Items(List<Value> items) -> items.forEach((item) -> gather(item, found));
            case Value.Fields fields -> fields.fields().values().forEach((field) -> gather(field, found));
            case Value.Ref(String logicalId) -> found.add(logicalId);
            case Value.GetAtt(String logicalId, String attribute) -> found.add(logicalId);
            case Value.Sub(String text) -> {
                Matcher names = NAMED.matcher(text);
                while (names.find()) {
                    found.add(names.group(1).strip().split("\\.", 2)[0]);
                }
            }
        }
    }

    /**
     * The reference that fields are the long form of, or else the fields themselves.
     *
     * @throws IllegalArgumentException where they are a function of CloudFormation that Footing does not write
     */
    public static Value shortened(Value.Fields fields) {
        if (fields.fields().size() != 1) {
            return fields;
        }
        Map.Entry<String, Value> only = fields.fields().firstEntry();
        return switch (only.getKey()) {
            case ValueJson.REF -> new Value.Ref(textOf(only.getValue(), ValueJson.REF));
            case ValueJson.SUB -> new Value.Sub(textOf(only.getValue(), ValueJson.SUB));
            case ValueJson.GET_ATT -> getAtt(only.getValue());
            default -> {
                if (only.getKey().startsWith("Fn::") || (only.getKey().equals("Condition")
                        && only.getValue() instanceof Value.Text)) {
                    throw new IllegalArgumentException("a function that Footing does not write: " + only.getKey());
                }
                yield fields;
            }
        };
    }

    /** {@code Topic.Arn}, or the two apart. */
    public static Value.GetAtt getAtt(Value value) {
        if (value instanceof Value.Items(List<Value> parts) && parts.size() == 2) {
            return new Value.GetAtt(textOf(parts.getFirst(), ValueJson.GET_ATT),
                    textOf(parts.getLast(), ValueJson.GET_ATT));
        }
        String[] parts = textOf(value, ValueJson.GET_ATT).split("\\.", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("an attribute of nothing: " + value);
        }
        return new Value.GetAtt(parts[0], parts[1]);
    }

    private static String textOf(Value value, String function) {
        if (value instanceof Value.Text(String text)) {
            return text;
        }
        throw new IllegalArgumentException(function + " of something that is not a text");
    }
}
