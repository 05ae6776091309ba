package footing.aws;

import footing.account.AlternateContact;
import footing.account.ConfigRecording;
import footing.account.LogBucket;
import footing.account.PasswordPolicy;
import footing.account.PrimaryContact;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.account.model.ContactInformation;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.config.model.RecordingGroup;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/**
 * What the SDK gives as values of the account. The survey reads by it, and so does whoever looks again before writing:
 * both must mean the same.
 */
public final class FromSdk {

    /** What was deleted or let go of is listed with its stack for a while, and is not its any more. */
    private static final Set<ResourceStatus> NOT_HELD = Set.of(ResourceStatus.DELETE_COMPLETE,
            ResourceStatus.DELETE_SKIPPED);

    private FromSdk() {
    }

    /** Whether a stack still has a resource that is listed with it. */
    public static boolean isHeld(StackResourceSummary resource) {
        return !NOT_HELD.contains(resource.resourceStatus());
    }

    public static PrimaryContact primaryContact(ContactInformation told) {
        return new PrimaryContact(text(told.fullName()), Optional.ofNullable(told.companyName()),
                text(told.addressLine1()), Optional.ofNullable(told.addressLine2()),
                Optional.ofNullable(told.addressLine3()), text(told.city()),
                Optional.ofNullable(told.districtOrCounty()), Optional.ofNullable(told.stateOrRegion()),
                text(told.postalCode()), text(told.countryCode()), text(told.phoneNumber()),
                Optional.ofNullable(told.websiteUrl()));
    }

    public static AlternateContact alternateContact(
            software.amazon.awssdk.services.account.model.AlternateContact told) {
        return new AlternateContact(text(told.name()), text(told.title()), text(told.emailAddress()),
                text(told.phoneNumber()));
    }

    public static PasswordPolicy passwordPolicy(software.amazon.awssdk.services.iam.model.PasswordPolicy told) {
        return new PasswordPolicy(count(told.minimumPasswordLength()).orElse(0), flag(told.requireSymbols()),
                flag(told.requireNumbers()), flag(told.requireUppercaseCharacters()),
                flag(told.requireLowercaseCharacters()), flag(told.allowUsersToChangePassword()),
                flag(told.hardExpiry()), count(told.maxPasswordAge()), count(told.passwordReusePrevention()));
    }

    public static LogBucket.PublicAccess publicAccess(PublicAccessBlockConfiguration told) {
        return new LogBucket.PublicAccess(flag(told.blockPublicAcls()), flag(told.ignorePublicAcls()),
                flag(told.blockPublicPolicy()), flag(told.restrictPublicBuckets()));
    }

    /** The same of the whole account. */
    public static LogBucket.PublicAccess publicAccess(
            software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration told) {
        return new LogBucket.PublicAccess(flag(told.blockPublicAcls()), flag(told.ignorePublicAcls()),
                flag(told.blockPublicPolicy()), flag(told.restrictPublicBuckets()));
    }

    /** Which types of resources a recorder records; all of them where AWS does not say. */
    public static ConfigRecording.Scope configScope(@Nullable RecordingGroup told) {
        if (told == null) {
            return ConfigRecording.Scope.all(false);
        }
        SortedSet<String> left = Optional.ofNullable(told.exclusionByResourceTypes())
                .map((given) -> new TreeSet<>(given.resourceTypesAsStrings()))
                .orElseGet(TreeSet::new);
        if (flag(told.allSupported()) || (left.isEmpty() && told.resourceTypesAsStrings().isEmpty())) {
            return ConfigRecording.Scope.all(flag(told.includeGlobalResourceTypes()));
        }
        return left.isEmpty()
                ? new ConfigRecording.Scope(ConfigRecording.Scope.Kind.ONLY, false,
                        new TreeSet<>(told.resourceTypesAsStrings()))
                : new ConfigRecording.Scope(ConfigRecording.Scope.Kind.ALL_BUT, false, left);
    }

    /** A log group's ARN without the trailing {@code :*} that CloudTrail wants and keeps. */
    public static String logGroupArn(String told) {
        return told.endsWith(":*") ? told.substring(0, told.length() - 2) : told;
    }

    public static String text(@Nullable String told) {
        return told == null ? "" : told;
    }

    public static boolean flag(@Nullable Boolean told) {
        return told != null && told;
    }

    /** A number that AWS writes as 0, or not at all, where there is none. */
    public static Optional<Integer> count(@Nullable Integer told) {
        return Optional.ofNullable(told).filter((number) -> number > 0);
    }

    /** A text that AWS writes as "", or not at all, where there is none. */
    public static Optional<String> some(@Nullable String told) {
        return Optional.ofNullable(told).filter((text) -> !text.isEmpty());
    }
}
