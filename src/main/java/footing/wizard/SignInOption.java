package footing.wizard;

import footing.aws.Connection;
import java.util.List;

/**
 * One way to an account, as the sign-in page offers it.
 *
 * @param kind what sort of way it is
 * @param label what people call it: the profile's name, or the practice scenario's
 * @param description one line that tells it apart from the others; may be empty
 * @param problems why it cannot be used, each in one line; empty where it can
 * @param opener opens the way; called away from the JavaFX thread, and may take its time
 */
public record SignInOption(Kind kind, String label, String description, List<String> problems, Opener opener) {

    public SignInOption {
        problems = List.copyOf(problems);
    }

    /** The sorts of ways, in the order in which they are offered. */
    public enum Kind {
        /** The account in memory that never touches AWS. */
        PRACTICE,
        /** A profile of IAM Identity Center. */
        IDENTITY_CENTER,
        /** A profile that {@code aws login} filled. */
        LOGIN,
        /** A profile that assumes a role. */
        ROLE,
        /** A profile that runs a program for its credentials. */
        PROCESS,
        /** A profile with access keys of its own. */
        ACCESS_KEYS,
        /** The credentials in the environment. */
        ENVIRONMENT,
        /** A profile that nothing can be made of: its problems say why. */
        OTHER
    }

    /** Whether it is the same way, as far as anybody can see. */
    public boolean isLike(SignInOption other) {
        return kind == other.kind && label.equals(other.label) && description.equals(other.description)
                && problems.equals(other.problems);
    }

    @FunctionalInterface
    public interface Opener {
        Connection open() throws Exception;
    }

    public boolean usable() {
        return problems.isEmpty();
    }
}
