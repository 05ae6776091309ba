package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;

import footing.practice.Bench;
import footing.practice.TopicState;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Tag;

class PracticeSnsTest {

    private static final String ARN = "arn:aws:sns:us-east-1:123456789012:security";

    private final Bench bench = Bench.fresh();
    private final SnsClient sns = bench.sns();

    private void make() {
        sns.createTopic((request) -> request.name("security"));
    }

    private String subscribe(String endpoint) {
        return sns.subscribe((request) -> request.topicArn(ARN)
                .protocol("email")
                .endpoint(endpoint)
                .returnSubscriptionArn(true)).subscriptionArn();
    }

    private String token() {
        return bench.state.read().topics().find(ARN).orElseThrow().subscriptions().getFirst().token().orElseThrow();
    }

    private static void invalid(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Refused.with(InvalidParameterException.class, "InvalidParameter", 400, call);
    }

    @Test
    void topic_isTheSame_whenItIsMadeAgain_butNotWithOtherAttributesOrTags() {
        Tag owner = Tag.builder().key("owner").value("security").build();
        sns.createTopic((request) -> request.name("security").attributes(Map.of("DisplayName", "S")).tags(owner));

        assertThat(sns.createTopic((request) -> request.name("security")).topicArn()).isEqualTo(ARN);
        assertThat(sns.listTopics().topics()).hasSize(1);
        invalid(() -> sns
                .createTopic((request) -> request.name("security").attributes(Map.of("DisplayName", "Other"))));
        invalid(() -> sns
                .createTopic((request) -> request.name("security").tags(owner.toBuilder().value("x").build())));
        invalid(() -> sns.createTopic((request) -> request.name("secu rity")));
        assertThat(sns.listTagsForResource((request) -> request.resourceArn(ARN)).tags()).containsExactly(owner);
    }

    @Test
    void topic_isSeenOnlyInItsRegion() {
        make();
        SnsClient elsewhere = bench.clients.get(SnsClient.class, Bench.ELSEWHERE);

        assertThat(elsewhere.listTopics().topics()).isEmpty();
        invalid(() -> elsewhere.getTopicAttributes((request) -> request.topicArn(ARN)));
        Refused.with(NotFoundException.class, "NotFound", 404,
                () -> sns.getTopicAttributes((request) -> request.topicArn(ARN + "-2")));
    }

    @Test
    void policy_isTheOwnersUntilItIsSet_andRefused_whenItIsNoneForATopic() {
        make();
        String policy = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
             "Principal": {"Service": "cloudwatch.amazonaws.com"}, "Action": "sns:Publish", "Resource": "%s"}]}"""
                .formatted(ARN);
        assertThat(sns.getTopicAttributes((request) -> request.topicArn(ARN)).attributes().get("Policy"))
                .contains("__default_policy_ID");

        sns.setTopicAttributes(
                (request) -> request.topicArn(ARN).attributeName("Policy").attributeValue(policy));

        assertThat(sns.getTopicAttributes((request) -> request.topicArn(ARN)).attributes()).containsEntry("Policy",
                policy);
        for (String bad : new String[] {"{", policy.replace("sns:Publish", "sns:*"), policy.replace(ARN, ARN + "x"),
            policy.replace("Principal", "NotPrincipals")}) {
            invalid(() -> sns
                    .setTopicAttributes(
                            (request) -> request.topicArn(ARN).attributeName("Policy").attributeValue(bad)));
        }
        invalid(() -> sns.setTopicAttributes((request) -> request.topicArn(ARN).attributeName("Colour")));
    }

    @Test
    void key_isTakenAway_whenItIsSetToNothing() {
        make();
        sns.setTopicAttributes((request) -> request.topicArn(ARN)
                .attributeName("KmsMasterKeyId")
                .attributeValue("alias/aws/sns"));
        assertThat(sns.getTopicAttributes((request) -> request.topicArn(ARN)).attributes())
                .containsEntry("KmsMasterKeyId", "alias/aws/sns");

        sns.setTopicAttributes((request) -> request.topicArn(ARN).attributeName("KmsMasterKeyId").attributeValue(""));

        assertThat(sns.getTopicAttributes((request) -> request.topicArn(ARN)).attributes())
                .doesNotContainKey("KmsMasterKeyId");
    }

    @Test
    void subscription_isPending_untilItsOwnerConfirmsIt() {
        make();
        assertThat(sns.subscribe((request) -> request.topicArn(ARN).protocol("email").endpoint("a@example.com"))
                .subscriptionArn()).isEqualTo("pending confirmation");
        String arn = subscribe("a@example.com");

        assertThat(sns.listSubscriptions().subscriptions()).singleElement()
                .matches((each) -> each.subscriptionArn().equals("PendingConfirmation"));
        assertThat(sns.getTopicAttributes((request) -> request.topicArn(ARN)).attributes())
                .containsEntry("SubscriptionsPending", "1");
        invalid(() -> sns.unsubscribe((request) -> request.subscriptionArn("PendingConfirmation")));
        invalid(() -> sns.unsubscribe((request) -> request.subscriptionArn(arn)));
        invalid(() -> sns.confirmSubscription((request) -> request.topicArn(ARN).token("guessed")));

        String token = token();
        sns.confirmSubscription(
                (request) -> request.topicArn(ARN).token(token).authenticateOnUnsubscribe("true"));

        assertThat(sns.listSubscriptionsByTopic((request) -> request.topicArn(ARN)).subscriptions()).singleElement()
                .matches((each) -> each.subscriptionArn().equals(arn));
        assertThat(sns.getSubscriptionAttributes((request) -> request.subscriptionArn(arn)).attributes())
                .containsEntry("PendingConfirmation", "false")
                .containsEntry("ConfirmationWasAuthenticated", "true");
        sns.unsubscribe((request) -> request.subscriptionArn(arn));
        assertThat(sns.listSubscriptions().subscriptions()).isEmpty();
    }

    @Test
    void subscription_ofTheInheritedTopic_canBeConfirmedWithItsToken() {
        Bench old = new Bench("inherited");
        TopicState topic = old.state.read()
                .topics()
                .all()
                .stream()
                .filter((each) -> each.name().equals("security-alerts"))
                .findFirst()
                .orElseThrow();
        SnsClient there = old.clients.get(SnsClient.class, Bench.ELSEWHERE);
        String token = topic.subscriptions().getFirst().token().orElseThrow();

        String again = there.subscribe((request) -> request.topicArn(topic.arn())
                .protocol("email")
                .endpoint("it-security@example.com")
                .returnSubscriptionArn(true)).subscriptionArn();
        there.confirmSubscription((request) -> request.topicArn(topic.arn()).token(token));

        assertThat(there.listSubscriptionsByTopic((request) -> request.topicArn(topic.arn())).subscriptions())
                .singleElement()
                .matches((each) -> each.subscriptionArn().equals(again));
    }

    @ParameterizedTest
    @CsvSource({"email,nobody", "email,a b@example.com", "https,http://example.com", "pigeon,a@example.com"})
    void subscription_isRefused_whenItsEndpointIsNone(String protocol, String endpoint) {
        make();

        invalid(() -> sns.subscribe((request) -> request.topicArn(ARN).protocol(protocol).endpoint(endpoint)));
    }

    @Test
    void subscriptions_goWithTheirTopic() {
        make();
        subscribe("a@example.com");

        sns.deleteTopic((request) -> request.topicArn(ARN));
        sns.deleteTopic((request) -> request.topicArn(ARN));

        assertThat(sns.listSubscriptions().subscriptions()).isEmpty();
        assertThat(sns.listTopics().topics()).isEmpty();
    }

    @Test
    void lists_comeInPagesOfAHundred() {
        make();
        for (int i = 0; i < 103; i++) {
            subscribe("a" + i + "@example.com");
        }

        assertThat(sns.listSubscriptionsByTopic((request) -> request.topicArn(ARN)).subscriptions()).hasSize(100);
        assertThat(sns.listSubscriptionsByTopicPaginator((request) -> request.topicArn(ARN)).subscriptions())
                .hasSize(103);
        assertThat(sns.listSubscriptionsPaginator().subscriptions()).hasSize(103);
    }
}
