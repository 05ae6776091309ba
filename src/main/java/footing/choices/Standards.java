package footing.choices;

import java.util.Optional;

/**
 * What people measure an account by, where the baseline leaves it to them.
 *
 * @param rootUnusedDays for so many days the root user should not have been used
 * @param ownerTag the tag that tells whose an IAM user is, where that is the convention
 * @param support the support plan that the organization expects; absent where nobody has decided
 */
public record Standards(int rootUnusedDays, Optional<String> ownerTag,
        Optional<SupportPlan> support) {

    /** What holds where nobody has chosen. */
    public static final Standards USUAL = new Standards(90, Optional.empty(), Optional.empty());
}
