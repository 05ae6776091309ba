package footing.practice;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Holds the practice account. Everybody reads the same value; who changes it gives a command that makes the next value
 * of the present one, or throws and changes nothing. Safe for many threads: commands run one after the other.
 */
public final class PracticeState {

    private final Consumer<PracticeAccount> keep;
    private final String id;
    private final Object lock = new Object();
    private volatile PracticeAccount account;
    /** What whoever holds the lock has made of the account so far. */
    private PracticeAccount working;
    private boolean together;

    /**
     * @param keep told of each new value before anyone sees it; where it throws, nothing has changed
     * @param id tells the account from every other one, those begun from the same scenario too
     */
    PracticeState(PracticeAccount account, Consumer<PracticeAccount> keep, String id) {
        this.id = id;
        this.account = account;
        this.working = account;
        this.keep = keep;
    }

    /** An account that lives as long as this process. */
    public static PracticeState of(PracticeAccount account) {
        return new PracticeState(account, (changed) -> {
        }, UUID.randomUUID().toString());
    }

    /** Tells the account from every other one: what was done to another is no history of this one. */
    public String id() {
        return id;
    }

    public PracticeAccount read() {
        return Thread.holdsLock(lock) ? working : account;
    }

    /**
     * Checks and changes at once.
     *
     * @param command gives the next value; what it throws goes to the caller and nothing has changed
     * @return the account as it is after the command
     */
    public PracticeAccount update(UnaryOperator<PracticeAccount> command) {
        synchronized (lock) {
            PracticeAccount next = command.apply(working);
            if (!together) {
                show(next);
            }
            working = next;
            return next;
        }
    }

    /**
     * Several commands of one thread as one: nobody else sees, and nothing keeps, what lies between them.
     *
     * @param commands what it throws goes to the caller and nothing has changed
     */
    public <R> R together(Supplier<R> commands) {
        synchronized (lock) {
            if (together) {
                return commands.get();
            }
            together = true;
            try {
                R result = commands.get();
                show(working);
                return result;
            } finally {
                together = false;
                working = account;
            }
        }
    }

    private void show(PracticeAccount next) {
        if (!next.equals(account)) {
            keep.accept(next);
            account = next;
        }
    }
}
