package footing.wizard;

import footing.plan.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The way through the steps, as a function of how far a person has come. */
public final class Journey {

    private static final List<Step> STEPS = List.of(Step.values());

    /** How the list of steps shows one. */
    public enum Mark {
        DONE,
        CURRENT,
        NOT_YET
    }

    private Journey() {
    }

    /**
     * The step after the one that is shown; none after the last, nor where what it needs is not there yet.
     */
    public static Optional<Step> next(Session session) {
        return STEPS.stream()
                .filter((step) -> step.compareTo(session.at()) > 0 && isNeeded(step, session)
                        && !(session.at() == Step.REVIEW && step == Step.APPLY && isNothing(session)))
                .findFirst()
                .filter((step) -> isReady(step, session));
    }

    /** The step before the one that is shown and has what it needs; none before the first. */
    public static Optional<Step> back(Session session) {
        return STEPS.reversed()
                .stream()
                .filter((step) -> step.compareTo(session.at()) < 0 && isNeeded(step, session)
                        && isReady(step, session))
                .findFirst();
    }

    /** Whether the list of steps leads there: to what was reached before and still has what it needs. */
    public static boolean leadsTo(Step step, Session session) {
        return step != session.at() && step.compareTo(session.furthest()) <= 0 && isNeeded(step, session)
                && isReady(step, session);
    }

    public static Mark mark(Step step, Session session) {
        if (step == session.at()) {
            return Mark.CURRENT;
        }
        return step.compareTo(session.furthest()) < 0 || step.compareTo(session.at()) < 0 ? Mark.DONE : Mark.NOT_YET;
    }

    /** The steps under one heading. */
    public static List<Step> steps(Phase phase) {
        return Arrays.stream(Step.values()).filter((step) -> step.phase() == phase).toList();
    }

    /** Applying is left out where there is nothing to apply and nothing was applied. */
    private static boolean isNeeded(Step step, Session session) {
        return step != Step.APPLY || session.applied().isPresent() || !isNothing(session);
    }

    private static boolean isNothing(Session session) {
        return session.plan().map(Plan::isEmpty).orElse(false);
    }

    private static boolean isReady(Step step, Session session) {
        return switch (step) {
            case SIGN_IN -> true;
            case SURVEY -> session.connection().isPresent();
            case CONTACTS, NOTIFICATIONS, PEOPLE, BUDGETS -> session.isCurrent();
            case REVIEW -> session.isCurrent() && session.choices().isPresent();
            case APPLY -> session.plan().isPresent();
            case FINISH, CHECKLIST -> session.isCurrent() && session.plan().isPresent();
        };
    }
}
