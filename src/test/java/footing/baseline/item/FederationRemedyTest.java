package footing.baseline.item;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.account.Fact;
import footing.account.IdentityCenter;
import footing.account.IdentityProviders;
import footing.account.Organization;
import footing.account.Reading;
import footing.account.Regional;
import footing.account.States;
import footing.baseline.Item;
import footing.choices.Access;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.choices.OpenIdChoice;
import footing.choices.SamlChoice;
import footing.choices.SamlSamples;
import footing.plan.Change;
import footing.plan.Change.StackResource;
import footing.plan.Guide;
import footing.plan.Remedy;
import footing.plan.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FederationRemedyTest {

    private static final Item FEDERATION = new Federation();
    private static final String GITHUB = "token.actions.githubusercontent.com";
    private static final SamlChoice SAML = new SamlChoice("login", Optional.of("a.xml"),
            Optional.of(SamlSamples.metadata()), new TreeMap<>(Map.of("readers", List.of("ReadOnlyAccess"))));

    private static OpenIdChoice openId(String host, String subject) {
        return new OpenIdChoice("https://" + host, "sts.amazonaws.com",
                new TreeMap<>(Map.of("deploy", new OpenIdChoice.Role(subject, List.of("PowerUserAccess")))));
    }

    private static Choices choices(Optional<SamlChoice> saml, Optional<OpenIdChoice> openId) {
        return ExampleChoices.of(States.fresh().account()).withAccess(new Access(false, saml, openId));
    }

    private static AccountState account(List<IdentityProviders.Saml> saml, String... issuers) {
        return States.fresh()
                .seen(Fact.IDENTITY_PROVIDERS, new IdentityProviders(saml, java.util.Arrays.stream(issuers)
                        .map((issuer) -> "arn:aws:iam::123456789012:oidc-provider/" + issuer)
                        .toList()))
                .account();
    }

    private static AccountState holding(AccountState account, String... logicalIds) {
        return account.with(Fact.SECURITY_STACK, Reading.seen(Optional.of(new DeployedStack("footing-security",
                States.HOME, "CREATE_COMPLETE", """
                    Resources:
                      SamlProvider:
                        Type: AWS::IAM::SAMLProvider
                        Properties: {Name: login, SamlMetadataDocument: <earlier/>}
                    """,
                java.util.Arrays.stream(logicalIds)
                        .map((id) -> new DeployedStack.Resource(id, "AWS::IAM::SAMLProvider",
                                "arn:aws:iam::123456789012:saml-provider/login", "CREATE_COMPLETE"))
                        .toList()))));
    }

    private static List<Change> changes(AccountState account, Choices choices) {
        return FEDERATION.remedy(account, choices) instanceof Remedy.Changes(List<Change> changes, _)
                ? changes
                : List.of();
    }

    private static List<String> made(AccountState account, Choices choices) {
        return changes(account, choices).stream().map((change) -> switch (change) {
            case StackResource resource -> resource.logicalId();
            case Change.ManualStep(ItemId item, Guide guide) -> guide.key();
            case Change.DirectSetting<?> setting -> "setting";
        }).toList();
    }

    private static Value.Fields trust(AccountState account, Choices choices) {
        return changes(account, choices).stream()
                .filter((change) -> change instanceof StackResource one && one.type().equals("AWS::IAM::Role"))
                .map((change) -> (Value.Fields) ((StackResource) change).properties()
                        .fields()
                        .get("AssumeRolePolicyDocument"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingIsMade_andTheWayToIdentityCenterIsShown_whereNobodyChose() {
        assertThat(made(account(List.of()), choices(Optional.empty(), Optional.empty())))
                .containsExactly("guide.federation");
    }

    @Test
    void samlProvider_isMade_withRolesForTheAudienceOfTheSignIn() {
        Choices choices = choices(Optional.of(SAML), Optional.empty());

        assertThat(made(account(List.of()), choices)).containsExactly("SamlProvider", "SamlRoleReaders");
        assertThat(trust(account(List.of()), choices).toString()).contains("sts:AssumeRoleWithSAML")
                .contains("Federated=Ref[logicalId=SamlProvider]")
                .contains("SAML:aud=Text[text=https://signin.aws.amazon.com/saml]");
    }

    @Test
    void openIdProvider_isMade_withATrustOfOneAudienceAndOneSubject() {
        Choices exact = choices(Optional.empty(), Optional.of(openId("login.example.com", "user-1")));
        Choices pattern = choices(Optional.empty(), Optional.of(openId(GITHUB, "repo:example/shop:*")));

        assertThat(made(account(List.of()), exact)).containsExactly("OpenIdProvider", "OpenIdRoleDeploy");
        assertThat(trust(account(List.of()), exact).toString()).contains("sts:AssumeRoleWithWebIdentity")
                .contains("StringEquals=Fields[fields={login.example.com:aud=Text[text=sts.amazonaws.com],"
                        + " login.example.com:sub=Text[text=user-1]}]");
        assertThat(trust(account(List.of()), pattern).toString())
                .contains("StringLike=Fields[fields={" + GITHUB + ":sub=Text[text=repo:example/shop:*]}]");
        // Programs come from there; people still need a way.
        assertThat(made(account(List.of()), pattern)).containsExactly("OpenIdProvider", "OpenIdRoleDeploy",
                "guide.federation");
    }

    @Test
    void openIdProvider_ofSomebodyElse_isTrustedAsItIs() {
        Choices choices = choices(Optional.empty(), Optional.of(openId(GITHUB, "repo:example/shop:*")));

        assertThat(made(account(List.of(), GITHUB), choices)).startsWith("OpenIdRoleDeploy");
        assertThat(trust(account(List.of(), GITHUB), choices).toString())
                .contains("Federated=Text[text=arn:aws:iam::123456789012:oidc-provider/" + GITHUB);
    }

    @Test
    void samlProvider_ofSomebodyElse_isNeverReplaced() {
        AccountState account = account(List.of(new IdentityProviders.Saml(
                "arn:aws:iam::123456789012:saml-provider/login", Optional.of(States.NOW.plus(Duration.ofDays(9))))));
        Choices choices = choices(Optional.of(SAML), Optional.empty());

        assertThat(FEDERATION.complaints(account, choices)).extracting(Complaint::field, Complaint::key)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("access.saml.name", "complaint.saml-taken"));
        assertThat(made(account, choices)).isEmpty();
        assertThat(FEDERATION.complaints(account, choices.withLeave(Set.of(ItemId.FEDERATION)))).isEmpty();
        assertThat(FEDERATION.complaints(holding(account, "SamlProvider"), choices)).isEmpty();
    }

    @Test
    void metadata_staysAsItIs_whereNoFileIsNamed_andIsAskedFor_whereThereIsNone() {
        SamlChoice silent = new SamlChoice("login", Optional.empty(), Optional.empty(), SAML.roles());
        Choices choices = choices(Optional.of(silent), Optional.empty());

        assertThat(FEDERATION.complaints(account(List.of()), choices)).extracting(Complaint::field)
                .containsExactly("access.saml.metadataFile");
        assertThat(made(account(List.of()), choices)).containsExactly("guide.federation");
        assertThat(changes(holding(account(List.of()), "SamlProvider"), choices)).first()
                .asString()
                .contains("SamlMetadataDocument=Text[text=<earlier/>]");
    }

    @Test
    void what_footingMade_goes_whereNobodyChoosesItAnyMore_butNotWhereNobodyCouldLook() {
        Choices none = choices(Optional.empty(), Optional.empty());
        AccountState center = States.fresh()
                .seen(Fact.IDENTITY_CENTERS, Regional.of(List.of(States.HOME), (region) -> Reading.seen(
                        List.of(new IdentityCenter("arn", States.ACCOUNT, true)))))
                .seen(Fact.ORGANIZATION, Optional.of(new Organization("o-1", States.ACCOUNT, true)))
                .account();
        AccountState blind = holding(center, "SamlProvider", "SamlRoleReaders")
                .with(Fact.IDENTITY_PROVIDERS, States.denied("iam:ListSAMLProviders"));

        assertThat(FEDERATION.remedy(holding(center, "SamlProvider"), none))
                .isEqualTo(new Remedy.Changes(List.of(), Remedy.Reason.IN_ORDER));
        assertThat(FEDERATION.remedy(center, none)).isEqualTo(Remedy.nothing(Remedy.Reason.IN_ORDER));
        assertThat(FEDERATION.remedy(blind, none)).isEqualTo(Remedy.nothing(Remedy.Reason.NOT_SEEN));
        assertThat(FEDERATION.remedy(blind, choices(Optional.of(SAML), Optional.empty())))
                .isEqualTo(Remedy.nothing(Remedy.Reason.NOT_SEEN));
    }
}
