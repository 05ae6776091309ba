package footing.account;

import java.time.Instant;
import java.util.Optional;

/**
 * The plan that accounts have since July 2025: free for some months, or paid. Source: {@code
 * freetier:GetAccountPlanState}.
 *
 * @param until when the free plan ends
 */
public record AccountPlan(boolean free, Optional<Instant> until) {
}
