package footing.account;

/**
 * The organization that the account belongs to. Source: {@code organizations:DescribeOrganization}.
 *
 * @param id {@code o-…}
 * @param managementAccount the id of the account that manages it
 * @param allFeatures whether it has policies and central management, or consolidated billing alone
 */
public record Organization(String id, String managementAccount, boolean allFeatures) {

    public boolean isManagedBy(String account) {
        return managementAccount.equals(account);
    }
}
