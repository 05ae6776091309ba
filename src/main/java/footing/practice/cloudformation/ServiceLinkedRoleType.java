package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.DeletionTaskStatusType;

/** {@code AWS::IAM::ServiceLinkedRole}, which fails where the role is there already. */
final class ServiceLinkedRoleType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(required("AWSServiceName", TEXT).replacing(),
            optional("CustomSuffix", TEXT).replacing(), optional("Description", TEXT));

    private static final Kind KIND = Kind.of("AWS::IAM::ServiceLinkedRole", PROPERTIES).giving("RoleName");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        Properties asked = request.properties();
        return iam(request).createServiceLinkedRole((call) -> {
            call.awsServiceName(asked.needed("AWSServiceName"));
            asked.text("CustomSuffix").ifPresent(call::customSuffix);
            asked.text("Description").ifPresent(call::description);
        }).role().roleName();
    }

    @Override
    public void configure(Request request) {
        request.before()
                .ifPresent((before) -> iam(request).updateRole((call) -> call.roleName(request.physicalId())
                        .description(request.properties().text("Description").orElse(""))));
    }

    @Override
    public void delete(Request request) {
        IamClient iam = iam(request);
        String task = iam.deleteServiceLinkedRole((call) -> call.roleName(request.physicalId())).deletionTaskId();
        if (iam.getServiceLinkedRoleDeletionStatus((call) -> call.deletionTaskId(task))
                .status() == DeletionTaskStatusType.FAILED) {
            throw new HandlerRefusal("GeneralServiceException",
                    "Role " + request.physicalId() + " cannot be deleted, since its service still uses it.");
        }
    }

    private static IamClient iam(Request request) {
        return request.site().client(IamClient.class);
    }
}
