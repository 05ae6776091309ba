package footing.practice.service;

import footing.practice.IamState.RoleState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.DeletionTaskStatusType;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusResponse;
import software.amazon.awssdk.services.iam.model.Role;

/** The roles that belong to a service of AWS, each of which a service has once to an account. */
abstract class IamServiceRoles extends IamRoles {

    /** Each service's role, as far as it is known here. */
    private static final Map<String, String> NAMES = Map.of("config.amazonaws.com", "AWSServiceRoleForConfig",
            "access-analyzer.amazonaws.com", "AWSServiceRoleForAccessAnalyzer", "guardduty.amazonaws.com",
            "AWSServiceRoleForAmazonGuardDuty");

    IamServiceRoles(Here here) {
        super(here);
    }

    @Override
    public CreateServiceLinkedRoleResponse createServiceLinkedRole(CreateServiceLinkedRoleRequest request) {
        String service = String.valueOf(request.awsServiceName());
        String name = name(service);
        // None of the services that are known here takes more than one role.
        if (request.customSuffix() != null) {
            throw IamErrors.input("Custom suffix is not allowed for " + service);
        }
        Role role = newRole(name, "/aws-service-role/" + service + "/")
                .assumeRolePolicyDocument(("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                        + "\"Principal\":{\"Service\":\"%s\"},\"Action\":\"sts:AssumeRole\"}]}").formatted(service))
                .description(request.description())
                .maxSessionDuration(3600)
                .tags(List.of())
                .build();
        here.update((account) -> {
            if (account.iam().roles().has(name)) {
                throw IamErrors.input("Service role name %s has been taken in this account, please try a different"
                        .formatted(name) + " suffix.");
            }
            return account.withIam((iam) -> iam.withRoles(
                    (roles) -> roles.with(name, new RoleState(role, new TreeMap<>(), List.of()))));
        });
        return CreateServiceLinkedRoleResponse.builder().role(encoded(role)).build();
    }

    /** Only the names of services that have such a role are taken. */
    private static String name(String service) {
        return Optional.ofNullable(NAMES.get(service))
                .orElseThrow(() -> IamErrors.input("Service %s does not have a service-linked role that can be created"
                        .formatted(service)));
    }

    /** The role goes at once, unless its service still uses it. */
    @Override
    public DeleteServiceLinkedRoleResponse deleteServiceLinkedRole(DeleteServiceLinkedRoleRequest request) {
        String task = "task/%s/%s".formatted(request.roleName(), Here.uuid(request.roleName() + here.now()));
        here.update((account) -> {
            RoleState old = role(account, request.roleName());
            boolean used = account.config()
                    .recorders()
                    .all()
                    .stream()
                    .anyMatch((recorder) -> recorder.recorder().roleARN().equals(old.role().arn()));
            return used
                    ? account
                    : account.withIam((iam) -> iam.withRoles((roles) -> roles.without(old.role().roleName())));
        });
        return DeleteServiceLinkedRoleResponse.builder().deletionTaskId(task).build();
    }

    @Override
    public GetServiceLinkedRoleDeletionStatusResponse getServiceLinkedRoleDeletionStatus(
            GetServiceLinkedRoleDeletionStatusRequest request) {
        boolean there = here.account().iam().roles().has(roleOf(request.deletionTaskId()));
        return GetServiceLinkedRoleDeletionStatusResponse.builder()
                .status(there ? DeletionTaskStatusType.FAILED : DeletionTaskStatusType.SUCCEEDED)
                .build();
    }

    private static String roleOf(@Nullable String task) {
        String[] parts = String.valueOf(task).split("/", -1);
        return parts.length > 1 ? parts[1] : "";
    }
}
