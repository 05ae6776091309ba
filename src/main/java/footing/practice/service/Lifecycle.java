package footing.practice.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.Transition;
import software.amazon.awssdk.services.s3.model.TransitionStorageClass;

/** What S3 asks of a bucket's lifecycle rules. Source: the reference of PutBucketLifecycleConfiguration. */
final class Lifecycle {

    private static final int MOST_RULES = 1000;
    private static final Set<TransitionStorageClass> AFTER_A_MONTH = Set.of(TransitionStorageClass.STANDARD_IA,
            TransitionStorageClass.ONEZONE_IA);

    private Lifecycle() {
    }

    /** The rules as S3 keeps them: each with an id. */
    static List<LifecycleRule> checked(List<LifecycleRule> rules) {
        if (rules.size() > MOST_RULES) {
            throw S3Errors.malformedXml();
        }
        Set<String> ids = new HashSet<>();
        List<LifecycleRule> kept = new ArrayList<>();
        for (LifecycleRule rule : rules) {
            check(rule);
            String id = Optional.ofNullable(rule.id()).orElseGet(() -> Here.uuid(rule.toString()).toString());
            if (id.length() > 255) {
                throw S3Errors.invalid("ID length should not exceed allowed limit of 255");
            }
            if (!ids.add(id)) {
                throw S3Errors.invalid("Rule ID must be unique. Found same ID for more than one rule");
            }
            kept.add(rule.toBuilder().id(id).build());
        }
        return List.copyOf(kept);
    }

    @SuppressWarnings("deprecation") // S3 still takes the prefix in place of a filter
    private static void check(LifecycleRule rule) {
        if (rule.status() == null || rule.status() == ExpirationStatus.UNKNOWN_TO_SDK_VERSION
                || (rule.filter() == null) == (rule.prefix() == null)) {
            throw S3Errors.malformedXml();
        }
        Optional<Integer> expires = Optional.ofNullable(rule.expiration())
                .flatMap((e) -> Optional.ofNullable(e.days()));
        if (rule.expiration() == null && rule.transitions().isEmpty() && rule.noncurrentVersionExpiration() == null
                && rule.noncurrentVersionTransitions().isEmpty() && rule.abortIncompleteMultipartUpload() == null) {
            throw S3Errors.error("InvalidRequest", 400,
                    "At least one action needs to be specified in a rule");
        }
        expires.ifPresent((days) -> positive("Expiration", days));
        Optional.ofNullable(rule.noncurrentVersionExpiration())
                .map((old) -> old.noncurrentDays())
                .ifPresent((days) -> positive("NoncurrentVersionExpiration", days));
        for (Transition transition : rule.transitions()) {
            int days = Optional.ofNullable(transition.days()).orElse(0);
            if (AFTER_A_MONTH.contains(transition.storageClass()) && days < 30) {
                throw S3Errors.invalid("'Days' in Transition action must be greater than or equal to 30 for"
                        + " storageClass '%s'".formatted(transition.storageClassAsString()));
            }
            if (expires.filter((end) -> end <= days).isPresent()) {
                throw S3Errors.invalid("'Days' in the Expiration action for filter must be greater than 'Days' in the"
                        + " Transition action");
            }
        }
    }

    private static void positive(String action, int days) {
        if (days < 1) {
            throw S3Errors.invalid("'Days' for %s action must be a positive integer".formatted(action));
        }
    }
}
