package footing.aws;

import footing.account.Problem;

/** AWS did not say which account this is, though nothing is known to be wrong with the credentials. */
public final class UnreachableException extends RuntimeException {

    private final Problem problem;

    public UnreachableException(Problem problem) {
        super("AWS did not answer " + problem.call() + ": " + problem.message());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
