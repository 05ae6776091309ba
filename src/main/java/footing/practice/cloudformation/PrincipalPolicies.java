package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.DOCUMENT;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.listOf;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The policies of one group or role: templates write them alike, and IAM has the same four operations for both.
 *
 * @param put writes an inline policy: its name, its document
 * @param delete takes an inline policy away by its name
 * @param attach attaches a managed policy by its ARN
 * @param detach detaches one
 */
record PrincipalPolicies(BiConsumer<String, String> put, Consumer<String> delete, Consumer<String> attach,
        Consumer<String> detach) {

    static final Shape.Field INLINE = optional("Policies",
            listOf(fields(required("PolicyName", TEXT), required("PolicyDocument", DOCUMENT))));
    static final Shape.Field MANAGED = optional("ManagedPolicyArns", listOf(TEXT));

    /** Brings them from what the properties gave before to what they ask for. */
    void bring(Properties before, Properties asked) {
        Map<String, String> inline = inline(asked);
        inline.forEach(put);
        inline(before).keySet().stream().filter((name) -> !inline.containsKey(name)).forEach(delete);
        List<String> managed = asked.texts(MANAGED.name());
        List<String> attached = before.texts(MANAGED.name());
        managed.stream().filter((arn) -> !attached.contains(arn)).forEach(attach);
        attached.stream().filter((arn) -> !managed.contains(arn)).forEach(detach);
    }

    /** Takes away what the properties gave, as far as it is still there. */
    void clear(Properties given) {
        inline(given).keySet().forEach((name) -> ResourceType.ifThere(() -> delete.accept(name)));
        given.texts(MANAGED.name()).forEach((arn) -> ResourceType.ifThere(() -> detach.accept(arn)));
    }

    /** The documents of the inline policies, by name. */
    private static Map<String, String> inline(Properties properties) {
        Map<String, String> policies = new TreeMap<>();
        properties.items(INLINE.name())
                .forEach((policy) -> policies.put(policy.needed("PolicyName"),
                        policy.document("PolicyDocument").orElseThrow()));
        return policies;
    }
}
