package footing.practice.cloudformation;

import footing.practice.cloudformation.Template.Declared;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the IAM resources of a template ask of whoever deploys it.
 *
 * @param name {@code CAPABILITY_IAM}
 * @param types the types of the resources that ask for it
 */
record Capability(String name, SortedSet<String> types) {

    private static final String NAMED = "CAPABILITY_NAMED_IAM";

    /** Empty where the template has no such resource. */
    static Optional<Capability> of(Template template) {
        List<Declared> iam = template.resources()
                .values()
                .stream()
                .filter((one) -> one.type().startsWith("AWS::IAM::"))
                .toList();
        SortedSet<String> types = new TreeSet<>();
        iam.forEach((one) -> types.add(one.type()));
        return iam.isEmpty()
                ? Optional.empty()
                : Optional.of(new Capability(iam.stream().anyMatch(Capability::isNamed) ? NAMED : "CAPABILITY_IAM",
                        types));
    }

    private static boolean isNamed(Declared declared) {
        return ResourceTypes.of(declared.type())
                .kind()
                .nameProperty()
                .filter((property) -> declared.properties().has(property))
                .isPresent();
    }

    boolean isAmong(List<String> given) {
        return given.contains(name) || given.contains(NAMED);
    }

    /** In CloudFormation's words. */
    String reason() {
        return "The following resource(s) require capabilities: " + types;
    }
}
