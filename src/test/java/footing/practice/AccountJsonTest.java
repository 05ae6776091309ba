package footing.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.Type;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.NotificationWithSubscribers;
import software.amazon.awssdk.services.budgets.model.ResourceTag;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.TransitionStorageClass;

/** Whatever is done to a practice account, a file gives it back as it was. */
class AccountJsonTest {

    private static final String BUCKET = "acme-audit";
    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:security";

    /** Something to do, with a text from outside in it. */
    private enum Deed implements BiConsumer<Bench, String> {
        CONTACT((bench, text) -> bench.account()
                .putAlternateContact((contact) -> contact.alternateContactType("BILLING")
                        .name(text)
                        .title(text)
                        .emailAddress("a@example.com")
                        .phoneNumber("1"))),
        PASSWORD_POLICY((bench, text) -> bench.iam()
                .updateAccountPasswordPolicy((policy) -> policy.maxPasswordAge(text.length()))),
        NO_PASSWORD_POLICY((bench, text) -> bench.iam().deleteAccountPasswordPolicy()),
        ROLE((bench, text) -> bench.makeLogRole("role" + text.length() % 3, "trail")),
        BUCKET_POLICY((bench, text) -> bench.makeLogBucket(BUCKET, "main")),
        OBJECT((bench, text) -> bench.s3()
                .putObject((put) -> put.bucket(BUCKET).key(text), RequestBody.fromString(text))),
        LIFECYCLE((bench, text) -> bench.s3()
                .putBucketLifecycleConfiguration((put) -> put.bucket(BUCKET)
                        .lifecycleConfiguration((all) -> all.rules(LifecycleRule.builder()
                                .id(text)
                                .status(ExpirationStatus.ENABLED)
                                .filter((filter) -> filter.prefix(text))
                                .transitions(software.amazon.awssdk.services.s3.model.Transition.builder()
                                        .days(90)
                                        .storageClass(TransitionStorageClass.GLACIER)
                                        .build())
                                .build())))),
        NO_BUCKET((bench, text) -> bench.s3().deleteBucket((delete) -> delete.bucket(BUCKET))),
        TOPIC_MADE((bench, text) -> bench.sns()
                .createTopic((topic) -> topic.name("security").attributes(Map.of("DisplayName", text)))),
        SUBSCRIPTION((bench, text) -> bench.sns()
                .subscribe(
                        (to) -> to.topicArn(TOPIC).protocol("email").endpoint("a" + text.length() + "@example.com"))),
        TRAIL((bench, text) -> bench.cloudTrail()
                .createTrail((trail) -> trail.name("main").s3BucketName(BUCKET).isMultiRegionTrail(true))),
        LOGGING((bench, text) -> bench.cloudTrail().startLogging((trail) -> trail.name("main"))),
        DELIVERY((bench, text) -> {
            bench.pass(java.time.Duration.ofMinutes(9));
            bench.cloudTrail().getTrailStatus((trail) -> trail.name("main"));
        }),
        LOG_GROUP((bench, text) -> bench.logs()
                .createLogGroup((group) -> group.logGroupName("trail").tags(Map.of("a", text)))),
        FILTER((bench, text) -> bench.logs()
                .putMetricFilter((filter) -> filter.logGroupName("trail")
                        .filterName("f")
                        .filterPattern("{ $.a = 1 }")
                        .metricTransformations(MetricTransformation.builder()
                                .metricName("m")
                                .metricNamespace("n")
                                .metricValue("1")
                                .defaultValue(0.5)
                                .build()))),
        GROUP((bench, text) -> {
            bench.iam().createGroup((group) -> group.groupName("g"));
            bench.iam()
                    .putGroupPolicy((put) -> put.groupName("g").policyName("p" + text.length()).policyDocument("""
                        {"Statement": {"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}}"""));
        }),
        ANALYZER((bench, text) -> bench.client(AccessAnalyzerClient.class)
                .createAnalyzer((make) -> make.analyzerName("a").type(Type.ACCOUNT).tags(Map.of("t", text)))),
        BUDGET((bench, text) -> bench.client(BudgetsClient.class)
                .createBudget((make) -> make.accountId(Bench.ACCOUNT)
                        .budget((budget) -> budget.budgetName("b" + text.length())
                                .budgetType("COST")
                                .timeUnit("MONTHLY")
                                .budgetLimit((spend) -> spend.amount(new BigDecimal("1234567.89")).unit("USD")))
                        .notificationsWithSubscribers(NotificationWithSubscribers.builder()
                                .notification((one) -> one.notificationType("ACTUAL")
                                        .comparisonOperator("GREATER_THAN")
                                        .threshold(99.5))
                                .subscribers(Subscriber.builder()
                                        .subscriptionType("EMAIL")
                                        .address("a@example.com")
                                        .build())
                                .build())
                        .resourceTags(ResourceTag.builder().key("t").value(text).build()))),
        SERVICE_ROLE((bench, text) -> bench.iam()
                .createServiceLinkedRole((role) -> role.awsServiceName("config.amazonaws.com").description(text))),
        RECORDER((bench, text) -> bench.client(ConfigClient.class)
                .putConfigurationRecorder((put) -> put.configurationRecorder((recorder) -> recorder.name(text)
                        .roleARN("arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/"
                                + "AWSServiceRoleForConfig")))),
        CONFIG_RULE((bench, text) -> bench.client(ConfigClient.class)
                .putConfigRule((put) -> put.configRule((rule) -> rule.configRuleName(text)
                        .description(text)
                        .source((source) -> source.owner("AWS").sourceIdentifier("INCOMING_SSH_DISABLED"))))),
        EVENT_RULE((bench, text) -> {
            EventBridgeClient events = bench.client(EventBridgeClient.class);
            events.putRule((rule) -> rule.name("r").description(text).eventPattern("{\"source\": [\"aws.config\"]}"));
            events.putTargets((put) -> put.rule("r")
                    .targets(Target.builder().id("t").arn(TOPIC).input(text).build()));
        }),
        ALARM((bench, text) -> bench.cloudWatch()
                .putMetricAlarm((alarm) -> alarm.alarmName("a")
                        .alarmDescription(text)
                        .metricName("m")
                        .namespace("n")
                        .statistic(Statistic.SUM)
                        .period(60)
                        .evaluationPeriods(1)
                        .threshold(1.5)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)));

        private final BiConsumer<Bench, String> deed;

        Deed(BiConsumer<Bench, String> deed) {
            this.deed = deed;
        }

        @Override
        public void accept(Bench bench, String text) {
            deed.accept(bench, text);
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Arbitraries.of(Deed.class).list().ofMinSize(5).ofMaxSize(40);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withCharRange(' ', '\uD7FF').ofMinLength(1).ofMaxLength(60);
    }

    @Property(tries = 150)
    void account_isTheSame_afterItWasWrittenAndRead(@ForAll("deeds") List<Deed> deeds,
            @ForAll("texts") String text) throws IOException {
        Bench bench = Bench.fresh();
        for (Deed deed : deeds) {
            try {
                deed.accept(bench, text);
            } catch (AwsServiceException refused) {
                assertThat(refused.awsErrorDetails().errorCode()).isNotBlank();
            }
        }

        PracticeAccount account = bench.state.read();
        assertThat(AccountJson.read(AccountJson.write(account, "id")).account()).isEqualTo(account);
    }

    @Test
    void fileOfBeforeThereWasAnythingBeyond_isReadAsOneThatHasNothingOfIt() throws IOException {
        PracticeAccount account = Bench.fresh().state.read();
        ObjectNode kept = (ObjectNode) new ObjectMapper().readTree(AccountJson.write(account, "id"));

        assertThat(kept.withObject("account").remove("beyond")).isNotNull();
        assertThat(AccountJson.read(kept.toString()).account())
                .isEqualTo(account.withBeyond((old) -> new BeyondState()));
        assertThat(kept.withObject("account").remove("billing")).isNotNull();
        assertThatThrownBy(() -> AccountJson.read(kept.toString()))
                .isInstanceOf(AccountJson.NotAnAccountException.class);
    }

    @Test
    void changesOfManyThreads_areAllKept() {
        Bench bench = Bench.fresh();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200)
                    .forEach((n) -> threads.execute(() -> bench.sns().createTopic((topic) -> topic.name("t" + n))));
        }

        assertThat(bench.sns().listTopicsPaginator().topics()).hasSize(200);
    }
}
