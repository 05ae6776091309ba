package footing.wizard.survey;

import footing.account.AccountState;
import footing.account.DeniedBy;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Regional;
import footing.baseline.Finding;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What kept something from being seen. */
final class Hidden {

    private Hidden() {
    }

    /**
     * The permissions that would have shown what a finding could not tell: {@code iam:GetCredentialReport}; those of
     * single Regions too. A Region that the organization closes has nothing to show.
     */
    static SortedSet<String> permissions(Finding finding, AccountState account) {
        TreeSet<String> missing = new TreeSet<>();
        Optional.ofNullable(finding.verdict().values().get("permission")).ifPresent(missing::add);
        if (!finding.verdict().values().getOrDefault("unseenRegions", "").isEmpty()) {
            for (Fact<?> fact : finding.item().facts()) {
                addRegional(account.read(fact), missing);
            }
        }
        return Collections.unmodifiableSortedSet(missing);
    }

    private static void addRegional(Reading<?> reading, Set<String> missing) {
        if (reading instanceof Reading.Seen<?> seen && seen.value() instanceof Regional<?> regional) {
            regional.readings().values().forEach((one) -> {
                if (one instanceof Reading.Denied<?> denied && denied.by() != DeniedBy.ORGANIZATION_POLICY) {
                    missing.add(denied.missing().action());
                }
            });
        }
    }
}
