package footing.baseline;

/** The sections of the baseline, in its order, and what is offered beyond it. */
public enum Section {
    COMMUNICATION,
    IDENTITY,
    LOGGING,
    BILLING,
    /** No part of the baseline: never counted with it. */
    BEYOND
}
