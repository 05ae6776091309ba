package footing.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import footing.account.AlternateContact;
import footing.account.ConfigRecording;
import footing.account.LogBucket;
import footing.account.PasswordPolicy;
import footing.account.PrimaryContact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The value of every setting as data, for the preview and for the journal, and back. Fields are named as AWS's API
 * names them; what is not set is left out.
 */
public final class SettingValues {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Codec<PrimaryContact> PRIMARY_CONTACT = new Codec<>(
            (contact) -> new Writer().text("FullName", contact.fullName())
                    .text("CompanyName", contact.companyName())
                    .text("AddressLine1", contact.addressLine1())
                    .text("AddressLine2", contact.addressLine2())
                    .text("AddressLine3", contact.addressLine3())
                    .text("City", contact.city())
                    .text("DistrictOrCounty", contact.districtOrCounty())
                    .text("StateOrRegion", contact.stateOrRegion())
                    .text("PostalCode", contact.postalCode())
                    .text("CountryCode", contact.countryCode())
                    .text("PhoneNumber", contact.phoneNumber())
                    .text("WebsiteUrl", contact.websiteUrl())
                    .fields(),
            (value) -> {
                FieldReader read = FieldReader.of(value);
                return new PrimaryContact(read.text("FullName"), read.optionalText("CompanyName"),
                        read.text("AddressLine1"), read.optionalText("AddressLine2"),
                        read.optionalText("AddressLine3"), read.text("City"), read.optionalText("DistrictOrCounty"),
                        read.optionalText("StateOrRegion"), read.text("PostalCode"), read.text("CountryCode"),
                        read.text("PhoneNumber"), read.optionalText("WebsiteUrl"));
            });

    private static final Codec<AlternateContact> ALTERNATE_CONTACT = new Codec<>(
            (contact) -> new Writer().text("Name", contact.name())
                    .text("Title", contact.title())
                    .text("EmailAddress", contact.email())
                    .text("PhoneNumber", contact.phone())
                    .fields(),
            (value) -> {
                FieldReader read = FieldReader.of(value);
                return new AlternateContact(read.text("Name"), read.text("Title"), read.text("EmailAddress"),
                        read.text("PhoneNumber"));
            });

    private static final Codec<PasswordPolicy> PASSWORD_POLICY = new Codec<>(
            (policy) -> new Writer().number("MinimumPasswordLength", Optional.of(policy.minimumLength()))
                    .flag("RequireSymbols", policy.requireSymbols())
                    .flag("RequireNumbers", policy.requireNumbers())
                    .flag("RequireUppercaseCharacters", policy.requireUppercase())
                    .flag("RequireLowercaseCharacters", policy.requireLowercase())
                    .flag("AllowUsersToChangePassword", policy.allowUsersToChange())
                    .flag("HardExpiry", policy.hardExpiry())
                    .number("MaxPasswordAge", policy.maxAgeDays())
                    .number("PasswordReusePrevention", policy.reusePrevention())
                    .fields(),
            (value) -> {
                FieldReader read = FieldReader.of(value);
                return new PasswordPolicy(read.number("MinimumPasswordLength"), read.flag("RequireSymbols"),
                        read.flag("RequireNumbers"), read.flag("RequireUppercaseCharacters"),
                        read.flag("RequireLowercaseCharacters"), read.flag("AllowUsersToChangePassword"),
                        read.flag("HardExpiry"), read.optionalNumber("MaxPasswordAge"),
                        read.optionalNumber("PasswordReusePrevention"));
            });

    private static final Codec<Setting.TrailCoverage> TRAIL_COVERAGE = new Codec<>(
            (coverage) -> new Writer().flag("IsMultiRegionTrail", coverage.multiRegion())
                    .flag("IncludeGlobalServiceEvents", coverage.globalEvents())
                    .flag("IsLogging", coverage.logging())
                    .flag("AllManagementEvents", coverage.allManagementEvents())
                    .fields(),
            (value) -> {
                FieldReader read = FieldReader.of(value);
                return new Setting.TrailCoverage(read.flag("IsMultiRegionTrail"),
                        read.flag("IncludeGlobalServiceEvents"), read.flag("IsLogging"),
                        read.flag("AllManagementEvents"));
            });

    private static final Codec<Setting.TrailLogDelivery> TRAIL_LOG_DELIVERY = new Codec<>(
            (delivery) -> new Writer().text("CloudWatchLogsLogGroupArn", delivery.logGroupArn())
                    .text("CloudWatchLogsRoleArn", delivery.roleArn())
                    .fields(),
            (value) -> {
                FieldReader read = FieldReader.of(value);
                return new Setting.TrailLogDelivery(read.text("CloudWatchLogsLogGroupArn"),
                        read.text("CloudWatchLogsRoleArn"));
            });

    private static final Codec<LogBucket.PublicAccess> PUBLIC_ACCESS = new Codec<>(
            (access) -> new Writer().flag("BlockPublicAcls", access.blockAcls())
                    .flag("IgnorePublicAcls", access.ignoreAcls())
                    .flag("BlockPublicPolicy", access.blockPolicy())
                    .flag("RestrictPublicBuckets", access.restrictBuckets())
                    .fields(),
            (value) -> {
                FieldReader read = FieldReader.of(value);
                return new LogBucket.PublicAccess(read.flag("BlockPublicAcls"), read.flag("IgnorePublicAcls"),
                        read.flag("BlockPublicPolicy"), read.flag("RestrictPublicBuckets"));
            });

    private static final Codec<Setting.Recording> RECORDING = new Codec<>(
            (recording) -> new Writer().flag("Recording", recording.recording())
                    .text("ResourceTypes", recording.scope().kind().name())
                    .flag("IncludeGlobalResourceTypes", recording.scope().globalTypes())
                    .texts("Types", recording.scope().types())
                    .fields(),
            (value) -> {
                FieldReader read = FieldReader.of(value);
                return new Setting.Recording(read.flag("Recording"),
                        new ConfigRecording.Scope(ConfigRecording.Scope.Kind.valueOf(read.text("ResourceTypes")),
                                read.flag("IncludeGlobalResourceTypes"), new TreeSet<>(read.texts("Types"))));
            });

    private static final Codec<Value.Fields> SELECTORS = new Codec<>((selectors) -> selectors,
            (value) -> FieldReader.of(value).of());

    private static final Codec<Boolean> ENABLED = new Codec<>(
            (on) -> Value.fields("Enabled", Value.flag(on)), (value) -> FieldReader.of(value).flag("Enabled"));

    private static final Codec<Boolean> EBS_ENCRYPTION = new Codec<>(
            (on) -> Value.fields("EbsEncryptionByDefault", Value.flag(on)),
            (value) -> FieldReader.of(value).flag("EbsEncryptionByDefault"));

    private static final Codec<Boolean> PROTECTED = new Codec<>(
            (on) -> Value.fields("EnableTerminationProtection", Value.flag(on)),
            (value) -> FieldReader.of(value).flag("EnableTerminationProtection"));

    private static final Codec<String> POLICY = new Codec<>(
            (text) -> Value.fields("Policy", Value.text(text)), (value) -> FieldReader.of(value).text("Policy"));

    private SettingValues() {
    }

    /** {@link Value#ABSENT} where nothing is set. */
    public static <T> Value show(Setting<T> setting, T value) {
        return codec(setting).show().apply(value);
    }

    /**
     * @throws IllegalArgumentException where the value is none that {@link #show} gives for this setting
     */
    public static <T> T parse(Setting<T> setting, Value value) {
        return codec(setting).parse().apply(value);
    }

    /** Whether two values mean the same to AWS: policies are compared as documents, not as texts. */
    public static <T> boolean same(Setting<T> setting, T one, T other) {
        return one.equals(other)
                || ((setting instanceof Setting.BucketPolicySetting || setting instanceof Setting.TopicPolicySetting)
                        && samePolicy(show(setting, one), show(setting, other)));
    }

    private static boolean samePolicy(Value one, Value other) {
        if (!(one instanceof Value.Fields) || !(other instanceof Value.Fields)) {
            return false;
        }
        try {
            return JSON.readTree(POLICY.parse().apply(one)).equals(JSON.readTree(POLICY.parse().apply(other)));
        } catch (JsonProcessingException notJson) {
            // Then they are texts, and as texts they differ.
            return false;
        }
    }

    @SuppressWarnings("unchecked") // every setting's codec is of the setting's own type
    private static <T> Codec<T> codec(Setting<T> setting) {
        return (Codec<T>) switch (setting) {
            case Setting.PrimaryContactSetting s -> PRIMARY_CONTACT;
            case Setting.AlternateContactSetting s -> ALTERNATE_CONTACT.optional();
            case Setting.PasswordPolicySetting s -> PASSWORD_POLICY.optional();
            case Setting.TrailCoverageSetting s -> TRAIL_COVERAGE;
            case Setting.TrailSelectorsSetting s -> SELECTORS;
            case Setting.TrailValidationSetting s -> ENABLED;
            case Setting.TrailLogDeliverySetting s -> TRAIL_LOG_DELIVERY.optional();
            case Setting.BucketPolicySetting s -> POLICY.optional();
            case Setting.BucketPublicAccessSetting s -> PUBLIC_ACCESS;
            case Setting.BucketVersioningSetting s -> ENABLED;
            case Setting.ConfigRecorderSetting s -> RECORDING;
            case Setting.TopicPolicySetting s -> POLICY;
            case Setting.StackProtectionSetting s -> PROTECTED;
            case Setting.AccountPublicAccessSetting s -> PUBLIC_ACCESS;
            case Setting.EbsEncryptionSetting s -> EBS_ENCRYPTION;
        };
    }

    private record Codec<T>(Function<T, Value> show, Function<Value, T> parse) {

        Codec<Optional<T>> optional() {
            return new Codec<>((value) -> value.map(show).orElse(Value.ABSENT),
                    (value) -> value.equals(Value.ABSENT) ? Optional.empty() : Optional.of(parse.apply(value)));
        }
    }

    private static final class Writer {

        private final SequencedMap<String, Value> fields = new LinkedHashMap<>();

        Writer text(String name, String text) {
            fields.put(name, Value.text(text));
            return this;
        }

        Writer text(String name, Optional<String> text) {
            text.ifPresent((given) -> text(name, given));
            return this;
        }

        Writer number(String name, Optional<Integer> number) {
            number.ifPresent((given) -> fields.put(name, Value.number(given)));
            return this;
        }

        Writer texts(String name, SortedSet<String> texts) {
            fields.put(name, Value.texts(List.copyOf(texts)));
            return this;
        }

        Writer flag(String name, boolean on) {
            fields.put(name, Value.flag(on));
            return this;
        }

        Value.Fields fields() {
            return new Value.Fields(fields);
        }
    }
}
