package footing.plan;

import footing.account.AlternateContact;
import footing.account.ConfigRecording;
import footing.account.ContactType;
import footing.account.LogBucket;
import footing.account.PasswordPolicy;
import footing.account.PrimaryContact;
import footing.account.Region;
import java.util.Optional;

/**
 * A setting that CloudFormation does not make, or that belongs to something Footing did not make: it is read before it
 * is written, and what was there is
 * kept, so that it can be put back. How each is read and written is known in the room of the AWS SDK alone.
 *
 * @param <T> the whole of the setting's value
 */
public sealed interface Setting<T> {

    /** {@code account:Get/PutContactInformation}. */
    record PrimaryContactSetting(Region region) implements Setting<PrimaryContact> {
    }

    /** {@code account:Get/Put/DeleteAlternateContact}. */
    record AlternateContactSetting(ContactType type, Region region) implements Setting<Optional<AlternateContact>> {
    }

    /** {@code iam:Get/Update/DeleteAccountPasswordPolicy}. */
    record PasswordPolicySetting(Region region) implements Setting<Optional<PasswordPolicy>> {
    }

    /**
     * What an existing trail records. {@code cloudtrail:UpdateTrail}, {@code PutEventSelectors}, {@code StartLogging}.
     */
    record TrailCoverageSetting(String trailArn, Region region) implements Setting<TrailCoverage> {
    }

    /** Whether an existing trail's log files can be proved unchanged. {@code cloudtrail:UpdateTrail}. */
    record TrailValidationSetting(String trailArn, Region region) implements Setting<Boolean> {
    }

    /**
     * Which events an existing trail records, selector by selector as {@code cloudtrail:PutEventSelectors} takes them:
     * so that they can be put back as they were. {@code cloudtrail:GetEventSelectors}, {@code PutEventSelectors}.
     */
    record TrailSelectorsSetting(String trailArn, Region region) implements Setting<Value.Fields> {
    }

    /** The log group that an existing trail writes to. {@code cloudtrail:UpdateTrail}. */
    record TrailLogDeliverySetting(String trailArn, Region region) implements Setting<Optional<TrailLogDelivery>> {
    }

    /** The policy of an existing bucket: its JSON text. {@code s3:Get/Put/DeleteBucketPolicy}. */
    record BucketPolicySetting(String bucket, Region region) implements Setting<Optional<String>> {
    }

    /** {@code s3:Get/PutPublicAccessBlock} of an existing bucket. */
    record BucketPublicAccessSetting(String bucket, Region region) implements Setting<LogBucket.PublicAccess> {
    }

    /** {@code s3:Get/PutBucketVersioning} of an existing bucket. */
    record BucketVersioningSetting(String bucket, Region region) implements Setting<Boolean> {
    }

    /**
     * Whether and what an existing recorder of AWS Config records. {@code config:PutConfigurationRecorder}, {@code
     * StartConfigurationRecorder}.
     */
    record ConfigRecorderSetting(String recorder, Region region) implements Setting<Recording> {
    }

    /** The policy of an existing topic: its JSON text. {@code sns:Get/SetTopicAttributes}. */
    record TopicPolicySetting(String topicArn, Region region) implements Setting<String> {
    }

    /**
     * Whether one of Footing's stacks that is there already is protected from being deleted. {@code
     * cloudformation:DescribeStacks}, {@code UpdateTerminationProtection}.
     */
    record StackProtectionSetting(String stackName, Region region) implements Setting<Boolean> {
    }

    /** What the whole account closes to the public in its buckets. {@code s3control:Get/PutPublicAccessBlock}. */
    record AccountPublicAccessSetting(String account, Region region) implements Setting<LogBucket.PublicAccess> {
    }

    /** Whether new volumes of a Region are encrypted. {@code ec2:Get/Enable/DisableEbsEncryptionByDefault}. */
    record EbsEncryptionSetting(Region region) implements Setting<Boolean> {
    }

    record Recording(boolean recording, ConfigRecording.Scope scope) {
    }

    record TrailCoverage(boolean multiRegion, boolean globalEvents, boolean logging, boolean allManagementEvents) {
    }

    record TrailLogDelivery(String logGroupArn, String roleArn) {
    }

    /** The Region whose endpoint is called. */
    Region region();
}
