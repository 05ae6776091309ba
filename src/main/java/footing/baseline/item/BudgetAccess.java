package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Topic;
import footing.choices.BillingTopic;

/** Whether AWS Budgets may write to a topic. */
final class BudgetAccess {

    static final String BUDGETS = TopicAccess.Publisher.BUDGETS.service();

    private BudgetAccess() {
    }

    /**
     * The topic's policy and key tell. One that a budget notifies already was tried when the budget was made, which
     * counts only where nobody asked: either may have changed since.
     */
    static Reading<TopicAccess> of(Topic topic, AccountState account) {
        boolean notAsked = topic.access() instanceof Reading.Failed<Topic.Access>(Problem why)
                && why.kind() == Problem.Kind.NOT_READ;
        return notAsked && isTried(topic, account) ? Reading.seen(TopicAccess.OPEN) : seen(topic);
    }

    /** Whether a topic that is there can be used: nothing is known that speaks against it. */
    static boolean isOpen(Topic topic, AccountState account) {
        return seen(topic).found()
                .map((access) -> access == TopicAccess.OPEN || access == TopicAccess.UNCLEAR)
                .orElseGet(() -> isTried(topic, account));
    }

    private static Reading<TopicAccess> seen(Topic topic) {
        return topic.access().map((access) -> TopicAccess.of(topic, access, TopicAccess.Publisher.BUDGETS));
    }

    private static boolean isTried(Topic topic, AccountState account) {
        return BillingTopic.isOurs(topic, account) || BillingTopic.notified(account).contains(topic.arn());
    }
}
