package footing.baseline.item;

import footing.account.CredentialReport.AccessKey;
import footing.account.CredentialReport.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a user can sign in with and should not be able to any more. CIS wants what was not used for 45 days disabled,
 * and a key changed after 90 days.
 */
public enum StaleCredentials {
    PASSWORD_UNUSED,
    KEY_UNUSED,
    KEY_OLD;

    private static final Duration UNUSED = Duration.ofDays(45);
    private static final Duration OLD = Duration.ofDays(90);

    public static Set<StaleCredentials> of(Credentials user, Instant now) {
        Set<StaleCredentials> stale = EnumSet.noneOf(StaleCredentials.class);
        // What was never used counts from the day on which it was set.
        Optional<Instant> used = user.passwordUsedAt().or(user::passwordSetAt).or(user::createdAt);
        if (user.password() && isBefore(used, now.minus(UNUSED))) {
            stale.add(PASSWORD_UNUSED);
        }
        user.keys().stream().filter(AccessKey::active).forEach((key) -> {
            if (isBefore(key.usedAt().or(key::madeAt), now.minus(UNUSED))) {
                stale.add(KEY_UNUSED);
            }
            if (isBefore(key.madeAt(), now.minus(OLD))) {
                stale.add(KEY_OLD);
            }
        });
        return stale;
    }

    private static boolean isBefore(Optional<Instant> when, Instant limit) {
        return when.filter((time) -> time.isBefore(limit)).isPresent();
    }
}
