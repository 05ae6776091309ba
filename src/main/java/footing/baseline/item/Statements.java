package footing.baseline.item;

import footing.account.AccountState;
import footing.plan.Value;
import footing.plan.Value.Fields;
import java.util.List;

/** Statements that the policies of all topics that Footing makes have in common. */
final class TopicStatements {

    private TopicStatements() {
    }

    static Fields owner(AccountState account, Value topic) {
        return allow("FootingAccount", Value.fields("AWS", Value.text(account.arn("iam", "", "root"))),
                List.of("sns:AddPermission", "sns:DeleteTopic", "sns:GetTopicAttributes",
                        "sns:ListSubscriptionsByTopic", "sns:Publish", "sns:RemovePermission",
                        "sns:SetTopicAttributes", "sns:Subscribe"),
                topic);
    }

    static Fields tlsOnly(Value topic) {
        return Value.fields("Sid", Value.text("FootingTlsOnly"))
                .with("Effect", Value.text("Deny"))
                .with("Principal", Value.text("*"))
                .with("Action", Value.text("sns:Publish"))
                .with("Resource", topic)
                .with("Condition", Value.fields("Bool", Value.fields("aws:SecureTransport", Value.text("false"))));
    }

    static Fields allow(String sid, Value principal, List<String> actions, Value topic) {
        return Value.fields("Sid", Value.text(sid))
                .with("Effect", Value.text("Allow"))
                .with("Principal", principal)
                .with("Action", actions.size() == 1 ? Value.text(actions.getFirst()) : Value.texts(actions))
                .with("Resource", topic);
    }
}
