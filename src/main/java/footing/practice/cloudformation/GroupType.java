package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.DOCUMENT;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.listOf;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.IamClient;

/** {@code AWS::IAM::Group}, which carries no tags. */
final class GroupType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(optional("GroupName", TEXT).replacing(),
            optional("ManagedPolicyArns", listOf(TEXT)), optional("Path", TEXT), optional("Policies",
                    listOf(fields(required("PolicyName", TEXT), required("PolicyDocument", DOCUMENT)))));

    private static final Kind KIND = Kind.of("AWS::IAM::Group", PROPERTIES).giving("Arn").namedBy("GroupName");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        return iam(request).createGroup((call) -> {
            call.groupName(request.named("GroupName"));
            request.properties().text("Path").ifPresent(call::path);
        }).group().groupName();
    }

    @Override
    public void configure(Request request) {
        IamClient iam = iam(request);
        String group = request.physicalId();
        Properties asked = request.properties();
        Properties before = request.before().orElse(Properties.NONE);
        if (request.before().isPresent() && !asked.text("Path").equals(before.text("Path"))) {
            iam.updateGroup((call) -> call.groupName(group).newPath(asked.text("Path").orElse("/")));
        }
        Map<String, String> policies = policies(asked);
        policies.forEach((name, document) -> iam.putGroupPolicy((call) -> call.groupName(group)
                .policyName(name)
                .policyDocument(document)));
        policies(before).keySet()
                .stream()
                .filter((name) -> !policies.containsKey(name))
                .forEach((name) -> iam.deleteGroupPolicy((call) -> call.groupName(group).policyName(name)));
        List<String> managed = asked.texts("ManagedPolicyArns");
        List<String> attached = before.texts("ManagedPolicyArns");
        managed.stream()
                .filter((arn) -> !attached.contains(arn))
                .forEach((arn) -> iam.attachGroupPolicy((call) -> call.groupName(group).policyArn(arn)));
        attached.stream()
                .filter((arn) -> !managed.contains(arn))
                .forEach((arn) -> iam.detachGroupPolicy((call) -> call.groupName(group).policyArn(arn)));
    }

    private static Map<String, String> policies(Properties properties) {
        Map<String, String> policies = new TreeMap<>();
        properties.items("Policies")
                .forEach((policy) -> policies.put(policy.needed("PolicyName"),
                        policy.document("PolicyDocument").orElseThrow()));
        return policies;
    }

    /** Refused while somebody is in the group, as IAM refuses it. */
    @Override
    public void delete(Request request) {
        IamClient iam = iam(request);
        String group = request.physicalId();
        policies(request.properties()).keySet()
                .forEach((name) -> ResourceType
                        .ifThere(() -> iam.deleteGroupPolicy((call) -> call.groupName(group).policyName(name))));
        request.properties()
                .texts("ManagedPolicyArns")
                .forEach((arn) -> ResourceType
                        .ifThere(() -> iam.detachGroupPolicy((call) -> call.groupName(group).policyArn(arn))));
        iam.deleteGroup((call) -> call.groupName(group));
    }

    @Override
    public SortedMap<String, String> attributeValues(Request request) {
        return new TreeMap<>(Map.of("Arn",
                iam(request).getGroup((call) -> call.groupName(request.physicalId())).group().arn()));
    }

    private static IamClient iam(Request request) {
        return request.site().client(IamClient.class);
    }
}
