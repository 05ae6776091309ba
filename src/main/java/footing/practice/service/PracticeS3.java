package footing.practice.service;

import footing.practice.BucketState;
import footing.practice.BucketState.StoredObject;
import footing.practice.Table;
import footing.practice.call.Errors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.ObjectStorageClass;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;

/** S3: buckets and, as far as it takes, objects. Settings are in {@link S3Settings}. */
public final class PracticeS3 extends S3Settings {

    private static final String FIRST_REGION = "us-east-1";
    /** Bucket names belong to all accounts together, and good short ones are gone. */
    private static final Set<String> TAKEN = Set.of("audit", "audit-logs", "aws-logs", "backup", "cloudtrail",
            "cloudtrail-logs", "logs", "my-bucket", "security", "security-logs", "test");
    private static final PublicAccessBlockConfiguration ALL_BLOCKED = PublicAccessBlockConfiguration.builder()
            .blockPublicAcls(true)
            .ignorePublicAcls(true)
            .blockPublicPolicy(true)
            .restrictPublicBuckets(true)
            .build();

    public PracticeS3(Here here) {
        super(here);
    }

    /** As since April 2023: public access blocked, no ACLs, encrypted. */
    @Override
    public CreateBucketResponse createBucket(CreateBucketRequest request) {
        String name = S3Errors.name(request.bucket());
        String region = location(request);
        ObjectOwnership ownership = Optional.ofNullable(request.objectOwnership())
                .orElse(ObjectOwnership.BUCKET_OWNER_ENFORCED);
        Map<String, String> tags = Optional.ofNullable(request.createBucketConfiguration())
                .map((configuration) -> Tags.of(configuration.tags(), Tag::key, Tag::value))
                .orElseGet(TreeMap::new);
        BucketState made = new BucketState(name, region, here.now(), Optional.empty(), Optional.of(ALL_BLOCKED),
                Optional.empty(), Optional.empty(), List.of(),
                Optional.of(OwnershipControls.builder()
                        .rules(OwnershipControlsRule.builder().objectOwnership(ownership).build())
                        .build()),
                new TreeMap<>(tags), Table.empty());
        here.update((account) -> {
            Optional<BucketState> old = account.buckets().find(name);
            if (old.isPresent() && region.equals(FIRST_REGION) && old.get().region().equals(FIRST_REGION)) {
                return account; // the oldest Region takes it for done
            }
            if (old.isPresent()) {
                throw Errors.error(BucketAlreadyOwnedByYouException.builder(), "S3", "BucketAlreadyOwnedByYou", 409,
                        "Your previous request to create the named bucket succeeded and you already own it.");
            }
            if (TAKEN.contains(name) || account.bounds().foreignBuckets().contains(name)) {
                throw Errors.error(BucketAlreadyExistsException.builder(), "S3", "BucketAlreadyExists", 409,
                        "The requested bucket name is not available. The bucket namespace is shared by all users of"
                                + " the system. Please select a different name and try again.");
            }
            return account.withBuckets((buckets) -> buckets.with(name, made));
        });
        return CreateBucketResponse.builder().location("/" + name).bucketArn("arn:aws:s3:::" + name).build();
    }

    /** The SDK fills in the client's own Region where the caller says none. */
    private String location(CreateBucketRequest request) {
        Optional<String> asked = Optional.ofNullable(request.createBucketConfiguration())
                .flatMap((configuration) -> Optional.ofNullable(configuration.locationConstraintAsString()));
        String from = here.region().id();
        if (asked.isEmpty()) {
            return from;
        }
        String region = asked.get();
        boolean known = here.account().regions().stream().anyMatch((each) -> each.regionName().equals(region));
        if (!known || region.equals(FIRST_REGION)) {
            throw S3Errors.error("InvalidLocationConstraint", 400, "The specified location-constraint is not valid");
        }
        if (!region.equals(from) && !from.equals(FIRST_REGION)) {
            throw S3Errors.error("IllegalLocationConstraintException", 400,
                    "The %s location constraint is incompatible for the region specific endpoint this request was sent to."
                            .formatted(region));
        }
        return region;
    }

    @Override
    public DeleteBucketResponse deleteBucket(DeleteBucketRequest request) {
        here.update((account) -> {
            BucketState bucket = S3Errors.bucket(Deliveries.upTo(account, here.now()), request.bucket(),
                    request.expectedBucketOwner());
            if (!bucket.objects().all().isEmpty()) {
                throw S3Errors.error("BucketNotEmpty", 409, "The bucket you tried to delete is not empty");
            }
            return account.withBuckets((buckets) -> buckets.without(bucket.name()));
        });
        return DeleteBucketResponse.builder().build();
    }

    @Override
    public HeadBucketResponse headBucket(HeadBucketRequest request) {
        if (TAKEN.contains(request.bucket())
                || here.account().bounds().foreignBuckets().contains(request.bucket())) {
            throw S3Errors.error("403", 403, "Forbidden");
        }
        BucketState bucket = bucket(request.bucket(), request.expectedBucketOwner());
        return HeadBucketResponse.builder().bucketRegion(bucket.region()).bucketArn(bucket.arn()).build();
    }

    /** Answers from every Region; a bucket of the oldest one has no location. */
    @Override
    public GetBucketLocationResponse getBucketLocation(GetBucketLocationRequest request) {
        BucketState bucket = bucket(request.bucket(), request.expectedBucketOwner());
        return GetBucketLocationResponse.builder()
                .locationConstraint(bucket.region().equals(FIRST_REGION) ? "" : bucket.region())
                .build();
    }

    @Override
    public ListBucketsResponse listBuckets(ListBucketsRequest request) {
        String prefix = Optional.ofNullable(request.prefix()).orElse("");
        List<Bucket> buckets = here.account()
                .buckets()
                .all()
                .stream()
                .filter((bucket) -> bucket.name().startsWith(prefix))
                .filter((bucket) -> request.bucketRegion() == null || bucket.region().equals(request.bucketRegion()))
                .map((bucket) -> Bucket.builder()
                        .name(bucket.name())
                        .creationDate(bucket.createdAt())
                        .bucketRegion(bucket.region())
                        .bucketArn(bucket.arn())
                        .build())
                .toList();
        int size = Optional.ofNullable(request.maxBuckets()).orElse(10_000);
        if (size < 1 || size > 10_000) {
            throw S3Errors.invalid("Argument max-buckets must be an integer between 1 and 10000");
        }
        Page<Bucket> page = Page.of(buckets, request.continuationToken(), size,
                () -> S3Errors.invalid("The continuation token provided is incorrect"));
        return ListBucketsResponse.builder()
                .buckets(page.items())
                .owner((owner) -> owner.id(Here.uuid(here.accountId()).toString().replace("-", "").repeat(2)))
                .continuationToken(page.next())
                .prefix(request.prefix())
                .build();
    }

    @Override
    public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
        BucketState bucket = S3Errors.bucket(here.update((account) -> Deliveries.upTo(account, here.now())),
                request.bucket(),
                request.expectedBucketOwner());
        String prefix = Optional.ofNullable(request.prefix()).orElse("");
        String after = Optional.ofNullable(request.startAfter()).orElse("");
        List<S3Object> objects = bucket.objects()
                .rows()
                .entrySet()
                .stream()
                .filter((each) -> each.getKey().startsWith(prefix) && each.getKey().compareTo(after) > 0)
                .map((each) -> S3Object.builder()
                        .key(each.getKey())
                        .size(each.getValue().size())
                        .eTag(each.getValue().etag())
                        .lastModified(each.getValue().modifiedAt())
                        .storageClass(ObjectStorageClass.STANDARD)
                        .build())
                .toList();
        int size = Math.clamp(Optional.ofNullable(request.maxKeys()).orElse(1000), 0, 1000);
        Page<S3Object> page = Page.of(objects, request.continuationToken(), size,
                () -> S3Errors.invalid("The continuation token provided is incorrect"));
        return ListObjectsV2Response.builder()
                .name(bucket.name())
                .prefix(prefix)
                .maxKeys(size)
                .keyCount(page.items().size())
                .contents(page.items())
                .isTruncated(page.more())
                .continuationToken(request.continuationToken())
                .nextContinuationToken(page.next())
                .build();
    }

    /** Keeps that there is an object, not what is in it. */
    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
        String key = Optional.ofNullable(request.key())
                .filter((given) -> !given.isEmpty() && given.length() <= 1024)
                .orElseThrow(() -> S3Errors.error("KeyTooLongError", 400, "Your key is too long"));
        long size = body.optionalContentLength().orElse(0L);
        String etag = "\"" + Here.uuid(key + size).toString().replace("-", "") + "\"";
        change(request.bucket(), request.expectedBucketOwner(), (bucket) -> bucket
                .withObjects((objects) -> objects.with(key, new StoredObject(size, etag, here.now()))));
        return PutObjectResponse.builder().eTag(etag).build();
    }

    @Override
    public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
        change(request.bucket(), request.expectedBucketOwner(),
                (bucket) -> bucket.withObjects((objects) -> objects.without(request.key())));
        return DeleteObjectResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
