package footing.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Replacement;

class BillingStackTest {

    private static final String ACCOUNT = "123456789012";

    private final Deploying deploying = Deploying.fresh();

    private static String template(String name, int limit, int percent) {
        return """
            Resources:
              All:
                Type: AWS::Budgets::Budget
                Properties:
                  Budget:
                    BudgetName: %s
                    BudgetType: COST
                    TimeUnit: MONTHLY
                    BudgetLimit: {Amount: %d, Unit: USD}
                  NotificationsWithSubscribers:
                    - Notification: {NotificationType: FORECASTED, ComparisonOperator: GREATER_THAN, Threshold: %d}
                      Subscribers: [{SubscriptionType: EMAIL, Address: aws-billing@example.com}]
            """.formatted(name, limit, percent);
    }

    private java.util.List<Budget> budgets() {
        return deploying.client(BudgetsClient.class)
                .describeBudgets((request) -> request.accountId(ACCOUNT))
                .budgets();
    }

    @Test
    void limit_isChangedInPlace() {
        assertThat(deploying.create(template("one", 500, 100))).isEqualTo("CREATE_COMPLETE");
        assertThat(deploying.changeSet(ChangeSetType.UPDATE, template("one", 700, 100)).changes()).singleElement()
                .matches((change) -> change.resourceChange().replacement() == Replacement.FALSE);

        assertThat(deploying.update(template("one", 700, 100))).isEqualTo("UPDATE_COMPLETE");
        assertThat(budgets()).singleElement()
                .satisfies((budget) -> assertThat(budget.budgetLimit().amount()).isEqualByComparingTo("700"));
    }

    @Test
    void notifications_makeAnotherBudget_whichNeedsAnotherName() {
        deploying.create(template("one", 500, 100));
        assertThat(deploying.update(template("one", 500, 90))).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(deploying.reason("All", "UPDATE_FAILED")).contains("the budget already exists");

        assertThat(deploying.update(template("two", 500, 90))).isEqualTo("UPDATE_COMPLETE");
        assertThat(budgets()).extracting(Budget::budgetName).containsExactly("two");
        assertThat(deploying.delete()).isEqualTo("DELETE_COMPLETE");
        assertThat(budgets()).isEmpty();
    }

    @Test
    void name_aloneMakesAnotherBudget() {
        deploying.create(template("one", 500, 100));

        assertThat(deploying.changeSet(ChangeSetType.UPDATE, template("two", 500, 100)).changes()).singleElement()
                .matches((change) -> change.resourceChange().replacement() == Replacement.TRUE);
    }
}
