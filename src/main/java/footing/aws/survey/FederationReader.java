package footing.aws.survey;

import footing.account.Fact;
import footing.account.IdentityCenter;
import footing.account.IdentityProviders;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.aws.FromSdk;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersRequest;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;
import software.amazon.awssdk.services.iam.model.SAMLProviderListEntry;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.ssoadmin.model.InstanceMetadata;
import software.amazon.awssdk.services.ssoadmin.model.InstanceStatus;
import software.amazon.awssdk.services.ssoadmin.model.ListInstancesRequest;

/** Where people come from who are no IAM users: IAM Identity Center, and the identity providers that IAM trusts. */
final class FederationReader {

    static final List<Reader<?>> READERS = List.of(
            Reader.of(Fact.IDENTITY_CENTERS, FederationReader::identityCenters, "sso:ListInstances"),
            Reader.of(Fact.IDENTITY_PROVIDERS, FederationReader::identityProviders, "iam:ListSAMLProviders",
                    "iam:ListOpenIDConnectProviders"));

    private FederationReader() {
    }

    private static Reading<Regional<List<IdentityCenter>>> identityCenters(Asking asking) {
        return Reading.seen(asking.inEachRegion(FederationReader::identityCenters));
    }

    private static Reading<List<IdentityCenter>> identityCenters(Asking asking, Region region) {
        return asking
                .pages(Ask.of(SsoAdminClient.class, region, "ListInstances", ListInstancesRequest.builder().build(),
                        SsoAdminClient::listInstances)
                        .seeing((response) -> Values.of().and("Instances", response.instances().size()).map()),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()))
                .map((pages) -> pages.stream()
                        .flatMap((page) -> page.instances().stream())
                        .map(FederationReader::identityCenter)
                        .toList());
    }

    private static IdentityCenter identityCenter(InstanceMetadata told) {
        return new IdentityCenter(FromSdk.text(told.instanceArn()), FromSdk.text(told.ownerAccountId()),
                told.status() == InstanceStatus.ACTIVE);
    }

    private static Reading<IdentityProviders> identityProviders(Asking asking) {
        Asking.Meanwhile<Reading<List<String>>> openIdConnect = asking.start(FederationReader::openIdConnect);
        return Reading.both(saml(asking), openIdConnect.get(), IdentityProviders::new);
    }

    private static Reading<List<IdentityProviders.Saml>> saml(Asking asking) {
        return asking
                .ask(Ask.of(IamClient.class, asking.home(), "ListSAMLProviders",
                        ListSamlProvidersRequest.builder().build(), IamClient::listSAMLProviders)
                        .seeing((response) -> Values.of()
                                .and("SAMLProviderList", Values.some(
                                        response.samlProviderList().stream().map(SAMLProviderListEntry::arn)))
                                .map()))
                .map((response) -> response.samlProviderList()
                        .stream()
                        .map((told) -> new IdentityProviders.Saml(FromSdk.text(told.arn()),
                                Optional.ofNullable(told.validUntil())))
                        .toList());
    }

    private static Reading<List<String>> openIdConnect(Asking asking) {
        return asking
                .ask(Ask.of(IamClient.class, asking.home(), "ListOpenIDConnectProviders",
                        ListOpenIdConnectProvidersRequest.builder().build(), IamClient::listOpenIDConnectProviders)
                        .seeing((response) -> Values.of()
                                .and("OpenIDConnectProviderList", Values.some(response.openIDConnectProviderList()
                                        .stream()
                                        .map(OpenIDConnectProviderListEntry::arn)))
                                .map()))
                .map((response) -> response.openIDConnectProviderList()
                        .stream()
                        .map((told) -> FromSdk.text(told.arn()))
                        .toList());
    }
}
