package footing.choices;

import footing.account.PasswordPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a strong password policy is, and which of two is the stronger, field by field. */
public final class PasswordPolicies {

    public static final int STRONG_LENGTH = 14;
    /** The most that AWS keeps. */
    public static final int STRONG_REUSE_PREVENTION = 24;

    /**
     * What CIS and Security Hub (IAM.7, IAM.15, IAM.16) ask for. No expiry: neither asks for one any more, and passwords
     * that expire make people choose worse ones.
     */
    public static final PasswordPolicy STRONG = new PasswordPolicy(STRONG_LENGTH, true, true, true, true, true, false,
            Optional.empty(), Optional.of(STRONG_REUSE_PREVENTION));

    private PasswordPolicies() {
    }

    /** The demands of {@link #STRONG} that a policy does not make: {@code length}, {@code symbols} …, in a fixed order. */
    public static List<String> gaps(PasswordPolicy policy) {
        List<String> gaps = new ArrayList<>();
        if (policy.minimumLength() < STRONG_LENGTH) {
            gaps.add("length");
        }
        if (!policy.requireUppercase()) {
            gaps.add("uppercase");
        }
        if (!policy.requireLowercase()) {
            gaps.add("lowercase");
        }
        if (!policy.requireNumbers()) {
            gaps.add("numbers");
        }
        if (!policy.requireSymbols()) {
            gaps.add("symbols");
        }
        if (policy.reusePrevention().orElse(0) < STRONG_REUSE_PREVENTION) {
            gaps.add("reuse");
        }
        return List.copyOf(gaps);
    }

    /** The policy that demands, in every field, what the more demanding of the two does. */
    public static PasswordPolicy stronger(PasswordPolicy a, PasswordPolicy b) {
        return new PasswordPolicy(Math.max(a.minimumLength(), b.minimumLength()),
                a.requireSymbols() || b.requireSymbols(), a.requireNumbers() || b.requireNumbers(),
                a.requireUppercase() || b.requireUppercase(), a.requireLowercase() || b.requireLowercase(),
                a.allowUsersToChange() || b.allowUsersToChange(), a.hardExpiry() || b.hardExpiry(),
                either(a.maxAgeDays(), b.maxAgeDays(), Math::min),
                either(a.reusePrevention(), b.reusePrevention(), Math::max));
    }

    private static Optional<Integer> either(Optional<Integer> a, Optional<Integer> b,
            java.util.function.BinaryOperator<Integer> ofBoth) {
        return a.isEmpty() ? b : b.isEmpty() ? a : Optional.of(ofBoth.apply(a.get(), b.get()));
    }
}
