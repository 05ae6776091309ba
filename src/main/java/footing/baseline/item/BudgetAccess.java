package footing.baseline.item;

import footing.account.AccountState;
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
     * counts only where nobody could look: either may have changed since.
     */
    static Reading<TopicAccess> of(Topic topic, AccountState account) {
        Reading<TopicAccess> access = topic.access()
                .map((seen) -> TopicAccess.of(topic, seen, TopicAccess.Publisher.BUDGETS));
        boolean tried = BillingTopic.isOurs(topic, account) || BillingTopic.notified(account).contains(topic.arn());
        return tried ? access.orElse(TopicAccess.OPEN) : access;
    }

    /** Whether a topic that is there can be used: nothing is known that speaks against it. */
    static boolean isOpen(Topic topic, AccountState account) {
        return of(topic, account).found()
                .filter((access) -> access == TopicAccess.OPEN || access == TopicAccess.UNCLEAR)
                .isPresent();
    }
}
