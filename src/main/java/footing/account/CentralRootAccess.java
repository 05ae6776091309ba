package footing.account;

/**
 * What an organization looks after of the root users of its member accounts. Source: {@code
 * iam:ListOrganizationsFeatures}, which only the account that manages the organization may ask.
 *
 * @param credentials whether it takes away the members' root passwords and keys
 * @param sessions whether it does for them what only a root user may
 */
public record CentralRootAccess(boolean credentials, boolean sessions) {
}
