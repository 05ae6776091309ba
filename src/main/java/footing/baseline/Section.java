package footing.baseline;

/** The sections of the baseline, in its order. */
public enum Section {
    COMMUNICATION,
    IDENTITY,
    LOGGING,
    BILLING
}
