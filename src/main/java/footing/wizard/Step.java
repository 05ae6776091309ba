package footing.wizard;

import java.util.Locale;

/** The steps of the wizard, in their order. A step knows its phase, and none of its neighbours. */
public enum Step {
    SIGN_IN(Phase.LOOK),
    SURVEY(Phase.LOOK),
    CONTACTS(Phase.CHOOSE),
    NOTIFICATIONS(Phase.CHOOSE),
    PEOPLE(Phase.CHOOSE),
    BUDGETS(Phase.CHOOSE),
    REVIEW(Phase.CHANGE),
    APPLY(Phase.CHANGE),
    FINISH(Phase.PROVE),
    CHECKLIST(Phase.PROVE);

    private final Phase phase;
    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Step(Phase phase) {
        this.phase = phase;
    }

    public Phase phase() {
        return phase;
    }

    /** The first part of its texts' keys: {@code sign-in}. */
    public String key() {
        return key;
    }
}
