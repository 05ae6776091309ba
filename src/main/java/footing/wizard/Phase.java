package footing.wizard;

/** The four headings under which the steps stand. Nothing before {@link #CHANGE} touches the account. */
public enum Phase {
    LOOK,
    CHOOSE,
    CHANGE,
    PROVE
}
