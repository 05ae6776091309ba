package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.FLAG;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.Plain.WHOLE;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.listOf;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.NoncurrentVersionTransition;
import software.amazon.awssdk.services.s3.model.Transition;

/** The lifecycle of a bucket: from the rules of a template to those of S3. */
final class BucketLifecycle {

    static final Shape.Fields RULE = fields(optional("Id", TEXT), required("Status", TEXT), optional("Prefix", TEXT),
            optional("ExpirationInDays", WHOLE), optional("ExpiredObjectDeleteMarker", FLAG),
            optional("AbortIncompleteMultipartUpload", fields(required("DaysAfterInitiation", WHOLE))),
            optional("NoncurrentVersionExpiration",
                    fields(required("NoncurrentDays", WHOLE), optional("NewerNoncurrentVersions", WHOLE))),
            optional("NoncurrentVersionTransitions",
                    listOf(fields(required("StorageClass", TEXT), required("TransitionInDays", WHOLE),
                            optional("NewerNoncurrentVersions", WHOLE)))),
            optional("Transitions",
                    listOf(fields(required("StorageClass", TEXT), required("TransitionInDays", WHOLE)))));

    private BucketLifecycle() {
    }

    static void configure(ResourceType.Request request, S3Client s3, String bucket) {
        Optional<Properties> lifecycle = request.properties().part("LifecycleConfiguration");
        if (lifecycle.isPresent()) {
            List<LifecycleRule> rules = lifecycle.get().items("Rules").stream().map(BucketLifecycle::rule).toList();
            s3.putBucketLifecycleConfiguration((call) -> call.bucket(bucket)
                    .lifecycleConfiguration((all) -> all.rules(rules)));
        } else if (request.dropped("LifecycleConfiguration")) {
            s3.deleteBucketLifecycle((call) -> call.bucket(bucket));
        }
    }

    private static LifecycleRule rule(Properties rule) {
        LifecycleRule.Builder builder = LifecycleRule.builder()
                .status(rule.needed("Status"))
                .filter(LifecycleRuleFilter.builder().prefix(rule.text("Prefix").orElse("")).build())
                .transitions(rule.items("Transitions").stream().map(BucketLifecycle::transition).toList())
                .noncurrentVersionTransitions(rule.items("NoncurrentVersionTransitions")
                        .stream()
                        .map(BucketLifecycle::noncurrentTransition)
                        .toList());
        rule.text("Id").ifPresent(builder::id);
        if (rule.has("ExpirationInDays") || rule.has("ExpiredObjectDeleteMarker")) {
            builder.expiration((part) -> {
                rule.whole("ExpirationInDays").ifPresent(part::days);
                rule.flag("ExpiredObjectDeleteMarker").ifPresent(part::expiredObjectDeleteMarker);
            });
        }
        rule.part("AbortIncompleteMultipartUpload")
                .flatMap((part) -> part.whole("DaysAfterInitiation"))
                .ifPresent((days) -> builder
                        .abortIncompleteMultipartUpload((part) -> part.daysAfterInitiation(days)));
        rule.part("NoncurrentVersionExpiration").ifPresent((given) -> builder.noncurrentVersionExpiration((part) -> {
            given.whole("NoncurrentDays").ifPresent(part::noncurrentDays);
            given.whole("NewerNoncurrentVersions").ifPresent(part::newerNoncurrentVersions);
        }));
        return builder.build();
    }

    private static Transition transition(Properties given) {
        Transition.Builder builder = Transition.builder().storageClass(given.needed("StorageClass"));
        given.whole("TransitionInDays").ifPresent(builder::days);
        return builder.build();
    }

    private static NoncurrentVersionTransition noncurrentTransition(Properties given) {
        NoncurrentVersionTransition.Builder builder = NoncurrentVersionTransition.builder()
                .storageClass(given.needed("StorageClass"));
        given.whole("TransitionInDays").ifPresent(builder::noncurrentDays);
        given.whole("NewerNoncurrentVersions").ifPresent(builder::newerNoncurrentVersions);
        return builder.build();
    }
}
