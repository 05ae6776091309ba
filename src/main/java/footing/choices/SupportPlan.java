package footing.choices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The support plans that AWS sells; those that end with the year 2026 are left out. */
public enum SupportPlan {
    BASIC,
    BUSINESS_PLUS,
    ENTERPRISE,
    UNIFIED_OPERATIONS;

    /** Whoever pays for any plan has this one at least. */
    public static final SupportPlan CHEAPEST_PAID = BUSINESS_PLUS;

    /** As files write it: {@code business-plus}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isPaid() {
        return this != BASIC;
    }

    public static Optional<SupportPlan> of(String id) {
        return Arrays.stream(values()).filter((plan) -> plan.id().equals(id)).findFirst();
    }
}
