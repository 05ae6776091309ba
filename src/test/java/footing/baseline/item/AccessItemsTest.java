package footing.baseline.item;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Absence;
import footing.account.Analyzer;
import footing.account.DeployedStack;
import footing.account.Fact;
import footing.account.IamPeople;
import footing.account.IdentityCenter;
import footing.account.IdentityProviders;
import footing.account.Organization;
import footing.account.Partition;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.account.States;
import footing.baseline.Baseline;
import footing.baseline.Finding;
import footing.baseline.Item;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.Access;
import footing.choices.Choices;
import footing.choices.Conventions;
import footing.choices.ExampleChoices;
import footing.choices.Groups;
import footing.plan.Change;
import footing.plan.Change.StackResource;
import footing.plan.Remedy;
import footing.plan.Value;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessItemsTest {

    private static final Item GROUPS = new RoleGroups();
    private static final Item FEDERATION = new Federation();
    private static final Item REVIEW = new AccessReview();
    private static final Choices CHOICES = ExampleChoices.of(States.fresh().account());
    private static final Region ELSEWHERE = Region.US_EAST_1;

    private static IamPeople.User user(String name, List<String> attached, List<String> inline) {
        return new IamPeople.User(name, "arn", List.of(), attached, inline, Map.of());
    }

    private static IamPeople.Group group(String name, String... attached) {
        return new IamPeople.Group(name, "arn", List.of(attached), List.of());
    }

    private static States people(List<IamPeople.User> users, IamPeople.Group... groups) {
        return States.fresh().seen(Fact.IAM_PEOPLE, new IamPeople(users, List.of(groups)));
    }

    private static List<Change> changes(Item item, AccountState account, Choices choices) {
        return item.remedy(account, choices) instanceof Remedy.Changes(List<Change> changes, _) ? changes : List.of();
    }

    private static List<String> made(AccountState account, Choices choices) {
        return changes(GROUPS, account, choices).stream()
                .filter(StackResource.class::isInstance)
                .map((change) -> ((StackResource) change).logicalId())
                .toList();
    }

    @Test
    void roleGroups_isNotMet_whenAUserHoldsPoliciesOfItsOwn() {
        AccountState account = people(
                List.of(user("zoe", List.of("arn:aws:iam::aws:policy/ReadOnlyAccess"), List.of()),
                        user("amy", List.of(), List.of("inline")), user("joe", List.of(), List.of())),
                group("dev", "arn:aws:iam::aws:policy/ReadOnlyAccess")).account();

        Verdict verdict = GROUPS.judge(account);
        assertThat(verdict.key()).isEqualTo("item.role-groups.outcome.policies-on-users");
        assertThat(verdict.values()).containsEntry("users", "amy, zoe").containsEntry("count", "2");
        assertThat(Baseline.judge(GROUPS, account, Map.of(), LocalDate.of(2026, 3, 1)).actor())
                .isEqualTo(Finding.Actor.BY_HAND);
        assertThat(changes(GROUPS, account, CHOICES)).singleElement().isInstanceOf(Change.ManualStep.class);
    }

    @Test
    void roleGroups_isAdopted_whenTheAccountHasGroupsOfItsOwn() {
        AccountState account = people(List.of(), group("dev", "arn:aws:iam::aws:policy/ReadOnlyAccess")).account();

        assertThat(GROUPS.judge(account).status()).isEqualTo(Status.MET);
        assertThat(GROUPS.remedy(account, CHOICES)).isEqualTo(Remedy.nothing(Remedy.Reason.ADOPTED));
    }

    @Test
    void roleGroups_areMade_whereNoneHoldsAManagedPolicy_besideGroupsOfTheSameName() {
        AccountState account = people(List.of(), group("Billing"), group("dev")).account();

        assertThat(GROUPS.judge(account).key()).isEqualTo("item.role-groups.outcome.no-groups");
        assertThat(made(account, CHOICES)).containsExactly("GroupAdministrators", "GroupOperations", "GroupReadOnly",
                "GroupSecurityAudit");
        assertThat(changes(GROUPS, account, CHOICES)).first()
                .isEqualTo(new StackResource(GROUPS.id(), ((StackResource) changes(GROUPS, account, CHOICES).getFirst())
                        .stack(), "GroupAdministrators", "AWS::IAM::Group",
                        Value.fields("GroupName", Value.text("administrators"))
                                .with("ManagedPolicyArns",
                                        Value.texts(List.of("arn:aws:iam::aws:policy/AdministratorAccess"))),
                        true, java.util.Set.of()));
        assertThat(GROUPS.remedy(account, CHOICES.withGroups(Groups.NONE)))
                .isEqualTo(Remedy.nothing(Remedy.Reason.NOT_DECIDED));
    }

    @Test
    void roleGroups_stayAsked_onceFootingHasMadeThem() {
        Groups wanted = new Groups(new TreeMap<>(Map.of("ops", List.of("ReadOnlyAccess"))));
        DeployedStack stack = new DeployedStack("footing-security", States.HOME, "CREATE_COMPLETE", "",
                List.of(new DeployedStack.Resource("GroupOps", "AWS::IAM::Group", "ops", "CREATE_COMPLETE")));
        AccountState account = people(List.of(), group("ops", "arn:aws:iam::aws:policy/ReadOnlyAccess"))
                .seen(Fact.SECURITY_STACK, Optional.of(stack))
                .account();

        assertThat(GROUPS.judge(account).values()).containsEntry("groups", "ops");
        assertThat(made(account, CHOICES.withGroups(wanted))).containsExactly("GroupOps");
    }

    @Test
    void policies_haveTheArnsOfThePartition() {
        AccountState fresh = people(List.of()).account();
        AccountState china = new AccountState(new footing.account.Identity(States.ACCOUNT, "arn", Optional.empty(),
                Partition.AWS_CN), new Region("cn-north-1"), List.of(), States.NOW, fresh.readings());

        assertThat(changes(GROUPS, china, CHOICES)).first()
                .asString()
                .contains("arn:aws-cn:iam::aws:policy/AdministratorAccess");
    }

    private static AccountState analyzers(Map<Region, Reading<List<Analyzer>>> readings) {
        return States.fresh().seen(Fact.ANALYZERS, new Regional<>(new TreeMap<>(readings))).account();
    }

    private static Reading<List<Analyzer>> analyzer(String type, String status) {
        return Reading.seen(List.of(new Analyzer("a", "arn", type, status)));
    }

    @ParameterizedTest
    @CsvSource({"ACCOUNT, ACTIVE, active, MET", "ORGANIZATION, ACTIVE, active, MET",
        "ACCOUNT, CREATING, creating, PENDING", "ACCOUNT, DISABLED, broken, NOT_MET",
        "ACCOUNT_UNUSED_ACCESS, ACTIVE, none, NOT_MET"})
    void accessReview_isJudged_byTypeAndStatus(String type, String status, String outcome, Status expected) {
        Verdict verdict = REVIEW.judge(analyzers(Map.of(States.HOME, analyzer(type, status))));

        assertThat(verdict.key()).isEqualTo("item.access-review.outcome." + outcome);
        assertThat(verdict.status()).isEqualTo(expected);
    }

    @Test
    void accessReview_namesTheRegions_thatHaveNone() {
        Verdict verdict = REVIEW.judge(analyzers(Map.of(States.HOME, analyzer("ACCOUNT", "ACTIVE"), ELSEWHERE,
                Reading.seen(List.of()), new Region("eu-west-1"), States.denied("access-analyzer:ListAnalyzers"))));

        assertThat(verdict.status()).isEqualTo(Status.NOT_MET);
        assertThat(verdict.values()).containsEntry("regions", "us-east-1").containsEntry("unseenRegions", "eu-west-1");
    }

    @Test
    void accessReview_isUnknown_whenNoRegionCouldBeSeen() {
        assertThat(REVIEW.judge(analyzers(Map.of(States.HOME, States.denied("access-analyzer:ListAnalyzers"))))
                .status()).isEqualTo(Status.UNKNOWN);
    }

    private static AccountState withStack(AccountState account, String... logicalIds) {
        DeployedStack stack = new DeployedStack("footing-config", States.HOME, "CREATE_COMPLETE", "",
                java.util.Arrays.stream(logicalIds)
                        .map((id) -> new DeployedStack.Resource(id, "AWS::AccessAnalyzer::Analyzer", "arn:" + id,
                                "CREATE_COMPLETE"))
                        .toList());
        return account.with(Fact.CONFIG_STACKS, Reading.seen(Regional.of(List.of(States.HOME, ELSEWHERE),
                (region) -> Reading.seen(Optional.of(stack).filter((one) -> region.equals(one.region()))))));
    }

    private static List<String> analyzersMade(AccountState account, Choices choices) {
        return changes(REVIEW, account, choices.withRegions(List.of(States.HOME, ELSEWHERE))).stream()
                .map((change) -> change instanceof StackResource resource
                        ? resource.stack().label() + " " + resource.logicalId()
                        : "by hand")
                .toList();
    }

    private static final Choices UNUSED = CHOICES.withAccess(Access.USUAL.withUnusedAccess(true));

    @Test
    void analyzers_areMade_inEachRegionThatHasNone_andThatCouldBeSeen() {
        AccountState account = withStack(analyzers(Map.of(States.HOME, Reading.seen(List.of()), ELSEWHERE,
                Reading.seen(List.of()))));
        AccountState adopted = withStack(analyzers(Map.of(States.HOME, analyzer("ORGANIZATION", "ACTIVE"), ELSEWHERE,
                Reading.seen(List.of()))));
        AccountState denied = withStack(analyzers(Map.of(States.HOME, Reading.seen(List.of()), ELSEWHERE,
                States.denied("access-analyzer:ListAnalyzers"))));

        assertThat(analyzersMade(account, CHOICES)).containsExactly(
                "footing-config-eu-central-1 ExternalAccessAnalyzer",
                "footing-config-us-east-1 ExternalAccessAnalyzer");
        assertThat(analyzersMade(adopted, CHOICES))
                .containsExactly("footing-config-us-east-1 ExternalAccessAnalyzer");
        assertThat(analyzersMade(denied, CHOICES))
                .containsExactly("footing-config-eu-central-1 ExternalAccessAnalyzer");
    }

    @Test
    void analyzer_ofUnusedAccess_isMadeOnce_whereItIsChosen_andWhereThereIsNone() {
        AccountState account = withStack(analyzers(Map.of(States.HOME, analyzer("ACCOUNT", "ACTIVE"), ELSEWHERE,
                analyzer("ACCOUNT", "ACTIVE"))));
        AccountState there = withStack(analyzers(Map.of(States.HOME, analyzer("ORGANIZATION_UNUSED_ACCESS", "ACTIVE"),
                ELSEWHERE, analyzer("ACCOUNT", "ACTIVE"))));

        assertThat(analyzersMade(account, UNUSED)).containsExactly("footing-config-eu-central-1 UnusedAccessAnalyzer");
        assertThat(analyzersMade(account, CHOICES)).isEmpty();
        assertThat(REVIEW.remedy(account, CHOICES)).isEqualTo(Remedy.nothing(Remedy.Reason.ADOPTED));
        assertThat(analyzersMade(there, UNUSED)).containsExactly("footing-config-eu-central-1 ExternalAccessAnalyzer");
    }

    @Test
    void analyzers_stayAsked_onceFootingHasMadeThem_andSoDoesTheChoice() {
        AccountState account = withStack(analyzers(Map.of(States.HOME, Reading.seen(List.of(
                new Analyzer("footing-external-access", "a", "ACCOUNT", "ACTIVE"),
                new Analyzer("footing-unused-access", "b", "ACCOUNT_UNUSED_ACCESS", "ACTIVE"))))),
                "ExternalAccessAnalyzer", "UnusedAccessAnalyzer");

        assertThat(Conventions.choices(account).access()).isEqualTo(Access.USUAL.withUnusedAccess(true));
        assertThat(analyzersMade(account, UNUSED)).containsExactly(
                "footing-config-eu-central-1 ExternalAccessAnalyzer",
                "footing-config-eu-central-1 UnusedAccessAnalyzer");
        assertThat(analyzersMade(account, CHOICES))
                .containsExactly("footing-config-eu-central-1 ExternalAccessAnalyzer");
    }

    @Test
    void analyzer_ofUnusedAccess_goes_whereItIsChosenNoMore_andNothingElseIsAsked() {
        AccountState account = withStack(analyzers(Map.of(States.HOME, Reading.seen(List.of(
                new Analyzer("theirs", "a", "ACCOUNT", "ACTIVE"),
                new Analyzer("footing-unused-access", "b", "ACCOUNT_UNUSED_ACCESS", "ACTIVE"))))),
                "UnusedAccessAnalyzer");

        assertThat(REVIEW.remedy(account, CHOICES))
                .isEqualTo(new Remedy.Changes(List.of(), Remedy.Reason.ADOPTED));
    }

    @Test
    void analyzer_ofSomebodyElse_thatIsBroken_isMendedByHand_andJoinedByNoOther() {
        AccountState account = withStack(analyzers(Map.of(States.HOME, analyzer("ACCOUNT", "FAILED"), ELSEWHERE,
                Reading.seen(List.of()))));
        AccountState ours = withStack(analyzers(Map.of(States.HOME, analyzer("ACCOUNT", "FAILED"))),
                "ExternalAccessAnalyzer");

        assertThat(analyzersMade(account, CHOICES))
                .containsExactly("footing-config-us-east-1 ExternalAccessAnalyzer", "by hand");
        assertThat(analyzersMade(ours, CHOICES))
                .containsExactly("footing-config-eu-central-1 ExternalAccessAnalyzer");
    }

    private static States centers(Reading<List<IdentityCenter>> home, Reading<List<IdentityCenter>> elsewhere) {
        return States.fresh()
                .seen(Fact.IDENTITY_CENTERS, Regional.of(List.of(States.HOME, ELSEWHERE),
                        (region) -> region.equals(ELSEWHERE) ? elsewhere : home));
    }

    private static IdentityProviders.Saml saml(String name, int validDays) {
        return new IdentityProviders.Saml("arn:aws:iam::123456789012:saml-provider/" + name,
                Optional.of(States.NOW.plus(Duration.ofDays(validDays))));
    }

    private static Verdict providers(List<IdentityProviders.Saml> saml, String... openIdConnect) {
        List<String> arns = new ArrayList<>();
        for (String issuer : openIdConnect) {
            arns.add("arn:aws:iam::123456789012:oidc-provider/" + issuer);
        }
        return FEDERATION.judge(
                States.fresh().seen(Fact.IDENTITY_PROVIDERS, new IdentityProviders(saml, arns)).account());
    }

    @Test
    void federation_isMet_byAnIdentityCenterAnywhere_thoughAnotherRegionIsDenied() {
        AccountState account = centers(States.denied("sso:ListInstances"),
                Reading.seen(List.of(new IdentityCenter("arn", States.ACCOUNT, true))))
                .seen(Fact.ORGANIZATION, Optional.of(new Organization("o-1", States.ACCOUNT, true)))
                .account();

        assertThat(FEDERATION.judge(account).key()).isEqualTo("item.federation.outcome.identity-center");
        assertThat(FEDERATION.judge(account).values()).containsEntry("region", "us-east-1");
    }

    @Test
    void federation_isNotMet_byAnInstanceOfAnAccountThatStandsAlone() {
        AccountState account = centers(Reading.seen(List.of(new IdentityCenter("arn", States.ACCOUNT, true))),
                Reading.seen(List.of())).account();

        assertThat(FEDERATION.judge(account).key()).isEqualTo("item.federation.outcome.none");
    }

    @Test
    void federation_isNotMet_byAnInstanceThatAMemberOfAnOrganizationMadeForItself() {
        AccountState member = centers(Reading.seen(List.of(new IdentityCenter("arn", States.ACCOUNT, true))),
                Reading.seen(List.of()))
                .seen(Fact.ORGANIZATION, Optional.of(new Organization("o-1", "999999999999", true)))
                .account();

        assertThat(FEDERATION.judge(member).key()).isEqualTo("item.federation.outcome.none");
    }

    @Test
    void federation_isUnknown_whenNobodyCouldSeeWhetherAnInstanceIsTheOrganizations() {
        AccountState hidden = centers(Reading.seen(List.of(new IdentityCenter("arn", States.ACCOUNT, true))),
                Reading.seen(List.of())).account()
                .with(Fact.ORGANIZATION, States.denied("organizations:DescribeOrganization"));
        AccountState saml = hidden.with(Fact.IDENTITY_PROVIDERS,
                Reading.seen(new IdentityProviders(List.of(saml("adfs", 1)), List.of())));

        assertThat(FEDERATION.judge(hidden).status()).isEqualTo(Status.UNKNOWN);
        assertThat(FEDERATION.judge(hidden).values())
                .containsEntry("permission", "organizations:DescribeOrganization");
        assertThat(FEDERATION.judge(saml).key()).isEqualTo("item.federation.outcome.saml");
    }

    @Test
    void federation_isUnknown_whenARegionThatMightHaveOneWasNotSeen() {
        AccountState denied = centers(States.denied("sso:ListInstances"), Reading.seen(List.of())).account();
        AccountState off = centers(Reading.seen(List.of()),
                new Reading.Unavailable<>(new Absence(Absence.Kind.NOT_OFFERED, ""))).account();

        assertThat(FEDERATION.judge(denied).status()).isEqualTo(Status.UNKNOWN);
        assertThat(FEDERATION.judge(denied).values()).containsEntry("permission", "sso:ListInstances");
        assertThat(FEDERATION.judge(off).status()).isEqualTo(Status.NOT_MET);
    }

    @Test
    void federation_isMet_byASamlProviderThatHasNotExpired() {
        assertThat(providers(List.of(saml("adfs", 1), saml("old", -1))).values()).containsEntry("providers", "adfs");
        assertThat(providers(List.of(saml("AWSSSO_1_DO_NOT_DELETE", 1))).key())
                .isEqualTo("item.federation.outcome.assigned");
        assertThat(providers(List.of(saml("old", -1))).key()).isEqualTo("item.federation.outcome.expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token.actions.githubusercontent.com", "oidc.eks.eu-central-1.amazonaws.com/id/ABC",
        "gitlab.com"})
    void federation_isNotMet_byProvidersForPrograms(String issuer) {
        assertThat(providers(List.of(), issuer).key()).isEqualTo("item.federation.outcome.none");
    }

    @Test
    void federation_asksForAWord_whenPeopleMightComeByOpenIdConnect() {
        Verdict verdict = providers(List.of(), "token.actions.githubusercontent.com", "login.example.com/tenant");

        assertThat(verdict.status()).isEqualTo(Status.NEEDS_ATTESTATION);
        assertThat(verdict.values()).containsEntry("providers", "login.example.com/tenant");
    }
}
