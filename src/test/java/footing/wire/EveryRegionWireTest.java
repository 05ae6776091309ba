package footing.wire;

import static footing.wire.MotoAccount.HOME;
import static footing.wire.Verdicts.but;
import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.aws.survey.Survey;
import footing.aws.survey.SurveyEvent;
import footing.aws.survey.SurveyOptions;
import footing.aws.survey.Timings;
import footing.choices.ItemId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * An account that is as good as a moto server can hold, with AWS Config and its way to people in every Region: each of
 * the items comes out as it was filled, and each thing that is spoilt changes its own items and no other.
 */
@Tag("wire")
class EveryRegionWireTest {

    private static final Region IRELAND = new Region("eu-west-1");
    private static final List<Region> ALL = List.of();
    private static final List<Region> THREE = List.of(HOME, IRELAND, Region.US_EAST_1);

    private static final Map<ItemId, String> GOOD = but(Verdicts.NOTHING,
            "billing-contact        MET      group",
            "operations-contact     MET      group",
            "security-contact       MET      group",
            "role-groups            MET      groups",
            "federation             MET      saml",
            "password-policy        MET      strong",
            "user-mfa               MET      all",
            "security-notifications MET      confirmed",
            "trail                  MET      covered",
            // moto tells of no delivery of the lists that prove the log files, and of none to the log group
            "trail-validation       PENDING  no-digest-yet",
            "log-bucket             MET      good",
            "trail-to-logs          PENDING  nothing-delivered",
            "activity-alarms        PENDING  nothing-yet",
            // moto tells neither of AWS Config's deliveries nor of results of its rules
            "config-recorder        UNKNOWN  unseen.failed.service",
            "config-rules           UNKNOWN  unseen.failed.service",
            "config-notifications   MET      reaches",
            "billing-notifications  MET      confirmed");

    /** For each item that is not seen, the call that moto does not answer. */
    private static final Map<ItemId, String> MISSING = Map.of(
            ItemId.PRIMARY_CONTACT, "account:GetContactInformation: HTTP status 404",
            ItemId.SUPPORT_PLAN, "support:DescribeSeverityLevels: HTTP status 500",
            ItemId.ROOT_UNUSED, "iam:GetCredentialReport: the report has no line for the root user",
            ItemId.ACCESS_REVIEW, "access-analyzer:ListAnalyzers: HTTP status 500",
            ItemId.CONFIG_RECORDER, "config:DescribeDeliveryChannelStatus: HTTP status 500",
            ItemId.CONFIG_RULES, "config:DescribeConfigRuleEvaluationStatus: HTTP status 500",
            ItemId.USAGE_REPORT, "bcm-data-exports:ListExports: HTTP status 500",
            ItemId.BUDGET, "budgets:DescribeBudgetNotificationsForAccount: HTTP status 500");

    private final List<SurveyEvent> events = new ArrayList<>();
    private MotoAccount account;

    @BeforeEach
    void goodAccount() throws Exception {
        account = MotoAccount.empty();
        GoodAccount.fill(account);
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void everyItem_isAsItWasFilled_inEveryRegion() {
        AccountState state = survey(ALL);

        assertThat(Verdicts.of(state)).containsExactlyInAnyOrderEntriesOf(GOOD);
        assertThat(unseen(state)).isEqualTo(MISSING);
        assertThat(state.regions()).containsExactlyInAnyOrderElementsOf(GoodAccount.REGIONS).startsWith(HOME);
        assertThat(regional(state, Fact.CONFIG_RECORDING)).allSatisfy((region, recording) -> assertThat(
                recording.recorder().orElseThrow().status().found().orElseThrow().recording()).isTrue());
        assertThat(regional(state, Fact.CONFIG_RULES)).allSatisfy((region, rules) -> assertThat(rules).hasSize(3));
        assertThat(regional(state, Fact.CONFIG_EVENTS)).allSatisfy((region, rules) -> assertThat(rules).hasSize(1));
        assertThat(state.read(Fact.ANALYZERS).found().orElseThrow().readings()).hasSameSizeAs(GoodAccount.REGIONS)
                .allSatisfy((region, reading) -> assertThat(reading).isEqualTo(new Reading.Failed<>(
                        new Problem(Problem.Kind.SERVICE, "access-analyzer:ListAnalyzers", "HTTP status 500"))));
        assertThat(timings().repeated()).isZero();
        assertThat(timings().longestChain()).isBetween(3, 4);
    }

    @TestFactory
    Stream<DynamicTest> whatIsSpoilt_changesItsOwnItemsAlone() {
        Spoiling spoiling = new Spoiling(account);
        // Of the Regions that nobody looks at, nothing is said to be good.
        Map<ItemId, String> expected = but(GOOD, "config-notifications UNKNOWN reaches");
        return spoiling.steps().stream().map((step) -> DynamicTest.dynamicTest(step.what(), () -> {
            step.spoil().run();
            expected.putAll(step.verdicts());
            assertThat(Verdicts.of(survey(THREE))).containsExactlyInAnyOrderEntriesOf(expected);
        }));
    }

    private static <T> Map<Region, T> regional(AccountState state, Fact<Regional<T>> fact) {
        Map<Region, T> found = state.read(fact).found().orElseThrow().found();
        assertThat(found).hasSameSizeAs(GoodAccount.REGIONS);
        return found;
    }

    private static Map<ItemId, String> unseen(AccountState state) {
        Map<ItemId, String> unseen = new HashMap<>();
        Verdicts.findings(state)
                .stream()
                .filter((finding) -> finding.verdict().key().startsWith("unseen"))
                .forEach((finding) -> unseen.put(finding.item().id(), finding.verdict().values().get("call") + ": "
                        + finding.verdict().values().get("message")));
        return unseen;
    }

    private AccountState survey(List<Region> regions) {
        return Survey.run(account.clients(), new SurveyOptions(HOME, regions, Clock.systemUTC(),
                SurveyOptions.USUAL_DEADLINE), events::add);
    }

    private Timings timings() {
        return ((SurveyEvent.Ended) events.getLast()).timings();
    }
}
