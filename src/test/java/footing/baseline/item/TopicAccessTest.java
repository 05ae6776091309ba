package footing.baseline.item;

import static footing.baseline.item.BillingSamples.budget;
import static footing.baseline.item.BillingSamples.mail;
import static footing.baseline.item.BillingSamples.notice;
import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.SampleConfig;
import footing.account.SampleTrails;
import footing.account.States;
import footing.account.Topic;
import footing.baseline.Item;
import footing.baseline.Verdict;
import footing.choices.Billing;
import footing.choices.Choices;
import footing.choices.ExampleChoices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a topic takes what is published to it, by its policy and its key, is told alike by all who rest on it. */
class TopicAccessTest {

    private static final String OWN_KEY = "arn:aws:kms:us-east-1:123456789012:key/x";
    private static final String OF_AWS = "alias/aws/sns";
    private static final String OTHERS = """
        {"Statement":[{"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"sns:Publish",\
        "Resource":"*"}]}""";
    private static final Reading<Topic.Access> DENIED = States.denied("sns:GetTopicAttributes");

    private static String of(Item item, AccountState account) {
        Verdict verdict = item.judge(account);
        return verdict.status() + " " + verdict.key().replaceFirst("^.*outcome\\.", "");
    }

    private static Reading<Topic.Access> access(String policy, String key) {
        String text = switch (policy) {
            case "open" -> BillingSamples.OPEN.replace("\"Resource\":\"" + BillingSamples.TOPIC, "\"Resource\":\"*")
                    .replace("\"budgets.", "[\"events.amazonaws.com\",\"cloudwatch.amazonaws.com\",\"budgets.")
                    .replace(".com\"},", ".com\"]},");
            case "public" -> SampleConfig.PUBLIC_POLICY;
            case "others" -> OTHERS;
            default -> throw new IllegalArgumentException(policy);
        };
        Optional<String> name = switch (key) {
            case "none" -> Optional.empty();
            case "own" -> Optional.of(OWN_KEY);
            case "aws" -> Optional.of(OF_AWS);
            default -> throw new IllegalArgumentException(key);
        };
        return Reading.seen(new Topic.Access(text, name));
    }

    private static AccountState money(Reading<Topic.Access> access, Topic.Subscription... subscribed) {
        return States.fresh()
                .seen(Fact.BUDGETS, List.of(budget("all", notice("FORECASTED", BillingSamples.TOPIC))))
                .seen(Fact.BILLING_TOPICS, List.of(new Topic(BillingSamples.TOPIC, "billing", Region.US_EAST_1,
                        List.of(subscribed), access)))
                .account();
    }

    private static AccountState alarms(Reading<Topic.Access> access, Topic.Subscription... subscribed) {
        return States.fresh()
                .seen(Fact.TRAILS, List.of(SampleTrails.good().trail()))
                .seen(Fact.METRIC_FILTERS, SampleTrails.filters())
                .seen(Fact.ALARMS, SampleTrails.alarms(SampleTrails.TOPIC_ARN))
                .seen(Fact.TOPICS, List.of(SampleTrails.topic("example-security", access, subscribed)))
                .account();
    }

    private static AccountState findings(Reading<Topic.Access> access, Topic.Subscription... subscribed) {
        return SampleConfig.good(States.fresh())
                .seen(Fact.EVENT_TOPICS, Map.of(SampleConfig.TOPIC, Reading.seen(Optional.of(new Topic(
                        SampleConfig.TOPIC, "security-findings", States.HOME, List.of(subscribed), access)))))
                .account();
    }

    @ParameterizedTest
    @CsvSource({"open, none, MET confirmed, MET forecast-only", "others, none, NOT_MET closed, NOT_MET topic-closed",
        "open, aws, NOT_MET closed, NOT_MET topic-closed",
        "open, own, NEEDS_ATTESTATION topic-unclear, NEEDS_ATTESTATION topic-unclear",
        "public, none, NOT_MET topic-public, MET forecast-only"})
    void budgets_areHeard_byTheTopicsPolicyAndKey(String policy, String key, String list, String budget) {
        AccountState account = money(access(policy, key), mail("aws-billing@example.com", true));

        assertThat(of(new BillingNotifications(), account)).isEqualTo(list);
        assertThat(of(new BudgetItem(), account)).isEqualTo(budget);
    }

    @Test
    void budgets_triedTheTopic_whereNobodyAsked_butNotWhereNobodyWasToldSo() {
        AccountState notAsked = money(
                new Reading.Failed<>(new Problem(Problem.Kind.NOT_READ, "sns:GetTopicAttributes", "")),
                mail("aws-billing@example.com", true));
        AccountState denied = money(DENIED, mail("aws-billing@example.com", true));

        assertThat(of(new BillingNotifications(), notAsked)).isEqualTo("MET confirmed");
        assertThat(of(new BudgetItem(), notAsked)).isEqualTo("MET forecast-only");
        assertThat(of(new BillingNotifications(), denied)).startsWith("UNKNOWN");
        assertThat(of(new BudgetItem(), denied)).startsWith("UNKNOWN");
        assertThat(BillingTopicPlan.of(denied, ExampleChoices.of(denied)))
                .isInstanceOf(BillingTopicPlan.Adopted.class);
    }

    @Test
    void topic_thatLosesWhatBudgetsWrite_isNotAdopted() {
        AccountState account = money(access("others", "none"), mail("aws-billing@example.com", true));
        Choices named = ExampleChoices.of(account);
        Billing billing = named.billing();
        Choices other = named.withBilling(
                new Billing(billing.list(), "costs", billing.reportBucket(), billing.budgets()));

        assertThat(BillingTopicPlan.of(account, named)).isInstanceOf(BillingTopicPlan.Closed.class);
        assertThat(BillingTopicPlan.of(account, other)).isEqualTo(new BillingTopicPlan.InStack());
    }

    @ParameterizedTest
    @CsvSource({"open, none, MET heard", "others, none, NOT_MET topic-refuses", "open, aws, NOT_MET topic-key",
        "open, own, NEEDS_ATTESTATION topic-unclear", "public, none, NOT_MET topic-public"})
    void alarms_areHeard_byTheTopicsPolicyAndKey(String policy, String key, String verdict) {
        assertThat(of(new ActivityAlarms(), alarms(access(policy, key), mail("security@example.com", true))))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"open, none, MET reaches", "others, none, NOT_MET refused", "open, aws, NOT_MET topic-key",
        "open, own, NEEDS_ATTESTATION topic-unclear", "public, none, NOT_MET topic-public"})
    void findings_areHeard_byTheTopicsPolicyAndKey(String policy, String key, String verdict) {
        assertThat(of(new ConfigNotifications(), findings(access(policy, key), mail("security@example.com", true))))
                .isEqualTo(verdict);
    }

    /** AWS documents that EventBridge takes no condition there, so nobody knows what it brings along. */
    @Test
    void findings_needAWord_whenThePolicyAsksEventBridgeForACondition() {
        Reading<Topic.Access> asks = Reading.seen(new Topic.Access(SampleConfig.OPEN_POLICY.replace(
                "\"Resource\":\"*\"", "\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\""
                        + States.ACCOUNT + "\"}}"),
                Optional.empty()));

        assertThat(of(new ConfigNotifications(), findings(asks, mail("security@example.com", true))))
                .isEqualTo("NEEDS_ATTESTATION topic-unclear");
    }

    @Test
    void whoeverHears_looksLikeOnePerson_everywhereAlike() {
        Topic.Subscription person = mail("jane.doe@gmail.com", true);

        assertThat(of(new BillingNotifications(), money(access("open", "none"), person)))
                .isEqualTo("NEEDS_ATTESTATION looks-personal");
        assertThat(of(new BudgetItem(), money(access("open", "none"), person)))
                .isEqualTo("NEEDS_ATTESTATION looks-personal");
        assertThat(of(new ActivityAlarms(), alarms(access("open", "none"), person)))
                .isEqualTo("NEEDS_ATTESTATION looks-personal");
        assertThat(of(new ConfigNotifications(), findings(access("open", "none"), person)))
                .isEqualTo("NEEDS_ATTESTATION looks-personal");
        assertThat(of(new ActivityAlarms(), alarms(access("open", "none"), person, mail("security@example.com", true))))
                .isEqualTo("MET heard");
    }

    /** Nobody subscribed is worse than a key that nobody can weigh. */
    @Test
    void key_doesNotMatter_whereNobodyIsSubscribed() {
        assertThat(of(new ActivityAlarms(), alarms(access("open", "own")))).isEqualTo("NOT_MET nobody");
        assertThat(of(new ConfigNotifications(), findings(access("open", "own")))).isEqualTo("NOT_MET nobody");
        assertThat(of(new BillingNotifications(), money(access("open", "own")))).isEqualTo("NOT_MET nobody");
        assertThat(of(new BudgetItem(), money(access("open", "own")))).isEqualTo("NOT_MET nobody");
    }

    @Test
    void nobody_waits_forATopicOfWhichNobodyCouldSeeWhoMayPublish() {
        assertThat(of(new ActivityAlarms(), alarms(DENIED, mail("security@example.com", false))))
                .startsWith("UNKNOWN");
    }
}
