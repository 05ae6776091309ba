package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Region;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Guide;
import java.net.URI;

/** Places in the console of the partition that the account lives in, and the guides that begin there. */
final class Console {

    private Console() {
    }

    /** The account page: contact information, alternate contacts, the root user's address. */
    static URI account(AccountState account) {
        return at(account, "/billing/home", "#/account");
    }

    /** The security credentials of whoever is signed in; for the root user, its MFA devices and access keys. */
    static URI securityCredentials(AccountState account) {
        return at(account, "/iam/home", "#/security_credentials");
    }

    /** The page of one bucket. */
    static URI bucket(AccountState account, String name) {
        return at(account, "/s3/buckets/" + name, "");
    }

    /** The topics of the home Region. */
    static URI topics(AccountState account) {
        return at(account, account.home(), "/sns/v3/home", "#/topics");
    }

    /** The list of IAM users. */
    static URI users(AccountState account) {
        return at(account, "/iam/home", "#/users");
    }

    /** The identity providers that IAM trusts. */
    static URI providers(AccountState account) {
        return at(account, "/iam/home", "#/identity_providers");
    }

    /** The analyzers of the home Region. */
    static URI analyzers(AccountState account) {
        return at(account, account.home(), "/access-analyzer/home", "#/settings");
    }

    /** The settings of GuardDuty in the home Region. */
    static URI detectors(AccountState account) {
        return at(account, account.home(), "/guardduty/home", "#/settings");
    }

    /** IAM Identity Center in the home Region. */
    static URI identityCenter(AccountState account) {
        return at(account, account.home(), "/singlesignon/home", "");
    }

    /** The settings of AWS Config in a Region. */
    static URI config(AccountState account, Region region) {
        return at(account, region, "/config/home", "#/settings");
    }

    /** A topic. */
    static URI topic(AccountState account, Region region, String arn) {
        return at(account, region, "/sns/v3/home", "#/topic/" + arn);
    }

    /** The support plans. */
    static URI supportPlans(AccountState account) {
        return at(account, "/support/plans/home", "#/");
    }

    /** The topics of the Region that answers for billing. */
    static URI billingTopics(AccountState account) {
        return ofBilling(account, "/sns/v3/home", "#/topics");
    }

    /** Data exports. */
    static URI exports(AccountState account) {
        return ofBilling(account, "/costmanagement/home", "#/bcm-data-exports");
    }

    static Change.ManualStep step(ItemId item, String guide, URI link) {
        return new Change.ManualStep(item, new Guide("guide." + guide, link));
    }

    private static URI ofBilling(AccountState account, String path, String fragment) {
        return at(account, account.identity().partition().billingRegion(), path, fragment);
    }

    private static URI at(AccountState account, String path, String fragment) {
        return at(account, account.identity().partition().globalRegion(), path, fragment);
    }

    private static URI at(AccountState account, Region region, String path, String fragment) {
        return URI.create("https://" + account.identity().partition().consoleHost() + path + "?region=" + region.id()
                + fragment);
    }
}
