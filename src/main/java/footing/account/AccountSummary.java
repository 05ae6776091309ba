package footing.account;

/**
 * The part of the account summary that speaks of the root user.
 * Source: {@code iam:GetAccountSummary}: AccountMFAEnabled, AccountAccessKeysPresent, AccountPasswordPresent,
 * AccountSigningCertificatesPresent, Users.
 */
public record AccountSummary(boolean rootMfaEnabled, boolean rootAccessKeysPresent, boolean rootPasswordPresent,
        boolean rootSigningCertificatesPresent, int users) {

    /**
     * A member account whose root credentials were taken away by central root access has nothing that could be stolen.
     */
    public boolean rootHasNoCredentials() {
        return !rootPasswordPresent && !rootAccessKeysPresent && !rootSigningCertificatesPresent;
    }
}
