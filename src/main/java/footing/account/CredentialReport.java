package footing.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * IAM's report on the credentials of the root user and of every IAM user. AWS makes one at most every four hours, so
 * it may be that old. Source: {@code iam:GenerateCredentialReport}, {@code iam:GetCredentialReport}.
 *
 * @param madeAt when AWS made it
 * @param root empty where the report tells nothing of the root user
 */
public record CredentialReport(Instant madeAt, Optional<Credentials> root, List<Credentials> users) {

    public CredentialReport {
        users = List.copyOf(users);
    }

    /**
     * What one user can sign in with, and when they did.
     *
     * @param user the user's name; {@code <root_account>} for the root user
     * @param createdAt when the user was made
     * @param password whether there is a password for the console; of the root user AWS does not tell here
     * @param passwordUsedAt empty where it was never used, or not since AWS keeps account of it
     * @param passwordSetAt when the password was last changed
     * @param mfa whether any MFA device is on
     */
    public record Credentials(String user, Optional<Instant> createdAt, boolean password,
            Optional<Instant> passwordUsedAt, Optional<Instant> passwordSetAt, boolean mfa, List<AccessKey> keys) {

        public Credentials {
            keys = List.copyOf(keys);
        }

        /** The last time that anything of it was used. */
        public Optional<Instant> usedAt() {
            return Stream.concat(passwordUsedAt.stream(), keys.stream().flatMap((key) -> key.usedAt().stream()))
                    .max(Instant::compareTo);
        }
    }

    /**
     * An access key that is there, active or not.
     *
     * @param madeAt when it was made
     * @param usedAt empty where it was never used
     */
    public record AccessKey(boolean active, Optional<Instant> madeAt, Optional<Instant> usedAt) {
    }
}
