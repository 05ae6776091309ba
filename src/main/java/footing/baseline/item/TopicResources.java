package footing.baseline.item;

import footing.account.AccountState;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change.StackResource;
import footing.plan.Stack;
import footing.plan.Value;
import footing.plan.Value.Fields;
import java.util.ArrayList;
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
     * Who may publish: the account's alarms and the account itself, and, where they tell of what AWS Config finds, event
     * rules; all over TLS only.
     */
    static StackResource policy(AccountState account, Choices choices) {
        Fields ofAccount = Value.fields("StringEquals",
                Value.fields("aws:SourceAccount", Value.text(account.identity().account())));
        List<Value> statements = new ArrayList<>();
        statements.add(Statements
                .allow("FootingAlarms", Statements.service("cloudwatch.amazonaws.com"), List.of("sns:Publish"),
                        TOPIC_ARN)
                .with("Condition", ofAccount));
        if (NotificationResources.needsTopic(account, choices)) {
            statements.add(Statements.events(TOPIC_ARN));
        }
        statements.add(Statements.topicOwner(account, TOPIC_ARN));
        statements.add(Statements.tlsOnly("sns:Publish", TOPIC_ARN));
        return resource("SecurityTopicPolicy", "AWS::SNS::TopicPolicy",
                Value.fields("Topics", Value.items(TOPIC_ARN))
                        .with("PolicyDocument", Statements.document(statements.toArray(Value[]::new))));
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
