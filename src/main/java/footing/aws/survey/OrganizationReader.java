package footing.aws.survey;

import footing.account.CentralRootAccess;
import footing.account.Fact;
import footing.account.Organization;
import footing.account.Reading;
import footing.aws.FromSdk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.FeatureType;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesRequest;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.OrganizationFeatureSet;

/** The organization that the account is in, as every account of it may see it, and what only its manager may. */
final class OrganizationReader {

    static final List<Reader<?>> READERS = List.of(
            Reader.of(Fact.ORGANIZATION, OrganizationReader::organization, "organizations:DescribeOrganization"),
            Reader.of(Fact.CENTRAL_ROOT_ACCESS, OrganizationReader::centralRootAccess,
                    "iam:ListOrganizationsFeatures", "organizations:DescribeOrganization"));

    /** IAM may not look into the organization, so it looks after none of its root users. */
    private static final Absent[] OFF = {Absent.on("ServiceAccessNotEnabledException"),
        Absent.on("ServiceAccessNotEnabled")};

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

    /** Nobody else is asked: IAM would refuse them, and each refusal stands in their CloudTrail. */
    private static Reading<Optional<CentralRootAccess>> centralRootAccess(Asking asking) {
        return organization(asking).flatMap((organization) -> organization
                .filter((one) -> one.allFeatures() && one.isManagedBy(asking.identity().account()))
                .map((managed) -> features(asking))
                .orElseGet(() -> Reading.seen(Optional.empty())));
    }

    private static Reading<Optional<CentralRootAccess>> features(Asking asking) {
        return asking
                .askUnless(Ask.of(IamClient.class, asking.home(), "ListOrganizationsFeatures",
                        ListOrganizationsFeaturesRequest.builder().build(), IamClient::listOrganizationsFeatures)
                        .seeing((response) -> Values.of()
                                .and("EnabledFeatures", Values.some(response.enabledFeaturesAsStrings().stream()))
                                .map()),
                        OFF)
                .map((response) -> Optional.of(response
                        .map((given) -> new CentralRootAccess(
                                given.enabledFeatures().contains(FeatureType.ROOT_CREDENTIALS_MANAGEMENT),
                                given.enabledFeatures().contains(FeatureType.ROOT_SESSIONS)))
                        .orElse(new CentralRootAccess(false, false))));
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
