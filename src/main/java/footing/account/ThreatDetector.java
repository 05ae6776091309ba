package footing.account;

import java.util.Optional;

/**
 * The detector of Amazon GuardDuty: a Region has one at most. Source: {@code guardduty:ListDetectors}, {@code
 * GetDetector}.
 *
 * @param enabled whether it looks for threats; it is suspended otherwise
 * @param administrator the account that manages it for an organization, where one does; this account then cannot
 * change it. {@code guardduty:GetAdministratorAccount}
 */
public record ThreatDetector(String id, boolean enabled, Reading<Optional<String>> administrator) {

    /** The account that is known to manage it. */
    public Optional<String> manager() {
        return administrator.found().flatMap((account) -> account);
    }
}
