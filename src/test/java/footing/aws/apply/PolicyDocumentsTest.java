package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import footing.account.AccountState;
import footing.account.Fact;
import footing.account.IdentityProviders;
import footing.account.Partition;
import footing.account.Permission;
import footing.aws.simulation.Simulation;
import footing.aws.survey.Survey;
import footing.aws.survey.SurveyOptions;
import footing.baseline.Baseline;
import footing.baseline.Finding;
import footing.choices.Access;
import footing.choices.Choices;
import footing.choices.LogStorage;
import footing.choices.OpenIdChoice;
import footing.choices.SamlChoice;
import footing.choices.SamlSamples;
import footing.plan.IamPolicy;
import footing.plan.Permissions;
import footing.plan.Plan;
import footing.practice.Bounds;
import footing.practice.Practice;
import footing.practice.call.Call;
import footing.practice.call.CallLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The policies that Footing prints, given to whoever is signed in to the practice account, which holds every call
 * against them: nothing is refused that was not refused before, and nothing is allowed that no scenario asks for.
 */
class PolicyDocumentsTest {

    /** Why an action is allowed that a survey of no scenario asks for. */
    private static final Map<String, String> NEVER_CALLED = Map.of();

    private final Path data;

    PolicyDocumentsTest(@TempDir Path data) {
        this.data = data;
    }

    static List<String> scenarios() {
        return Practice.scenarios();
    }

    private static void give(Workbench bench, List<IamPolicy> policies) {
        SortedMap<String, String> documents = new TreeMap<>();
        policies.forEach((policy) -> documents.put("footing-" + documents.size(), policy.json()));
        bench.state.update((account) -> account.withBounds(new Bounds(documents,
                account.bounds().serviceControlPolicies(), account.bounds().silentRegions(),
                account.bounds().notOffered(), account.bounds().foreignBuckets())));
    }

    private static final IamPolicy EVERYTHING = IamPolicy.allowing(List.of(new Permission("*")));

    private static List<String> verdicts(AccountState account) {
        return Baseline.judge(account, Map.of(), LocalDate.of(2026, 3, 2))
                .stream()
                .map((Finding finding) -> finding.item() + " " + finding.verdict().key() + " "
                        + finding.verdict().values())
                .toList();
    }

    private static AccountState survey(Workbench bench, CallLog log) {
        return Survey.run(log.over(bench.clients), SurveyOptions.of(bench.home, Workbench.CLOCK), (event) -> {
        });
    }

    private static Set<String> actions(List<IamPolicy> policies) {
        Set<String> actions = new TreeSet<>();
        policies.forEach((policy) -> policy.statements()
                .forEach((statement) -> statement.actions().forEach((action) -> actions.add(action.action()))));
        return actions;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void survey_seesAsMuch_withItsPolicyAlone(String scenario) {
        Workbench bench = new Workbench(scenario, data);
        give(bench, List.of(EVERYTHING));
        List<String> all = verdicts(survey(bench, new CallLog()));

        give(bench, Survey.policy(Partition.AWS).parts());
        assertThat(verdicts(survey(bench, new CallLog()))).isEqualTo(all);
    }

    @Test
    void survey_isAllowedNothing_thatNoScenarioAsksFor() {
        Set<String> called = new TreeSet<>();
        for (String scenario : scenarios()) {
            Workbench bench = new Workbench(scenario, data);
            give(bench, List.of(EVERYTHING));
            bench.apply(bench.plan());
            CallLog log = new CallLog();
            survey(bench, log);
            Simulation.run(log.over(bench.clients), bench.survey().identity(), bench.home, EVERYTHING);
            log.calls().stream().map(Call::action).forEach(called::add);
        }
        // AWS lets everybody ask who they are.
        called.remove("sts:GetCallerIdentity");
        Set<String> allowed = actions(Survey.policy(Partition.AWS).parts());

        assertThat(allowed).containsAll(called);
        allowed.removeAll(called);
        assertThat(allowed).isEqualTo(NEVER_CALLED.keySet());
    }

    private static Choices everything(Choices choices) {
        return choices.withAccess(new Access(true,
                Optional.of(new SamlChoice("login", Optional.of("login.xml"), Optional.of(SamlSamples.metadata()),
                        new TreeMap<>(Map.of("readers", List.of("ReadOnlyAccess"))))),
                Optional.of(new OpenIdChoice("https://login.example.com/a", "sts.amazonaws.com", new TreeMap<>(
                        Map.of("deploy", new OpenIdChoice.Role("user-1", List.of("ReadOnlyAccess"))))))));
    }

    private static List<IamPolicy> documents(Plan plan) {
        List<IamPolicy> all = new ArrayList<>(Survey.policy(Partition.AWS).parts());
        all.addAll(Permissions.policy(plan).parts());
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fresh", "inherited", "landing-zone"})
    void apply_doesAsMuch_withItsPoliciesAlone_andTakesItBackToo(String scenario) {
        Workbench bench = new Workbench(scenario, data);
        give(bench, List.of(EVERYTHING));
        bench.choose(PolicyDocumentsTest::everything);
        Plan plan = bench.plan();

        give(bench, documents(plan));
        assertThat(bench.apply(plan).failures()).isEmpty();
        assertThat(bench.plan().changes()).isEmpty();

        give(bench, List.of(EVERYTHING));
        bench.choose((choices) -> choices.withAccess(Access.USUAL));
        Plan back = bench.plan();
        give(bench, documents(back));
        assertThat(bench.apply(back).failures()).isEmpty();
        assertThat(bench.plan().changes()).isEmpty();
    }

    @Test
    void apply_takesAwayWhatWasRenamed_withItsPoliciesAlone() {
        Workbench bench = new Workbench("fresh", data);
        give(bench, List.of(EVERYTHING));
        bench.choose(PolicyDocumentsTest::everything);
        bench.apply(bench.plan());
        bench.choose((choices) -> choices
                .withAccess(choices.access()
                        .withSaml(choices.access()
                                .saml()
                                .map((saml) -> new SamlChoice("other", saml.metadataFile(), saml.metadata(),
                                        saml.roles()))))
                .withLogStorage(new LogStorage("other-logs-123456789012", "other", "other/group", 30, 90,
                        Optional.empty())));
        Plan plan = bench.plan();

        give(bench, documents(plan));
        assertThat(bench.apply(plan).failures()).isEmpty();
        assertThat(bench.plan().changes()).isEmpty();
        // CloudFormation goes on where it cannot delete what it has replaced, so that nobody would hear of it.
        assertThat(bench.survey().read(Fact.IDENTITY_PROVIDERS).found().orElseThrow().saml())
                .extracting(IdentityProviders.Saml::name)
                .contains("other")
                .doesNotContain("login");
    }

    /** Each part of the policies counts: without it something is refused. */
    @ParameterizedTest
    @ValueSource(
            strings = {"iam:CreateRole", "iam:CreateGroup", "iam:CreateServiceLinkedRole", "iam:CreateSAMLProvider",
                "iam:CreateOpenIDConnectProvider", "access-analyzer:CreateAnalyzer", "s3:CreateBucket",
                "cloudformation:ExecuteChangeSet", "account:PutAlternateContact"})
    void apply_fails_withoutOneOfItsActions(String action) {
        Workbench bench = new Workbench("fresh", data);
        give(bench, List.of(EVERYTHING));
        bench.choose(PolicyDocumentsTest::everything);
        Plan plan = bench.plan();

        give(bench, without(documents(plan), (one) -> one.equals(action)));
        assertThat(bench.apply(plan).failures()).isNotEmpty();
    }

    private static List<IamPolicy> without(List<IamPolicy> policies, Predicate<String> which) {
        return policies.stream()
                .map((policy) -> new IamPolicy(policy.statements()
                        .stream()
                        .map((statement) -> {
                            TreeSet<Permission> left = new TreeSet<>(statement.actions());
                            left.removeIf((permission) -> which.test(permission.action()));
                            return new IamPolicy.Statement(statement.sid(), left, statement.resources(),
                                    statement.equal());
                        })
                        .filter((statement) -> !statement.actions().isEmpty())
                        .toList()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void documents_areWhatIamTakes(String scenario) throws IOException {
        Workbench bench = new Workbench(scenario, data);
        give(bench, List.of(EVERYTHING));
        bench.choose(PolicyDocumentsTest::everything);
        Plan plan = bench.plan();
        for (IamPolicy policy : documents(plan)) {
            JsonNode json = new JsonMapper().readTree(policy.json());
            assertThat(policy.json().replaceAll("\\s", "").length()).isLessThanOrEqualTo(6144);
            assertThat(json.path("Version").asText()).isEqualTo("2012-10-17");
            Set<String> sids = new HashSet<>();
            for (JsonNode statement : json.path("Statement")) {
                assertThat(statement.path("Sid").asText()).matches("[A-Za-z0-9]+");
                assertThat(sids.add(statement.path("Sid").asText())).as(statement.toString()).isTrue();
                assertThat(statement.path("Action")).isNotEmpty();
                List<String> actions = new ArrayList<>();
                statement.path("Action").forEach((action) -> actions.add(action.asText()));
                assertThat(actions).isSorted();
            }
        }
        assertThat(actions(Permissions.policy(plan).parts()))
                .isEqualTo(actions(List.of(Permissions.policy(plan))));
    }
}
