package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.DOCUMENT;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.Plain.WHOLE;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.listOf;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/** {@code AWS::IAM::Role}. */
final class RoleType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(optional("RoleName", TEXT).replacing(),
            required("AssumeRolePolicyDocument", DOCUMENT), optional("Path", TEXT).replacing(),
            optional("Description", TEXT), optional("MaxSessionDuration", WHOLE),
            optional("ManagedPolicyArns", listOf(TEXT)),
            optional("Policies",
                    listOf(fields(required("PolicyName", TEXT), required("PolicyDocument", DOCUMENT)))),
            optional("Tags", Shape.tags()));

    private static final Kind KIND = Kind.of("AWS::IAM::Role", PROPERTIES)
            .giving("Arn", "RoleId")
            .namedBy("RoleName")
            .tagged(Tagging.STACK);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        Properties asked = request.properties();
        return iam(request).createRole((call) -> {
            call.roleName(request.named("RoleName"))
                    .assumeRolePolicyDocument(asked.document("AssumeRolePolicyDocument").orElseThrow())
                    .tags(tags(request.tags()));
            asked.text("Path").ifPresent(call::path);
            asked.text("Description").ifPresent(call::description);
            asked.whole("MaxSessionDuration").ifPresent(call::maxSessionDuration);
        }).role().roleName();
    }

    @Override
    public void configure(Request request) {
        IamClient iam = iam(request);
        String role = request.physicalId();
        Properties asked = request.properties();
        Properties before = request.before().orElse(Properties.NONE);
        if (request.before().isPresent()) {
            iam.updateAssumeRolePolicy((call) -> call.roleName(role)
                    .policyDocument(asked.document("AssumeRolePolicyDocument").orElseThrow()));
            iam.updateRole((call) -> call.roleName(role)
                    .description(asked.text("Description").orElse(""))
                    .maxSessionDuration(asked.whole("MaxSessionDuration").orElse(3600)));
            iam.tagRole((call) -> call.roleName(role).tags(tags(request.tags())));
        }
        Map<String, String> policies = policies(asked);
        policies.forEach((name, document) -> iam.putRolePolicy((call) -> call.roleName(role)
                .policyName(name)
                .policyDocument(document)));
        policies(before).keySet()
                .stream()
                .filter((name) -> !policies.containsKey(name))
                .forEach((name) -> iam.deleteRolePolicy((call) -> call.roleName(role).policyName(name)));
        List<String> managed = asked.texts("ManagedPolicyArns");
        List<String> attached = before.texts("ManagedPolicyArns");
        managed.stream()
                .filter((arn) -> !attached.contains(arn))
                .forEach((arn) -> iam.attachRolePolicy((call) -> call.roleName(role).policyArn(arn)));
        attached.stream()
                .filter((arn) -> !managed.contains(arn))
                .forEach((arn) -> iam.detachRolePolicy((call) -> call.roleName(role).policyArn(arn)));
    }

    /** The documents of the inline policies, by name. */
    private static Map<String, String> policies(Properties properties) {
        Map<String, String> policies = new TreeMap<>();
        properties.items("Policies")
                .forEach((policy) -> policies.put(policy.needed("PolicyName"),
                        policy.document("PolicyDocument").orElseThrow()));
        return policies;
    }

    @Override
    public void delete(Request request) {
        IamClient iam = iam(request);
        String role = request.physicalId();
        policies(request.properties()).keySet()
                .forEach((name) -> ResourceType
                        .ifThere(() -> iam.deleteRolePolicy((call) -> call.roleName(role).policyName(name))));
        request.properties()
                .texts("ManagedPolicyArns")
                .forEach((arn) -> ResourceType
                        .ifThere(() -> iam.detachRolePolicy((call) -> call.roleName(role).policyArn(arn))));
        iam.deleteRole((call) -> call.roleName(role));
    }

    @Override
    public SortedMap<String, String> attributeValues(Request request) {
        Role role = iam(request).getRole((call) -> call.roleName(request.physicalId())).role();
        return new TreeMap<>(Map.of("Arn", role.arn(), "RoleId", role.roleId()));
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet()
                .stream()
                .map((tag) -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private static IamClient iam(Request request) {
        return request.site().client(IamClient.class);
    }
}
