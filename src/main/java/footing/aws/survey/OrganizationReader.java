package footing.aws.survey;

import footing.account.Fact;
import footing.account.Organization;
import footing.account.Reading;
import footing.aws.FromSdk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.OrganizationFeatureSet;

/** The organization that the account is in, as every account of it may see it. */
final class OrganizationReader {

    static final List<Reader<?>> READERS = List
            .of(Reader.of(Fact.ORGANIZATION, OrganizationReader::organization, "organizations:DescribeOrganization"));

    private OrganizationReader() {
    }

    private static Reading<Optional<Organization>> organization(Asking asking) {
        return asking
                .askUnless(Ask.of(OrganizationsClient.class, asking.home(), "DescribeOrganization",
                        DescribeOrganizationRequest.builder().build(), OrganizationsClient::describeOrganization)
                        .seeing(OrganizationReader::seen), Absent.on("AWSOrganizationsNotInUseException"))
                .map((response) -> response.flatMap((given) -> Optional.ofNullable(given.organization()))
                        .map((told) -> new Organization(FromSdk.text(told.id()), FromSdk.text(told.masterAccountId()),
                                told.featureSet() == OrganizationFeatureSet.ALL)));
    }

    private static Map<String, String> seen(DescribeOrganizationResponse response) {
        return Optional.ofNullable(response.organization())
                .map((told) -> Values.of()
                        .and("Id", told.id())
                        .and("MasterAccountId", told.masterAccountId())
                        .and("FeatureSet", told.featureSetAsString())
                        .map())
                .orElse(Map.of());
    }
}
