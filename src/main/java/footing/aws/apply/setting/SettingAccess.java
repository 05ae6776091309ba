package footing.aws.apply.setting;

import footing.account.Region;
import footing.aws.AwsClients;
import footing.plan.Setting;
import footing.plan.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * How one setting is read and written. Errors of the SDK go through.
 *
 * @param <T> the setting's value
 */
public interface SettingAccess<T> {

    /** What is there now. */
    T read();

    /**
     * Makes it so, by all that {@link #writes} gives.
     *
     * @param before what was just read
     */
    void write(T before, T after);

    /** The calls that make it so, as few as it takes: each is one write to AWS, and is told apart. */
    default List<Write<T>> writes(T before, T after) {
        return List.of(new Write<>(after, () -> write(before, after)));
    }

    /**
     * @param after what the setting is once the call was made
     * @param overwritten what the call overwrites beyond the setting's own value, by the API's names, so that it is not
     * lost
     * @param written what it writes in place of that
     */
    record Write<T>(T after, Value.Fields overwritten, Value.Fields written, Runnable call) {
        Write(T after, Runnable call) {
            this(after, Value.none(), Value.none(), call);
        }
    }

    /** The way to a setting. A further setting is one more line and one more class. */
    @SuppressWarnings("unchecked") // every line ties the access to the setting's own type
    static <T> SettingAccess<T> of(AwsClients clients, Setting<T> setting) {
        Region region = setting.region();
        return (SettingAccess<T>) switch (setting) {
            case Setting.PrimaryContactSetting s ->
                new PrimaryContactAccess(clients.get(AccountClient.class, region));
            case Setting.AlternateContactSetting s ->
                new AlternateContactAccess(clients.get(AccountClient.class, region), s.type());
            case Setting.PasswordPolicySetting s -> new PasswordPolicyAccess(clients.get(IamClient.class, region));
            case Setting.TrailCoverageSetting s ->
                new TrailCoverageAccess(clients.get(CloudTrailClient.class, region), s.trailArn());
            case Setting.TrailSelectorsSetting s ->
                new TrailSelectorsAccess(clients.get(CloudTrailClient.class, region), s.trailArn());
            case Setting.TrailValidationSetting s ->
                new TrailValidationAccess(clients.get(CloudTrailClient.class, region), s.trailArn());
            case Setting.TrailLogDeliverySetting s ->
                new TrailLogDeliveryAccess(clients.get(CloudTrailClient.class, region), s.trailArn());
            case Setting.BucketPolicySetting s ->
                new BucketPolicyAccess(clients.get(S3Client.class, region), s.bucket());
            case Setting.BucketPublicAccessSetting s ->
                new BucketPublicAccessAccess(clients.get(S3Client.class, region), s.bucket());
            case Setting.BucketVersioningSetting s ->
                new BucketVersioningAccess(clients.get(S3Client.class, region), s.bucket());
            case Setting.ConfigRecorderSetting s ->
                new ConfigRecorderAccess(clients.get(ConfigClient.class, region), s.recorder());
            case Setting.TopicPolicySetting s ->
                new TopicPolicyAccess(clients.get(SnsClient.class, region), s.topicArn());
            case Setting.StackProtectionSetting s ->
                new StackProtectionAccess(clients.get(CloudFormationClient.class, region), s.stackName());
            case Setting.AccountPublicAccessSetting s ->
                new AccountPublicAccessAccess(clients.get(S3ControlClient.class, region), s.account());
            case Setting.EbsEncryptionSetting s -> new EbsEncryptionAccess(clients.get(Ec2Client.class, region));
        };
    }

    /** The answer, or nothing where AWS says with this code that there is none. */
    static <R> Optional<R> unless(String code, Supplier<R> call) {
        try {
            return Optional.of(call.get());
        } catch (AwsServiceException e) {
            if (footing.aws.AwsErrors.code(e).filter(code::equals).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
