package footing.practice;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.bcmdataexports.model.Export;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.NotificationWithSubscribers;
import software.amazon.awssdk.services.costandusagereport.model.ReportDefinition;

/**
 * What is known of money.
 *
 * @param support the support plan
 * @param plan the account plan; accounts older than July 2025 have none
 * @param budgets by name
 * @param exports by ARN
 * @param reports of the older kind, by name
 */
public record BillingState(SupportPlan support, Optional<Plan> plan, Table<BudgetState> budgets,
        Table<ExportState> exports, Table<ReportDefinition> reports) {

    /** The support plans, of which the first two have no API. */
    public enum SupportPlan {
        BASIC,
        DEVELOPER,
        BUSINESS,
        BUSINESS_PLUS,
        ENTERPRISE,
        UNIFIED_OPERATIONS;

        public boolean hasApi() {
            return this != BASIC && this != DEVELOPER;
        }
    }

    /**
     * @param type {@code FREE} or {@code PAID}
     * @param status {@code ACTIVE} …
     * @param expires when a free plan ends
     */
    public record Plan(String type, String status, Optional<Instant> expires) {
    }

    public record BudgetState(Budget budget, List<NotificationWithSubscribers> notifications,
            SortedMap<String, String> tags) {

        public BudgetState {
            notifications = List.copyOf(notifications);
            tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        }
    }

    public record ExportState(Export export, Instant createdAt, Instant updatedAt, SortedMap<String, String> tags) {

        public ExportState {
            tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        }
    }

    public BillingState withBudgets(UnaryOperator<Table<BudgetState>> change) {
        return new BillingState(support, plan, change.apply(budgets), exports, reports);
    }

    public BillingState withExports(UnaryOperator<Table<ExportState>> change) {
        return new BillingState(support, plan, budgets, change.apply(exports), reports);
    }
}
