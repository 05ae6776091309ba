package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Reading;
import footing.account.Topic;
import footing.choices.BillingTopic;
import java.util.Map;
import java.util.Optional;

/** Whether AWS Budgets may write to a topic. */
final class BudgetAccess {

    static final String BUDGETS = "budgets.amazonaws.com";

    private BudgetAccess() {
    }

    /** One that a budget notifies already was tried when the budget was made; of others their policy tells. */
    static Reading<Boolean> of(Topic topic, AccountState account) {
        if (BillingTopic.isOurs(topic, account) || BillingTopic.notified(account).contains(topic.arn())) {
            return Reading.seen(true);
        }
        return topic.access()
                .map((access) -> !access.hasKeyOfAws() && PolicyDocument.parse(access.policy())
                        .filter((document) -> document.allows(BUDGETS, "sns:Publish", topic.arn(), context(account)))
                        .isPresent());
    }

    static boolean isOpen(Topic topic, AccountState account) {
        return of(topic, account).found().orElse(false);
    }

    /** What Budgets brings along. A topic's policy until somebody sets one is for its owner alone. */
    private static Map<String, Optional<String>> context(AccountState account) {
        return Map.of("aws:sourceaccount", Optional.of(account.identity().account()), "aws:sourcearn",
                Optional.of(account.arn("budgets", "", "*")), "aws:sourceowner", Optional.empty());
    }
}
