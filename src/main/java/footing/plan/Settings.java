package footing.plan;

import footing.account.ContactType;
import footing.account.Region;

/** What a setting is called, where it is written down: in a plan, in a journal. */
public final class Settings {

    private static final String SETTING = "setting";
    private static final String REGION = "region";

    private Settings() {
    }

    /** The kind of setting: {@code bucket-policy}. */
    public static String kind(Setting<?> setting) {
        return switch (setting) {
            case Setting.PrimaryContactSetting s -> "primary-contact";
            case Setting.AlternateContactSetting s -> "alternate-contact";
            case Setting.PasswordPolicySetting s -> "password-policy";
            case Setting.TrailCoverageSetting s -> "trail-coverage";
            case Setting.TrailSelectorsSetting s -> "trail-selectors";
            case Setting.TrailValidationSetting s -> "trail-validation";
            case Setting.TrailLogDeliverySetting s -> "trail-log-delivery";
            case Setting.BucketPolicySetting s -> "bucket-policy";
            case Setting.BucketPublicAccessSetting s -> "bucket-public-access";
            case Setting.BucketVersioningSetting s -> "bucket-versioning";
            case Setting.ConfigRecorderSetting s -> "config-recorder";
            case Setting.TopicPolicySetting s -> "topic-policy";
            case Setting.StackProtectionSetting s -> "stack-protection";
            case Setting.AccountPublicAccessSetting s -> "account-public-access";
            case Setting.EbsEncryptionSetting s -> "ebs-encryption";
        };
    }

    /** What the setting is one of: the bucket's name, the trail's ARN; empty where an account has but one. */
    public static String subject(Setting<?> setting) {
        return switch (setting) {
            case Setting.PrimaryContactSetting s -> "";
            case Setting.AlternateContactSetting s -> s.type().name();
            case Setting.PasswordPolicySetting s -> "";
            case Setting.TrailCoverageSetting s -> s.trailArn();
            case Setting.TrailSelectorsSetting s -> s.trailArn();
            case Setting.TrailValidationSetting s -> s.trailArn();
            case Setting.TrailLogDeliverySetting s -> s.trailArn();
            case Setting.BucketPolicySetting s -> s.bucket();
            case Setting.BucketPublicAccessSetting s -> s.bucket();
            case Setting.BucketVersioningSetting s -> s.bucket();
            case Setting.ConfigRecorderSetting s -> s.recorder();
            case Setting.TopicPolicySetting s -> s.topicArn();
            case Setting.StackProtectionSetting s -> s.stackName();
            case Setting.AccountPublicAccessSetting s -> s.account();
            case Setting.EbsEncryptionSetting s -> "";
        };
    }

    /**
     * The setting in one word: {@code bucket-policy:my-logs}. Where there may be one of the name in each Region, with
     * its Region: {@code config-recorder:default@eu-west-1}.
     */
    public static String key(Setting<?> setting) {
        String subject = subject(setting);
        String key = subject.isEmpty() ? kind(setting) : kind(setting) + ":" + subject;
        return isOfRegion(setting) ? key + "@" + setting.region() : key;
    }

    /** Whether there may be another of the same name in another Region. */
    static boolean isOfRegion(Setting<?> setting) {
        return switch (setting) {
            case Setting.ConfigRecorderSetting s -> true;
            case Setting.StackProtectionSetting s -> true;
            case Setting.EbsEncryptionSetting s -> true;
            case Setting.AccountPublicAccessSetting s -> false;
            case Setting.PrimaryContactSetting s -> false;
            case Setting.AlternateContactSetting s -> false;
            case Setting.PasswordPolicySetting s -> false;
            case Setting.TrailCoverageSetting s -> false;
            case Setting.TrailSelectorsSetting s -> false;
            case Setting.TrailValidationSetting s -> false;
            case Setting.TrailLogDeliverySetting s -> false;
            case Setting.BucketPolicySetting s -> false;
            case Setting.BucketPublicAccessSetting s -> false;
            case Setting.BucketVersioningSetting s -> false;
            case Setting.TopicPolicySetting s -> false;
        };
    }

    /** The setting as data; {@link #read} is the way back. */
    public static Value.Fields show(Setting<?> setting) {
        return Value.fields(SETTING, Value.text(kind(setting)))
                .with("of", Value.text(subject(setting)))
                .with(REGION, Value.text(setting.region().id()));
    }

    /**
     * @throws IllegalArgumentException where it is no setting that is known here
     */
    public static Setting<?> read(Value value) {
        FieldReader fields = FieldReader.of(value);
        Region region = new Region(fields.text(REGION));
        String subject = fields.text("of");
        return switch (fields.text(SETTING)) {
            case "primary-contact" -> new Setting.PrimaryContactSetting(region);
            case "alternate-contact" -> new Setting.AlternateContactSetting(ContactType.valueOf(subject), region);
            case "password-policy" -> new Setting.PasswordPolicySetting(region);
            case "trail-coverage" -> new Setting.TrailCoverageSetting(subject, region);
            case "trail-selectors" -> new Setting.TrailSelectorsSetting(subject, region);
            case "trail-validation" -> new Setting.TrailValidationSetting(subject, region);
            case "trail-log-delivery" -> new Setting.TrailLogDeliverySetting(subject, region);
            case "bucket-policy" -> new Setting.BucketPolicySetting(subject, region);
            case "bucket-public-access" -> new Setting.BucketPublicAccessSetting(subject, region);
            case "bucket-versioning" -> new Setting.BucketVersioningSetting(subject, region);
            case "config-recorder" -> new Setting.ConfigRecorderSetting(subject, region);
            case "topic-policy" -> new Setting.TopicPolicySetting(subject, region);
            case "stack-protection" -> new Setting.StackProtectionSetting(subject, region);
            case "account-public-access" -> new Setting.AccountPublicAccessSetting(subject, region);
            case "ebs-encryption" -> new Setting.EbsEncryptionSetting(region);
            default -> throw new IllegalArgumentException("no such setting: " + fields.text(SETTING));
        };
    }
}
