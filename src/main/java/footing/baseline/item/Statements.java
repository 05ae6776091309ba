package footing.baseline.item;

import footing.account.AccountState;
import footing.plan.Value;
import footing.plan.Value.Fields;
import java.util.List;

/** What the policies of all that Footing makes are written of. */
final class Statements {

    static final String EVENTS = "events.amazonaws.com";

    private Statements() {
    }

    /** A policy of these statements. */
    static Fields document(Value... statements) {
        return Value.fields("Version", Value.text(PolicyDocument.VERSION)).with("Statement", Value.items(statements));
    }

    /** The policy of a role that a service of AWS takes on. */
    static Fields trust(String service) {
        return document(Value.fields("Effect", Value.text("Allow"))
                .with("Principal", service(service))
                .with("Action", Value.text("sts:AssumeRole")));
    }

    static Fields service(String name) {
        return Value.fields("Service", Value.text(name));
    }

    static Fields allow(String sid, Value principal, List<String> actions, Value resource) {
        return Value.fields("Sid", Value.text(sid))
                .with("Effect", Value.text("Allow"))
                .with("Principal", principal)
                .with("Action", actions.size() == 1 ? Value.text(actions.getFirst()) : Value.texts(actions))
                .with("Resource", resource);
    }

    /** The account itself may do with a topic what its owner has to. */
    static Fields topicOwner(AccountState account, Value topic) {
        return allow("FootingAccount", Value.fields("AWS", Value.text(account.arn("iam", "", "root"))),
                List.of("sns:AddPermission", "sns:DeleteTopic", "sns:GetTopicAttributes",
                        "sns:ListSubscriptionsByTopic", "sns:Publish", "sns:RemovePermission",
                        "sns:SetTopicAttributes", "sns:Subscribe"),
                topic);
    }

    /**
     * EventBridge may publish to a topic. AWS documents that such a statement takes no condition, so it lets in the
     * event rules of whatever account.
     */
    static Fields events(Value topic) {
        return allow("FootingEvents", service(EVENTS), List.of("sns:Publish"), topic);
    }

    /** The ARNs of policies that AWS manages, by their names. */
    static Value managedPolicies(AccountState account, List<String> names) {
        String prefix = "arn:" + account.identity().partition().id() + ":iam::aws:policy/";
        return Value.texts(names.stream().map((name) -> prefix + name).toList());
    }

    /** Nobody may do this without TLS. */
    static Fields tlsOnly(String action, Value resource) {
        return Value.fields("Sid", Value.text("FootingTlsOnly"))
                .with("Effect", Value.text("Deny"))
                .with("Principal", Value.text("*"))
                .with("Action", Value.text(action))
                .with("Resource", resource)
                .with("Condition", Value.fields("Bool", Value.fields("aws:SecureTransport", Value.text("false"))));
    }

    /** Nobody may do anything with a bucket, or with what is in it, without TLS. */
    static Fields bucketTlsOnly(String bucketArn) {
        return tlsOnly("s3:*", Value.texts(List.of(bucketArn, bucketArn + "/*")));
    }
}
