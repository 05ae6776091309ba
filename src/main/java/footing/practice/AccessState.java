package footing.practice;

/**
 * What services beside IAM know of people and access: analyzers, IAM Identity Center, the organization.
 *
 * @param organization the organization that the account is a member of, as {@code organizations:DescribeOrganization}
 * tells it
 */
public record AccessState(
        java.util.Optional<software.amazon.awssdk.services.organizations.model.Organization> organization) {
}
