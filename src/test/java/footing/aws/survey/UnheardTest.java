package footing.aws.survey;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Region;
import footing.aws.AwsClients;
import footing.aws.apply.Apply;
import footing.aws.apply.ApplyOptions;
import footing.aws.apply.Journal;
import footing.baseline.Baseline;
import footing.baseline.Finding;
import footing.baseline.Status;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.plan.Plan;
import footing.practice.Practice;
import footing.practice.PracticeOptions;
import footing.practice.PracticeState;
import footing.practice.TopicState;
import footing.practice.call.Decorated;
import footing.practice.PracticeClients;
import footing.template.Templates;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** An account that Footing has secured and in which everybody has confirmed, and what keeps them from hearing. */
@Timeout(120)
class UnheardTest {

    private static final List<ItemId> HEARD = List.of(ItemId.SECURITY_NOTIFICATIONS, ItemId.ACTIVITY_ALARMS,
            ItemId.CONFIG_NOTIFICATIONS, ItemId.BILLING_NOTIFICATIONS, ItemId.BUDGET);

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final PracticeState state = PracticeState
            .of(Practice.state(PracticeOptions.of("fresh").at(clock)).read());
    private final Region home = new Region(state.read().home());
    private final AwsClients clients = new PracticeClients(state, clock);

    @BeforeEach
    void secure(@TempDir Path folder) {
        AccountState before = survey(clients);
        Plan plan = Plan.of(before, Baseline.remedies(before, ExampleChoices.of(before)), Templates.deployed(before));
        try (Journal journal = Journal.in(folder, plan.identity().account(), clock)) {
            assertThat(Apply.run(clients, plan, new ApplyOptions(clock, journal, Duration.ZERO), (event) -> {
            }).failures()).isEmpty();
        }
        for (TopicState topic : state.read().topics().all()) {
            topic.subscriptions()
                    .forEach((one) -> sns(topic).confirmSubscription(
                            (call) -> call.topicArn(topic.arn()).token(one.token().orElseThrow())));
        }
        now = now.plus(Duration.ofHours(13));
    }

    @Test
    void everything_isMet_whenNothingIsHeldBack() {
        assertThat(verdicts(clients, HEARD)).allSatisfy((item, verdict) -> assertThat(verdict).startsWith("MET "));
    }

    @Test
    void aSubscriptionThatHoldsBack_isForPeopleToJudge() {
        filter("{\"severity\":[\"high\"]}");

        assertThat(verdicts(clients, HEARD)).hasSize(HEARD.size())
                .allSatisfy((item, verdict) -> assertThat(verdict).isEqualTo("NEEDS_ATTESTATION filtered"));
    }

    /** That is how a filter policy is taken away. */
    @Test
    void anEmptyFilterPolicy_holdsNothingBack() {
        filter("{ }");

        assertThat(verdicts(clients, HEARD)).allSatisfy((item, verdict) -> assertThat(verdict).startsWith("MET "));
    }

    @Test
    void nobodyIsSaidToHear_whenTheFilterPoliciesMayNotBeRead() {
        AwsClients denied = new Decorated(clients, (call, next) -> {
            if (call.operation().equals("GetSubscriptionAttributes")) {
                throw AwsServiceException.builder()
                        .statusCode(403)
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("AuthorizationError")
                                .errorMessage("no")
                                .build())
                        .build();
            }
            return next.get();
        });

        assertThat(verdicts(denied, HEARD)).allSatisfy((item, verdict) -> assertThat(verdict).startsWith("UNKNOWN "));
    }

    @Test
    void theSecurityTopic_isLookedInto_howeverManyOthersAlarmsNotify() {
        for (int number = 0; number < 25; number++) {
            String name = "app-%02d".formatted(number);
            String arn = clients.get(SnsClient.class, home).createTopic((call) -> call.name(name)).topicArn();
            clients.get(CloudWatchClient.class, home)
                    .putMetricAlarm((call) -> call.alarmName(name)
                            .namespace("App")
                            .metricName("errors")
                            .statistic("Sum")
                            .period(60)
                            .evaluationPeriods(1)
                            .threshold(1.0)
                            .comparisonOperator("GreaterThanThreshold")
                            .alarmActions(arn));
        }

        assertThat(verdicts(clients, HEARD)).allSatisfy((item, verdict) -> assertThat(verdict).startsWith("MET "));
    }

    @Test
    void logFilesAreProved_onlyWhenTheListsOfThemArrive() {
        assertThat(validation((told) -> told)).isEqualTo("MET on");
        assertThat(validation((told) -> told.latestDigestDeliveryError("AccessDenied")))
                .isEqualTo("NOT_MET digests-fail");
        assertThat(validation((told) -> told.latestDigestDeliveryTime(null))).isEqualTo("PENDING no-digest-yet");
    }

    private String validation(UnaryOperator<GetTrailStatusResponse.Builder> altered) {
        AwsClients other = new Decorated(clients,
                (call, next) -> next.get() instanceof GetTrailStatusResponse told
                        ? altered.apply(told.toBuilder()).build()
                        : next.get());
        return verdicts(other, List.of(ItemId.TRAIL_VALIDATION)).getOrDefault(ItemId.TRAIL_VALIDATION, "");
    }

    private void filter(String policy) {
        for (TopicState topic : state.read().topics().all()) {
            topic.subscriptions()
                    .forEach((one) -> sns(topic).setSubscriptionAttributes((call) -> call.subscriptionArn(one.arn())
                            .attributeName("FilterPolicy")
                            .attributeValue(policy)));
        }
    }

    private SnsClient sns(TopicState topic) {
        return clients.get(SnsClient.class, new Region(topic.region()));
    }

    private Map<ItemId, String> verdicts(AwsClients asked, List<ItemId> items) {
        return Baseline.judge(survey(asked), Map.of(), LocalDate.ofInstant(now, ZoneOffset.UTC))
                .stream()
                .filter((finding) -> items.contains(finding.item().id()))
                .collect(Collectors.toMap((finding) -> finding.item().id(), UnheardTest::words));
    }

    private static String words(Finding finding) {
        Status status = finding.verdict().status();
        String key = finding.verdict().key();
        return status + " " + key.substring(key.lastIndexOf('.') + 1);
    }

    private AccountState survey(AwsClients asked) {
        return Survey.run(asked, SurveyOptions.of(home, clock), (event) -> {
        });
    }
}
