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
     * Who may publish: the account's alarms and the account itself, all over TLS only.
     */
    static StackResource policy(AccountState account) {
        String id = account.identity().account();
        Fields ofAccount = Value.fields("StringEquals", Value.fields("aws:SourceAccount", Value.text(id)));
        Fields alarms = allow("FootingAlarms", Value.fields("Service", Value.text("cloudwatch.amazonaws.com")),
                List.of("sns:Publish")).with("Condition", ofAccount);
        Fields owner = allow("FootingAccount", Value.fields("AWS", Value.text(account.arn("iam", "", "root"))),
                List.of("sns:AddPermission", "sns:DeleteTopic", "sns:GetTopicAttributes",
                        "sns:ListSubscriptionsByTopic", "sns:Publish", "sns:RemovePermission",
                        "sns:SetTopicAttributes", "sns:Subscribe"));
        Fields tlsOnly = Value.fields("Sid", Value.text("FootingTlsOnly"))
                .with("Effect", Value.text("Deny"))
                .with("Principal", Value.text("*"))
                .with("Action", Value.text("sns:Publish"))
                .with("Resource", TOPIC_ARN)
                .with("Condition", Value.fields("Bool", Value.fields("aws:SecureTransport", Value.text("false"))));
        return resource("SecurityTopicPolicy", "AWS::SNS::TopicPolicy",
                Value.fields("Topics", Value.items(TOPIC_ARN))
                        .with("PolicyDocument",
                                Value.fields("Version", Value.text(PolicyDocument.VERSION))
                                        .with("Statement", Value.items(alarms, owner, tlsOnly))));
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

    private static Fields allow(String sid, Value principal, List<String> actions) {
        return Value.fields("Sid", Value.text(sid))
                .with("Effect", Value.text("Allow"))
                .with("Principal", principal)
                .with("Action", actions.size() == 1 ? Value.text(actions.getFirst()) : Value.texts(actions))
                .with("Resource", TOPIC_ARN);
    }

    private static StackResource resource(String id, String type, Fields properties) {
        return new StackResource(ItemId.SECURITY_NOTIFICATIONS, Stack.SECURITY, id, type, properties, false, Set.of());
    }
}
