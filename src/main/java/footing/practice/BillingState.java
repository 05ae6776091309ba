package footing.practice;

import software.amazon.awssdk.services.budgets.model.Budget;

/**
 * What is known of money.
 *
 * @param budgets by name
 */
public record BillingState(Table<Budget> budgets) {
}
