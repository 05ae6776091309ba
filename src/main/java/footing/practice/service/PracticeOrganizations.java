package footing.practice.service;

import footing.practice.call.Errors;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.AwsOrganizationsNotInUseException;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.Organization;

/** AWS Organizations, as an account sees the organization that it is in. */
public final class PracticeOrganizations implements OrganizationsClient {

    private final Here here;

    public PracticeOrganizations(Here here) {
        this.here = here;
    }

    @Override
    public DescribeOrganizationResponse describeOrganization(DescribeOrganizationRequest request) {
        Organization organization = here.account()
                .access()
                .organization()
                .orElseThrow(() -> Errors.error(AwsOrganizationsNotInUseException.builder(), "Organizations",
                        "AWSOrganizationsNotInUseException", 400,
                        "Your account is not a member of an organization."));
        return DescribeOrganizationResponse.builder().organization(organization).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
