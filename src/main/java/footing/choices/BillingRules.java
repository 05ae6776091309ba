package footing.choices;

import footing.account.Region;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What AWS Budgets and Data Exports take. Lengths and numbers are those of their APIs. */
final class BillingRules {

    /** A budget's name becomes part of other names: words that begin with a letter, so that no two become alike. */
    private static final Pattern BUDGET = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*");
    private static final int LONGEST_BUDGET = 50;
    private static final int MOST_BUDGETS = 20;
    private static final int MOST_LIMIT = 1_000_000_000;
    private static final int MOST_PERCENT = 1000;
    /** What AWS bills in, where it does not say otherwise. */
    private static final Map<String, String> CURRENCIES = Map.of("aws-cn", "CNY");

    private BillingRules() {
    }

    static List<Complaint> check(Billing billing, Region home) {
        String field = "billing.";
        List<Complaint> complaints = new ArrayList<>();
        billing.list().ifPresent((list) -> complaints.addAll(ContactRules.email(field + "list", list)));
        complaints.addAll(NameRules.topic(field + "topicName", billing.topicName()));
        billing.reportBucket()
                .ifPresent((bucket) -> complaints.addAll(NameRules.bucket(field + "reportBucket", bucket)));
        if (billing.budgets().size() > MOST_BUDGETS) {
            complaints.addAll(NameRules.within(field + "budgets", billing.budgets().size(), 0, MOST_BUDGETS));
        }
        billing.budgets().forEach((name, budget) -> {
            complaints.addAll(name(field + "budgets", name));
            complaints.addAll(budget(field + "budgets." + name, budget, home));
        });
        return complaints;
    }

    static List<Complaint> name(String field, String name) {
        return name.length() <= LONGEST_BUDGET && BUDGET.matcher(name).matches()
                ? Complaints.none()
                : Complaints.error(field, name, "budget-name", Map.of("max", String.valueOf(LONGEST_BUDGET)));
    }

    static List<Complaint> limit(String field, int limit) {
        return NameRules.within(field, limit, 1, MOST_LIMIT);
    }

    static List<Complaint> currency(String field, String currency, Region home) {
        boolean known = Currency.getAvailableCurrencies()
                .stream()
                .anyMatch((one) -> one.getCurrencyCode().equals(currency));
        if (!known) {
            return Complaints.error(field, currency, "currency");
        }
        String usual = CURRENCIES.getOrDefault(home.partition().id(), BudgetChoice.CURRENCY);
        return currency.equals(usual) ? Complaints.none() : Complaints.warning(field, currency, "currency-unusual");
    }

    static List<Complaint> percent(String field, int percent) {
        return NameRules.within(field, percent, 1, MOST_PERCENT);
    }

    static List<Complaint> budget(String field, BudgetChoice budget, Region home) {
        List<Complaint> complaints = new ArrayList<>();
        complaints.addAll(limit(field + ".limit", budget.limit()));
        complaints.addAll(currency(field + ".currency", budget.currency(), home));
        complaints.addAll(percent(field + ".actualPercent", budget.actualPercent()));
        complaints.addAll(percent(field + ".forecastPercent", budget.forecastPercent()));
        return complaints;
    }
}
