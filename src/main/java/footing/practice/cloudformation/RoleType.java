package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.DOCUMENT;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.Plain.WHOLE;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import footing.practice.service.Tags;
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
            PrincipalPolicies.MANAGED,
            PrincipalPolicies.INLINE,
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
            request.retag((keys) -> iam.untagRole((call) -> call.roleName(role).tagKeys(keys)),
                    (tags) -> iam.tagRole((call) -> call.roleName(role).tags(tags(tags))));
        }
        policies(iam, role).bring(before, asked);
    }

    private static PrincipalPolicies policies(IamClient iam, String role) {
        return new PrincipalPolicies(
                (name, document) -> iam.putRolePolicy((call) -> call.roleName(role)
                        .policyName(name)
                        .policyDocument(document)),
                (name) -> iam.deleteRolePolicy((call) -> call.roleName(role).policyName(name)),
                (arn) -> iam.attachRolePolicy((call) -> call.roleName(role).policyArn(arn)),
                (arn) -> iam.detachRolePolicy((call) -> call.roleName(role).policyArn(arn)));
    }

    @Override
    public void delete(Request request) {
        IamClient iam = iam(request);
        String role = request.physicalId();
        policies(iam, role).clear(request.properties());
        iam.deleteRole((call) -> call.roleName(role));
    }

    @Override
    public SortedMap<String, String> attributeValues(Request request) {
        Role role = iam(request).getRole((call) -> call.roleName(request.physicalId())).role();
        return new TreeMap<>(Map.of("Arn", role.arn(), "RoleId", role.roleId()));
    }

    static List<Tag> tags(Map<String, String> tags) {
        return Tags.list(tags, (key, value) -> Tag.builder().key(key).value(value).build());
    }

    private static IamClient iam(Request request) {
        return request.site().client(IamClient.class);
    }
}
