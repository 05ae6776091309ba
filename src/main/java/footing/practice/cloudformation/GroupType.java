package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.optional;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.IamClient;

/** {@code AWS::IAM::Group}, which carries no tags. */
final class GroupType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(optional("GroupName", TEXT).replacing(),
            PrincipalPolicies.MANAGED, optional("Path", TEXT), PrincipalPolicies.INLINE);

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
        policies(iam, group).bring(before, asked);
    }

    private static PrincipalPolicies policies(IamClient iam, String group) {
        return new PrincipalPolicies(
                (name, document) -> iam.putGroupPolicy((call) -> call.groupName(group)
                        .policyName(name)
                        .policyDocument(document)),
                (name) -> iam.deleteGroupPolicy((call) -> call.groupName(group).policyName(name)),
                (arn) -> iam.attachGroupPolicy((call) -> call.groupName(group).policyArn(arn)),
                (arn) -> iam.detachGroupPolicy((call) -> call.groupName(group).policyArn(arn)));
    }

    /** Refused while somebody is in the group, as IAM refuses it. */
    @Override
    public void delete(Request request) {
        IamClient iam = iam(request);
        String group = request.physicalId();
        policies(iam, group).clear(request.properties());
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
