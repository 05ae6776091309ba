package footing.baseline;

/** Where one item stands. */
public enum Status {
    MET,
    NOT_MET,
    /** Made, and waiting for the world: an address to be confirmed, a first delivery. */
    PENDING,
    /** Could not be seen. */
    UNKNOWN,
    /** A person has given their word, and it still holds. */
    ATTESTED,
    /** Only a person knows. */
    NEEDS_ATTESTATION,
    /** Does not apply to this account. */
    NOT_APPLICABLE
}
