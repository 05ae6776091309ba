package footing.choices;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An activity that somebody should hear of, with the metric filter pattern that finds it in CloudTrail's events. The
 * first fourteen patterns are
 * written exactly as Security Hub's CloudWatch.1 to CloudWatch.14 want them, nothing added; the fifteenth is CIS 4.15
 * (organization changes).
 */
public enum Activity {
    ROOT_USE(
            "{$.userIdentity.type=\"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !=\"AwsServiceEvent\"}"),
    UNAUTHORIZED_CALLS("{($.errorCode=\"*UnauthorizedOperation\") || ($.errorCode=\"AccessDenied*\")}"),
    SIGN_IN_WITHOUT_MFA(
            "{($.eventName=\"ConsoleLogin\") && ($.additionalEventData.MFAUsed !=\"Yes\")"
                    + " && ($.userIdentity.type=\"IAMUser\") && ($.responseElements.ConsoleLogin=\"Success\")}"),
    IAM_CHANGES(events("iam", "DeleteGroupPolicy", "DeleteRolePolicy", "DeleteUserPolicy", "PutGroupPolicy",
            "PutRolePolicy", "PutUserPolicy",
            "CreatePolicy", "DeletePolicy", "CreatePolicyVersion", "DeletePolicyVersion", "AttachRolePolicy",
            "DetachRolePolicy",
            "AttachUserPolicy", "DetachUserPolicy", "AttachGroupPolicy", "DetachGroupPolicy")),
    CLOUDTRAIL_CHANGES(events("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging")),
    FAILED_SIGN_IN("{($.eventName=ConsoleLogin) && ($.errorMessage=\"Failed authentication\")}"),
    KMS_KEY_REMOVAL(events("kms", "DisableKey", "ScheduleKeyDeletion")),
    BUCKET_POLICY_CHANGES(events("s3", "PutBucketAcl", "PutBucketPolicy", "PutBucketCors", "PutBucketLifecycle",
            "PutBucketReplication",
            "DeleteBucketPolicy", "DeleteBucketCors", "DeleteBucketLifecycle", "DeleteBucketReplication")),
    CONFIG_CHANGES(events("config", "StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel",
            "PutConfigurationRecorder")),
    SECURITY_GROUP_CHANGES(
            events("AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress",
                    "RevokeSecurityGroupEgress", "CreateSecurityGroup", "DeleteSecurityGroup")),
    NETWORK_ACL_CHANGES(events("CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry",
            "ReplaceNetworkAclEntry", "ReplaceNetworkAclAssociation")),
    GATEWAY_CHANGES(
            events("CreateCustomerGateway", "DeleteCustomerGateway", "AttachInternetGateway", "CreateInternetGateway",
                    "DeleteInternetGateway", "DetachInternetGateway")),
    ROUTE_TABLE_CHANGES(events("ec2", "CreateRoute", "CreateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation",
            "DeleteRouteTable",
            "DeleteRoute", "DisassociateRouteTable")),
    VPC_CHANGES(events("CreateVpc", "DeleteVpc", "ModifyVpcAttribute", "AcceptVpcPeeringConnection",
            "CreateVpcPeeringConnection",
            "DeleteVpcPeeringConnection", "RejectVpcPeeringConnection", "AttachClassicLinkVpc", "DetachClassicLinkVpc",
            "DisableVpcClassicLink", "EnableVpcClassicLink")),
    ORGANIZATION_CHANGES(events("organizations", "AcceptHandshake", "AttachPolicy", "CreateAccount",
            "CreateOrganizationalUnit", "CreatePolicy",
            "DeclineHandshake", "DeleteOrganization", "DeleteOrganizationalUnit", "DeletePolicy", "DetachPolicy",
            "DisablePolicyType",
            "EnablePolicyType", "InviteAccountToOrganization", "LeaveOrganization", "MoveAccount",
            "RemoveAccountFromOrganization",
            "UpdatePolicy", "UpdateOrganizationalUnit"));

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String pattern;

    Activity(String pattern) {
        this.pattern = pattern;
    }

    /** As the choices file writes it: {@code root-use}. */
    public String id() {
        return id;
    }

    /** The pattern for a metric filter, at most 1,024 characters. */
    public String pattern() {
        return pattern;
    }

    public static Optional<Activity> of(String id) {
        return Arrays.stream(values()).filter((activity) -> activity.id.equals(id)).findFirst();
    }

    private static String events(String first, String... names) {
        boolean source = Character.isLowerCase(first.charAt(0));
        List<String> all = source
                ? List.of(names)
                : java.util.stream.Stream.concat(java.util.stream.Stream.of(first), Arrays.stream(names)).toList();
        String any = all.stream().map((name) -> "($.eventName=" + name + ")").collect(Collectors.joining(" || "));
        return source ? "{($.eventSource=" + first + ".amazonaws.com) && (" + any + ")}" : "{" + any + "}";
    }
}
