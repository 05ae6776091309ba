package footing.account;

/**
 * An instance of IAM Identity Center that this account sees. Source: {@code sso:ListInstances}.
 *
 * @param owner the id of the account that it belongs to
 */
public record IdentityCenter(String arn, String owner, boolean active) {
}
