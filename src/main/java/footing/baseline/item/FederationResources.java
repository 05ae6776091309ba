package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.IdentityProviders;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.EarlierAccess;
import footing.choices.FederationRules;
import footing.choices.ItemId;
import footing.choices.OpenIdChoice;
import footing.choices.SamlChoice;
import footing.choices.SamlMetadata;
import footing.plan.Change.StackResource;
import footing.plan.Stack;
import footing.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The identity providers that people chose, each with roles that trust it and nobody else: by SAML for the audience of
 * AWS's sign-in, by OpenID Connect for one audience and one subject.
 */
final class FederationResources {

    private static final String SAML = "AWS::IAM::SAMLProvider";
    private static final String OPEN_ID = "AWS::IAM::OIDCProvider";
    private static final String ROLE = "AWS::IAM::Role";

    private final AccountState account;

    private FederationResources(AccountState account) {
        this.account = account;
    }

    /** Of an account of which it was seen what IAM trusts already; none where nobody chose any. */
    static List<StackResource> of(AccountState account, Choices choices) {
        FederationResources resources = new FederationResources(account);
        List<StackResource> all = new ArrayList<>();
        choices.access().saml().ifPresent((saml) -> all.addAll(resources.saml(saml)));
        choices.access().openIdConnect().ifPresent((issuer) -> all.addAll(resources.openIdConnect(issuer)));
        return all;
    }

    static List<Complaint> complaints(AccountState account, Choices choices) {
        Optional<SamlChoice> chosen = choices.access().saml();
        if (chosen.isEmpty()) {
            return List.of();
        }
        if (samlTaken(account, chosen.get())) {
            return FederationRules.taken("access.saml.name", chosen.get().name());
        }
        return metadata(account, chosen.get()).isEmpty()
                ? FederationRules.noMetadata("access.saml.metadataFile")
                : List.of();
    }

    private static Optional<String> metadata(AccountState account, SamlChoice saml) {
        return saml.metadata().map(SamlMetadata::text).or(() -> EarlierAccess.metadata(account));
    }

    private static boolean samlTaken(AccountState account, SamlChoice saml) {
        return account.read(Fact.IDENTITY_PROVIDERS)
                .found()
                .stream()
                .flatMap((providers) -> providers.saml().stream())
                .anyMatch((one) -> one.name().equals(saml.name()) && !account.madeByFooting(SAML, one.arn()));
    }

    private List<StackResource> saml(SamlChoice saml) {
        Optional<String> metadata = metadata(account, saml)
                .filter((text) -> !samlTaken(account, saml));
        if (metadata.isEmpty()) {
            return List.of();
        }
        List<StackResource> all = new ArrayList<>();
        all.add(resource(SamlChoice.PROVIDER, SAML, Value.fields("Name", Value.text(saml.name()))
                .with("SamlMetadataDocument", Value.text(metadata.get()))));
        Value.Fields conditions = Value.fields("StringEquals", Value.fields("SAML:aud",
                Value.text(account.identity().partition().samlAudience())));
        saml.roles()
                .forEach((name, policies) -> all.add(role(SamlChoice.logicalId(name), name, policies,
                        trust(new Value.Ref(SamlChoice.PROVIDER), "sts:AssumeRoleWithSAML", conditions))));
        return all;
    }

    private List<StackResource> openIdConnect(OpenIdChoice chosen) {
        List<StackResource> all = new ArrayList<>();
        String arn = account.arn("iam", "", "oidc-provider/" + chosen.issuer());
        Value provider = new Value.Ref(OpenIdChoice.PROVIDER);
        if (Made.physicalId(account, OpenIdChoice.PROVIDER).filter(arn::equals).isPresent() || !isThere(arn)) {
            all.add(resource(OpenIdChoice.PROVIDER, OPEN_ID, Value.fields("Url", Value.text(chosen.url()))
                    .with("ClientIdList", Value.texts(List.of(chosen.audience())))));
        } else {
            // IAM has one for each issuer, so somebody else's is trusted as it is.
            provider = Value.text(arn);
        }
        Value principal = provider;
        chosen.roles().forEach((name, role) -> {
            Value.Fields audience = Value.fields(chosen.issuer() + ":aud", Value.text(chosen.audience()));
            Value.Fields subject = Value.fields(chosen.issuer() + ":sub", Value.text(role.subject()));
            Value.Fields conditions = role.isPattern()
                    ? Value.fields("StringEquals", audience).with("StringLike", subject)
                    : Value.fields("StringEquals", audience.and(subject));
            all.add(role(OpenIdChoice.logicalId(name), name, role.policies(),
                    trust(principal, "sts:AssumeRoleWithWebIdentity", conditions)));
        });
        return all;
    }

    /** Whether Footing's stack holds anything of it, which goes where nobody chooses it any more. */
    static boolean anyHeld(AccountState account) {
        return account.stack(Stack.SECURITY.stackName())
                .stream()
                .flatMap((stack) -> stack.resources().stream())
                .anyMatch((one) -> SamlChoice.isOfSaml(one.logicalId()) || OpenIdChoice.isOfOpenId(one.logicalId()));
    }

    private boolean isThere(String arn) {
        return account.read(Fact.IDENTITY_PROVIDERS)
                .found()
                .map(IdentityProviders::openIdConnect)
                .filter((arns) -> arns.contains(arn))
                .isPresent();
    }

    private static Value.Fields trust(Value provider, String action, Value.Fields conditions) {
        return Statements.document(Value.fields("Effect", Value.text("Allow"))
                .with("Principal", Value.fields("Federated", provider))
                .with("Action", Value.text(action))
                .with("Condition", conditions));
    }

    private StackResource role(String logicalId, String name, List<String> policies, Value.Fields trust) {
        return resource(logicalId, ROLE, Value.fields("RoleName", Value.text(name))
                .with("AssumeRolePolicyDocument", trust)
                .with("ManagedPolicyArns", Statements.managedPolicies(account, policies)));
    }

    private static StackResource resource(String logicalId, String type, Value.Fields properties) {
        return new StackResource(ItemId.FEDERATION, Stack.SECURITY, logicalId, type, properties, false, Set.of());
    }
}
