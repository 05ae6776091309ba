package footing.account;

import java.util.Optional;

/**
 * Who is asking, and of which account. Source: {@code sts:GetCallerIdentity}, {@code iam:ListAccountAliases}.
 *
 * @param account the account's id, 12 digits
 * @param principal the caller's ARN
 * @param alias the account's alias, where it has one
 * @param partition the partition that the account lives in
 */
public record Identity(String account, String principal, Optional<String> alias, Partition partition) {

    /** Whether the caller is the account's root user, who should do nothing here but what only root can do. */
    public boolean isRoot() {
        return principal.endsWith(":root");
    }
}
