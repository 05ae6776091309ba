package footing.account;

/** Who refused, as far as AWS's message tells. */
public enum DeniedBy {
    /** No identity-based policy allows the action, or one denies it. */
    IDENTITY_POLICY,
    PERMISSIONS_BOUNDARY,
    SESSION_POLICY,
    RESOURCE_POLICY,
    /** A service control policy or another policy of the organization. */
    ORGANIZATION_POLICY,
    /** AWS did not say. */
    NOT_TOLD
}
