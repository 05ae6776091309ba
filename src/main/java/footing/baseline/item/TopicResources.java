package footing.baseline.item;

import footing.account.AccountState;
import footing.choices.ItemId;
import footing.plan.Change.StackResource;
import footing.plan.Stack;
import footing.plan.Value;
import footing.plan.Value.Fields;
import java.util.List;
import java.util.Set;

/** What the stack holds so that a distribution list hears of security matters. */
final class TopicResources {

    static final String TOPIC = "SecurityTopic";

    private static final Value TOPIC_ARN = new Value.Ref(TOPIC);

    private TopicResources() {
    }

    static StackResource topic(String name) {
        return resource(TOPIC, "AWS::SNS::Topic", Value.fields("TopicName", Value.text(name)));
    }

    /**
     * Who may publish: the account's alarms, the event rules that tell of what AWS Config finds, and the account itself, all over TLS only.
     */
    static StackResource policy(AccountState account) {
        String id = account.identity().account();
        Fields ofAccount = Value.fields("StringEquals", Value.fields("aws:SourceAccount", Value.text(id)));
        Fields alarms = TopicStatements
                .allow("FootingAlarms", Value.fields("Service", Value.text("cloudwatch.amazonaws.com")),
                        List.of("sns:Publish"), TOPIC_ARN)
                .with("Condition", ofAccount);
        Fields events = TopicStatements.allow("FootingEvents",
                Value.fields("Service", Value.text("events.amazonaws.com")), List.of("sns:Publish"), TOPIC_ARN);
        Fields owner = TopicStatements.owner(account, TOPIC_ARN);
        Fields tlsOnly = TopicStatements.tlsOnly(TOPIC_ARN);
        return resource("SecurityTopicPolicy", "AWS::SNS::TopicPolicy",
                Value.fields("Topics", Value.items(TOPIC_ARN))
                        .with("PolicyDocument",
                                Value.fields("Version", Value.text(PolicyDocument.VERSION))
                                        .with("Statement", Value.items(alarms, events, owner, tlsOnly))));
    }

    /**
     * @param topicArn the ARN, or a reference to the topic of the same stack
     */
    static StackResource subscription(Value topicArn, String list) {
        return resource("SecuritySubscription", "AWS::SNS::Subscription",
                Value.fields("TopicArn", topicArn)
                        .with("Protocol", Value.text("email"))
                        .with("Endpoint", Value.text(list)));
    }

    private static StackResource resource(String id, String type, Fields properties) {
        return new StackResource(ItemId.SECURITY_NOTIFICATIONS, Stack.SECURITY, id, type, properties, false, Set.of());
    }
}
