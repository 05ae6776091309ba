package footing.account;

import java.util.Optional;

/**
 * The account's password policy. Writing one resets every field that is left out, so it is always read and written
 * whole.
 * Source: {@code iam:GetAccountPasswordPolicy}, {@code iam:UpdateAccountPasswordPolicy}.
 *
 * @param maxAgeDays days until a password expires; empty where it never does
 * @param reusePrevention how many former passwords are refused; empty where none are
 */
public record PasswordPolicy(int minimumLength, boolean requireSymbols, boolean requireNumbers,
        boolean requireUppercase,
        boolean requireLowercase, boolean allowUsersToChange, boolean hardExpiry, Optional<Integer> maxAgeDays,
        Optional<Integer> reusePrevention) {
}
