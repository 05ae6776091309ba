package footing.aws.survey;

import footing.account.Fact;
import footing.account.LogBucket;
import footing.account.Reading;
import footing.account.Region;
import footing.aws.FromSdk;
import footing.choices.Conventions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/**
 * The buckets that trails deliver to, and those that have the names that Footing would give. Each part is a call of its
 * own, and can be refused on its own; a bucket that is gone is not in the map. Each call names the account that has to
 * own the bucket: whoever took the name may have let everybody read it, so that it looks like one of ours.
 */
final class BucketReader {

    static final List<Reader<?>> READERS = List.of(Reader.of(Fact.LOG_BUCKETS, BucketReader::buckets,
            "s3:GetBucketLocation", "s3:GetBucketPolicy", "s3:GetBucketPublicAccessBlock", "s3:GetBucketVersioning"));

    private static final Absent GONE = Absent.on("NoSuchBucket");

    private BucketReader() {
    }

    private static Reading<Map<String, LogBucket>> buckets(Asking asking) {
        String own = Conventions.bucket(asking.identity(), asking.home());
        return TrailReader.buckets(asking).map((ofTrails) -> {
            // The name that Footing would give: a stack that was deleted leaves its bucket, and a name can be taken.
            List<String> names = Stream
                    .concat(ofTrails.stream(), Stream.of(own, Conventions.reportBucket(asking.identity())))
                    .distinct()
                    .toList();
            Map<String, LogBucket> byName = new LinkedHashMap<>();
            asking.each(names, BucketReader::bucket)
                    .forEach((bucket) -> bucket.ifPresent((found) -> byName.put(found.name(), found)));
            return Map.copyOf(byName);
        });
    }

    private static Optional<LogBucket> bucket(Asking asking, String name) {
        var policy = asking.start((other) -> policy(other, name));
        var publicAccess = asking.start((other) -> publicAccess(other, name));
        var versioned = asking.start((other) -> versioned(other, name));
        Reading<Optional<Region>> region = region(asking, name);
        LogBucket bucket = new LogBucket(name, region.map((there) -> there.orElse(asking.home())), policy.get(),
                publicAccess.get(), versioned.get());
        boolean gone = region.found().filter(Optional::isEmpty).isPresent();
        return gone ? Optional.empty() : Optional.of(bucket);
    }

    private static Reading<Optional<Region>> region(Asking asking, String name) {
        return asking
                .askUnless(Ask.of(S3Client.class, asking.home(), "GetBucketLocation",
                        GetBucketLocationRequest.builder()
                                .bucket(name)
                                .expectedBucketOwner(asking.identity().account())
                                .build(),
                        S3Client::getBucketLocation)
                        .seeing((response) -> Values.of()
                                .and("Bucket", name)
                                .and("LocationConstraint", response.locationConstraintAsString())
                                .map()),
                        GONE)
                .map((response) -> response
                        .map((given) -> region(FromSdk.text(given.locationConstraintAsString()), asking.home())));
    }

    /** The oldest Regions have no name here, or a name of their own. */
    private static Region region(String constraint, Region home) {
        return switch (constraint) {
            case "", "null" -> home.partition().globalRegion();
            case "EU" -> new Region("eu-west-1");
            default -> new Region(constraint);
        };
    }

    private static Reading<Optional<String>> policy(Asking asking, String name) {
        return asking
                .askUnless(Ask.of(S3Client.class, asking.home(), "GetBucketPolicy",
                        GetBucketPolicyRequest.builder()
                                .bucket(name)
                                .expectedBucketOwner(asking.identity().account())
                                .build(),
                        S3Client::getBucketPolicy)
                        .seeing((response) -> Values.of().and("Bucket", name).map()),
                        Absent.on("NoSuchBucketPolicy"))
                .map((response) -> response.flatMap((given) -> FromSdk.some(given.policy())));
    }

    private static Reading<LogBucket.PublicAccess> publicAccess(Asking asking, String name) {
        return asking
                .askUnless(Ask.of(S3Client.class, asking.home(), "GetPublicAccessBlock",
                        GetPublicAccessBlockRequest.builder()
                                .bucket(name)
                                .expectedBucketOwner(asking.identity().account())
                                .build(),
                        S3Client::getPublicAccessBlock)
                        .seeing((response) -> seen(name, response.publicAccessBlockConfiguration())),
                        Absent.on("NoSuchPublicAccessBlockConfiguration"))
                .map((response) -> response.map((given) -> FromSdk.publicAccess(given.publicAccessBlockConfiguration()))
                        .orElse(LogBucket.PublicAccess.NOT_BLOCKED));
    }

    private static Map<String, String> seen(String name, PublicAccessBlockConfiguration told) {
        return Values.of()
                .and("Bucket", name)
                .and("BlockPublicAcls", told.blockPublicAcls())
                .and("IgnorePublicAcls", told.ignorePublicAcls())
                .and("BlockPublicPolicy", told.blockPublicPolicy())
                .and("RestrictPublicBuckets", told.restrictPublicBuckets())
                .map();
    }

    private static Reading<Boolean> versioned(Asking asking, String name) {
        return asking
                .ask(Ask.of(S3Client.class, asking.home(), "GetBucketVersioning",
                        GetBucketVersioningRequest.builder()
                                .bucket(name)
                                .expectedBucketOwner(asking.identity().account())
                                .build(),
                        S3Client::getBucketVersioning)
                        .seeing((response) -> Values.of()
                                .and("Bucket", name)
                                .and("Status", response.statusAsString())
                                .map()))
                .map((response) -> response.status() == BucketVersioningStatus.ENABLED);
    }
}
