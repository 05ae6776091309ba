package footing.wire;

import static footing.wire.GoodAccount.TOPIC;
import static footing.wire.GoodAccount.TRAIL;
import static footing.wire.GoodAccount.USER;
import static footing.wire.MotoAccount.BUCKET;
import static footing.wire.MotoAccount.HOME;

import footing.account.ConfigRule;
import footing.account.ContactType;
import footing.account.Region;
import footing.account.SampleConfig;
import footing.choices.Activity;
import footing.choices.ItemId;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** Ways to spoil a {@link GoodAccount}, one after another, from what hangs on nothing to what all else hangs on. */
final class Spoiling {

    private static final Region IRELAND = new Region("eu-west-1");

    /** @param verdicts what it changes */
    record Step(String what, Runnable spoil, Map<ItemId, String> verdicts) {
    }

    private final MotoAccount account;

    Spoiling(MotoAccount account) {
        this.account = account;
    }

    List<Step> steps() {
        IamClient iam = in(IamClient.class, HOME);
        return List.of(
                step("a contact that is a person's mailbox",
                        () -> account.contact(ContactType.BILLING, "ada.lovelace@gmail.com"),
                        "billing-contact NOT_MET free-mail"),
                step("a contact that is gone",
                        () -> in(AccountClient.class, HOME)
                                .deleteAlternateContact((delete) -> delete.alternateContactType("SECURITY")),
                        "security-contact NOT_MET none"),
                step("short passwords", () -> account.passwordPolicy(8), "password-policy NOT_MET weak"),
                step("a user without a device",
                        () -> iam.listMFADevices((list) -> list.userName(USER))
                                .mfaDevices()
                                .forEach((device) -> iam.deactivateMFADevice(
                                        (off) -> off.userName(USER).serialNumber(device.serialNumber()))),
                        "user-mfa NOT_MET missing"),
                step("a policy that a user has directly", () -> account.policy(USER),
                        "role-groups NOT_MET policies-on-users"),
                step("nobody to sign in with",
                        () -> iam.listSAMLProviders()
                                .samlProviderList()
                                .forEach((provider) -> iam
                                        .deleteSAMLProvider((delete) -> delete.samlProviderArn(provider.arn()))),
                        "federation NOT_MET none"),
                step("nobody who hears of security", () -> unsubscribe(HOME, TOPIC),
                        "security-notifications NOT_MET nobody", "activity-alarms NOT_MET nobody",
                        "config-notifications NOT_MET nobody"),
                step("an alarm that is silenced", () -> account.alarmSilenced(HOME, Activity.ROOT_USE),
                        "activity-alarms NOT_MET missing"),
                step("an event rule that is off in one Region",
                        () -> in(EventBridgeClient.class, IRELAND).disableRule((off) -> off.name("findings")),
                        "config-notifications NOT_MET off"),
                step("a recorder that is stopped in one Region",
                        () -> in(ConfigClient.class, IRELAND)
                                .stopConfigurationRecorder((stop) -> stop.configurationRecorderName("default")),
                        "config-recorder NOT_MET stopped"),
                step("a rule that is gone in one Region",
                        () -> in(ConfigClient.class, IRELAND).deleteConfigRule((delete) -> delete
                                .configRuleName(SampleConfig.name(ConfigRule.Managed.INCOMING_SSH_DISABLED))),
                        "config-rules NOT_MET missing"),
                step("nobody who hears of money", () -> unsubscribe(Region.US_EAST_1, "billing"),
                        // budgets may notify another topic: moto does not tell
                        "billing-notifications UNKNOWN unseen.failed.service"),
                step("log files that nothing proves",
                        () -> in(CloudTrailClient.class, HOME)
                                .updateTrail((update) -> update.name(TRAIL).enableLogFileValidation(false)),
                        "trail-validation NOT_MET off"),
                step("a bucket that is open",
                        () -> in(S3Client.class, HOME).deletePublicAccessBlock((delete) -> delete.bucket(BUCKET)),
                        "log-bucket NOT_MET short"),
                step("a trail that is stopped", () -> account.stopped(TRAIL), "trail NOT_MET stopped",
                        "trail-to-logs NOT_MET stopped", "activity-alarms NOT_MET no-covering-trail"));
    }

    private static Step step(String what, Runnable spoil, String... verdicts) {
        return new Step(what, spoil, Verdicts.verdicts(verdicts));
    }

    private <C extends AwsClient> C in(Class<C> type, Region region) {
        return account.clients().get(type, region);
    }

    private void unsubscribe(Region region, String topic) {
        SnsClient sns = in(SnsClient.class, region);
        sns.listSubscriptionsByTopic((list) -> list.topicArn(MotoAccount.topicArn(region, topic)))
                .subscriptions()
                .forEach((one) -> sns.unsubscribe((end) -> end.subscriptionArn(one.subscriptionArn())));
    }
}
