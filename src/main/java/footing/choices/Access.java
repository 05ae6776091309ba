package footing.choices;

/**
 * How people get into the account, and how that is reviewed.
 *
 * @param unusedAccess whether an analyzer tells what access nobody uses; AWS asks money for every role and user
 */
public record Access(boolean unusedAccess) {

    /** What the analyzer of unused access is called in the template. */
    public static final String UNUSED_ANALYZER = "UnusedAccessAnalyzer";

    /** What holds where nobody has chosen. */
    public static final Access USUAL = new Access(false);
}
