package footing.account;

import java.util.Optional;

/**
 * The detector of Amazon GuardDuty: a Region has one at most. Source: {@code guardduty:ListDetectors}.
 *
 * @param enabled whether it looks for threats; it is suspended otherwise. {@code guardduty:GetDetector}
 * @param administrator the account that manages it for an organization, where one does; this account then cannot
 * change it. {@code guardduty:GetAdministratorAccount}
 */
public record ThreatDetector(String id, Reading<Boolean> enabled, Reading<Optional<String>> administrator) {

    /** The account that is known to manage it. */
    public Optional<String> manager() {
        return administrator.found().flatMap((account) -> account);
    }
}
