package footing.account;

/**
 * An analyzer of IAM Access Analyzer. Source: {@code access-analyzer:ListAnalyzers}.
 *
 * @param type as AWS writes it: {@code ACCOUNT}, {@code ORGANIZATION}, {@code ACCOUNT_UNUSED_ACCESS} …
 * @param status as AWS writes it: {@code ACTIVE}, {@code CREATING}, {@code DISABLED}, {@code FAILED}
 */
public record Analyzer(String name, String arn, String type, String status) {

    /** Whether it looks for what is open to others, which costs nothing. */
    public boolean isForExternalAccess() {
        return type.equals("ACCOUNT") || type.equals("ORGANIZATION");
    }

    /** Whether it looks for access that nobody uses, for which AWS asks money. */
    public boolean isForUnusedAccess() {
        return type.equals("ACCOUNT_UNUSED_ACCESS") || type.equals("ORGANIZATION_UNUSED_ACCESS");
    }

    public boolean isActive() {
        return status.equals("ACTIVE");
    }
}
