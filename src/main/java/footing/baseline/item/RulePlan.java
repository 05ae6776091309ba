package footing.baseline.item;

import footing.account.ConfigRule;
import footing.account.ConfigRule.Managed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of a Region's rules stands for each of those that the baseline asks for. */
final class RulePlan {

    /** Remote Desktop, which the benchmarks name beside SSH. */
    private static final int REMOTE_DESKTOP = 3389;

    private RulePlan() {
    }

    /** The best rule of its kind. */
    static Optional<ConfigRule> of(Managed managed, List<ConfigRule> rules) {
        return rules.stream()
                .filter((rule) -> rule.managed() == managed)
                .min(Comparator.comparing(ConfigRule::narrowed)
                        .thenComparing(RulePlan::leavesPortsOpen)
                        .thenComparing((rule) -> rule.evaluation()
                                .found()
                                .flatMap(ConfigRule.Evaluation::error)
                                .isPresent())
                        .thenComparing((rule) -> rule.evaluation().found().isEmpty())
                        .thenComparing((rule) -> rule.evaluation()
                                .found()
                                .flatMap(ConfigRule.Evaluation::latest)
                                .isEmpty())
                        .thenComparing(ConfigRule::name));
    }

    static boolean leavesPortsOpen(ConfigRule rule) {
        return rule.managed() == Managed.RESTRICTED_INCOMING_TRAFFIC && !rule.blocks(REMOTE_DESKTOP);
    }
}
