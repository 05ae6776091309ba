package footing.aws;

import footing.account.Problem;
import java.util.Locale;
import java.util.Map;

/** AWS did not say which account this is, though nothing is known to be wrong with the credentials. */
public final class UnreachableException extends RuntimeException implements Explained {

    public enum Reason {
        /** There is no such host, as far as this machine knows. */
        UNKNOWN_HOST,
        NO_CONNECTION,
        NO_ANSWER,
        /** Something answered that is not AWS: a proxy, a sign-in page of the network, a web server. */
        NOT_AWS,
        /** The account, or the Region that was named, is of a partition that Footing does not know. */
        UNKNOWN_PARTITION,
        OTHER
    }

    private final Problem problem;
    private final Reason reason;

    public UnreachableException(Problem problem) {
        this(problem, switch (problem.kind()) {
            case TIMED_OUT -> Reason.NO_ANSWER;
            case NETWORK -> Reason.NO_CONNECTION;
            case THROTTLED, CREDENTIALS, CREDENTIALS_HERE, SERVICE, NOT_READ -> Reason.OTHER;
        });
    }

    public UnreachableException(Problem problem, Reason reason) {
        super("AWS did not answer " + problem.call() + ": " + problem.message());
        this.problem = problem;
        this.reason = reason;
    }

    public Problem problem() {
        return problem;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public String key() {
        return "unreachable." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Map<String, String> values() {
        return Map.of("call", problem.call(), "detail", problem.message());
    }
}
