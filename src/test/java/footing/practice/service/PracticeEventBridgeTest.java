package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;

import footing.practice.Bench;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.LimitExceededException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.Target;

class PracticeEventBridgeTest {

    private static final String PATTERN = "{\"source\": [\"aws.config\"]}";
    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:security";

    private final Bench bench = Bench.fresh();
    private final EventBridgeClient events = bench.client(EventBridgeClient.class);

    private void rule(String name, String pattern) {
        events.putRule((request) -> request.name(name).eventPattern(pattern));
    }

    private void target(String arn) {
        events.putTargets((request) -> request.rule("r").targets(Target.builder().id("t").arn(arn).build()));
    }

    private void forward(String bus, String role) {
        events.putTargets((request) -> request.rule("r")
                .targets(Target.builder().id("t").arn(bus).roleArn(role).build()));
    }

    @Test
    void rule_keepsItsTargets_whenItIsPutAgain() {
        rule("r", PATTERN);
        target(TOPIC);
        events.putRule((request) -> request.name("r").eventPattern(PATTERN).state(RuleState.DISABLED));
        assertThat(events.describeRule((request) -> request.name("r")).state()).isEqualTo(RuleState.DISABLED);

        rule("r", PATTERN);

        assertThat(events.listRules((call) -> {
        }).rules()).singleElement()
                .satisfies((rule) -> assertThat(rule.state()).isEqualTo(RuleState.ENABLED));
        assertThat(events.listTargetsByRule((request) -> request.rule("r")).targets()).extracting(Target::arn)
                .containsExactly(TOPIC);
        assertThat(bench.clients.get(EventBridgeClient.class, Bench.ELSEWHERE).listRules((call) -> {
        }).rules()).isEmpty();
    }

    @Test
    void rule_isRefused_whenItHearsOfNothing() {
        Refused.with(EventBridgeException.class, "ValidationException", 400,
                () -> events.putRule((request) -> request.name("r")));
        Refused.with(EventBridgeException.class, "ValidationException", 400, () -> rule("a b", PATTERN));
        for (String wrong : List.of("{", "[]", "{}", "{\"source\": \"aws.config\"}", "{\"source\": []}")) {
            Refused.with(InvalidEventPatternException.class, "InvalidEventPatternException", 400,
                    () -> rule("r", wrong));
        }
        Refused.with(ResourceNotFoundException.class, "ResourceNotFoundException", 400,
                () -> events.putRule((request) -> request.name("r").eventPattern(PATTERN).eventBusName("other")));
    }

    @Test
    void rule_isNotDeleted_whileItHasTargets() {
        rule("r", PATTERN);
        target(TOPIC);

        Refused.with(EventBridgeException.class, "ValidationException", 400,
                () -> events.deleteRule((request) -> request.name("r")));
        events.removeTargets((request) -> request.rule("r").ids("t"));
        events.deleteRule((request) -> request.name("r"));

        Refused.with(ResourceNotFoundException.class, "ResourceNotFoundException", 400,
                () -> events.listTargetsByRule((request) -> request.rule("r")));
    }

    @Test
    void target_ofAnotherRegion_isABusWithARole() {
        rule("r", PATTERN);
        String bus = "arn:aws:events:eu-central-1:123456789012:event-bus/default";

        Refused.with(EventBridgeException.class, "ValidationException", 400,
                () -> target("arn:aws:sns:eu-central-1:123456789012:security"));
        Refused.with(EventBridgeException.class, "ValidationException", 400, () -> target("security"));
        Refused.with(EventBridgeException.class, "ValidationException", 400, () -> target(bus));
        String anothers = bench.makeLogRole("of-another-service", "any");
        Refused.with(EventBridgeException.class, "ValidationException", 400, () -> forward(bus, anothers));
        Refused.with(EventBridgeException.class, "ValidationException", 400,
                () -> forward(bus, "arn:aws:iam::123456789012:role/nobody"));
        String role = bench.iam()
                .createRole((request) -> request.roleName("forward").assumeRolePolicyDocument("""
                    {"Statement": [{"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"},
                     "Action": "sts:AssumeRole", "Condition": {"ArnEquals": {
                       "aws:SourceArn": "arn:aws:events:us-east-1:123456789012:rule/r"}}}]}"""))
                .role()
                .arn();
        forward(bus, role);

        assertThat(events.listTargetsByRule((request) -> request.rule("r")).targets()).hasSize(1);
    }

    @Test
    void targets_areFiveAtMost() {
        rule("r", PATTERN);

        Refused.with(LimitExceededException.class, "LimitExceededException", 400,
                () -> events.putTargets((request) -> request.rule("r")
                        .targets(java.util.stream.IntStream.range(0, 6)
                                .mapToObj((n) -> Target.builder().id("t" + n).arn(TOPIC).build())
                                .toList())));
    }

    @Test
    void tags_comeAndGo_andStayWhenTheRuleIsPutAgain() {
        String arn = "arn:aws:events:us-east-1:123456789012:rule/r";
        events.putRule((request) -> request.name("r").eventPattern(PATTERN).tags(tag("a", "1"), tag("b", "2")));
        events.tagResource((request) -> request.resourceARN(arn).tags(tag("b", "3"), tag("c", "4")));
        events.untagResource((request) -> request.resourceARN(arn).tagKeys("a"));

        rule("r", PATTERN);

        assertThat(events.listTagsForResource((request) -> request.resourceARN(arn)).tags())
                .containsExactly(tag("b", "3"), tag("c", "4"));
        Refused.with(ResourceNotFoundException.class, "ResourceNotFoundException", 400,
                () -> events.tagResource((request) -> request.resourceARN(arn + "x").tags(tag("a", "1"))));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void rules_comeInPages() {
        for (int i = 0; i < 120; i++) {
            rule("rule-" + i, PATTERN);
        }

        assertThat(events.listRules((call) -> {
        }).rules()).hasSize(100);
        assertThat(events.listRules((request) -> request.nextToken(events.listRules((call) -> {
        }).nextToken())).rules())
                .hasSize(20);
        assertThat(events.listRules((request) -> request.namePrefix("rule-11")).rules()).hasSize(11);
    }
}
