package footing.practice.service;

import footing.practice.BucketState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;
import software.amazon.awssdk.services.s3.model.VersioningConfiguration;

/** How S3 buckets keep what is put into them; who gets at it is in {@link S3Access}. */
abstract class S3Settings extends S3Access {

    static final ServerSideEncryptionConfiguration DEFAULT_ENCRYPTION = ServerSideEncryptionConfiguration.builder()
            .rules(ServerSideEncryptionRule.builder()
                    .applyServerSideEncryptionByDefault((by) -> by.sseAlgorithm(ServerSideEncryption.AES256))
                    .bucketKeyEnabled(false)
                    .build())
            .build();

    S3Settings(Here here) {
        super(here);
    }

    /** The status is absent where nobody ever set it. */
    @Override
    public GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest request) {
        return GetBucketVersioningResponse.builder()
                .status(bucket(request.bucket(), request.expectedBucketOwner()).versioning().orElse(null))
                .build();
    }

    @Override
    public PutBucketVersioningResponse putBucketVersioning(PutBucketVersioningRequest request) {
        BucketVersioningStatus status = Optional.ofNullable(request.versioningConfiguration())
                .map(VersioningConfiguration::status)
                .filter((given) -> given != BucketVersioningStatus.UNKNOWN_TO_SDK_VERSION)
                .orElseThrow(() -> S3Errors.error("IllegalVersioningConfigurationException", 400,
                        "The Versioning element must be specified"));
        change(request.bucket(), request.expectedBucketOwner(),
                (bucket) -> bucket.withVersioning(status.toString()));
        return PutBucketVersioningResponse.builder().build();
    }

    /** Every bucket is encrypted: by S3's own keys where nobody chose others. */
    @Override
    public GetBucketEncryptionResponse getBucketEncryption(GetBucketEncryptionRequest request) {
        return GetBucketEncryptionResponse.builder()
                .serverSideEncryptionConfiguration(bucket(request.bucket(), request.expectedBucketOwner())
                        .encryption()
                        .orElse(DEFAULT_ENCRYPTION))
                .build();
    }

    @Override
    public PutBucketEncryptionResponse putBucketEncryption(PutBucketEncryptionRequest request) {
        ServerSideEncryptionConfiguration given = Optional.ofNullable(request.serverSideEncryptionConfiguration())
                .filter((configuration) -> configuration.rules().size() == 1)
                .orElseThrow(S3Errors::malformedXml);
        ServerSideEncryptionByDefault by = given.rules().getFirst().applyServerSideEncryptionByDefault();
        if (by != null && by.kmsMasterKeyID() != null && by.sseAlgorithm() == ServerSideEncryption.AES256) {
            throw S3Errors.invalid("a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms"
                    + " or aws:kms:dsse");
        }
        change(request.bucket(), request.expectedBucketOwner(), (bucket) -> bucket.withEncryption(Optional.of(given)));
        return PutBucketEncryptionResponse.builder().build();
    }

    @Override
    public DeleteBucketEncryptionResponse deleteBucketEncryption(DeleteBucketEncryptionRequest request) {
        change(request.bucket(), request.expectedBucketOwner(), (bucket) -> bucket.withEncryption(Optional.empty()));
        return DeleteBucketEncryptionResponse.builder().build();
    }

    @Override
    public GetBucketLifecycleConfigurationResponse getBucketLifecycleConfiguration(
            GetBucketLifecycleConfigurationRequest request) {
        List<LifecycleRule> rules = bucket(request.bucket(), request.expectedBucketOwner()).lifecycle();
        if (rules.isEmpty()) {
            throw S3Errors.error("NoSuchLifecycleConfiguration", 404, "The lifecycle configuration does not exist");
        }
        return GetBucketLifecycleConfigurationResponse.builder().rules(rules).build();
    }

    @Override
    public PutBucketLifecycleConfigurationResponse putBucketLifecycleConfiguration(
            PutBucketLifecycleConfigurationRequest request) {
        List<LifecycleRule> given = Optional.ofNullable(request.lifecycleConfiguration())
                .map(BucketLifecycleConfiguration::rules)
                .filter((rules) -> !rules.isEmpty())
                .orElseThrow(S3Errors::malformedXml);
        change(request.bucket(), request.expectedBucketOwner(),
                (bucket) -> bucket.withLifecycle(Lifecycle.checked(given)));
        return PutBucketLifecycleConfigurationResponse.builder().build();
    }

    @Override
    public DeleteBucketLifecycleResponse deleteBucketLifecycle(DeleteBucketLifecycleRequest request) {
        change(request.bucket(), request.expectedBucketOwner(), (bucket) -> bucket.withLifecycle(List.of()));
        return DeleteBucketLifecycleResponse.builder().build();
    }

    @Override
    public GetBucketTaggingResponse getBucketTagging(GetBucketTaggingRequest request) {
        BucketState bucket = bucket(request.bucket(), request.expectedBucketOwner());
        if (bucket.tags().isEmpty()) {
            throw S3Errors.error("NoSuchTagSet", 404, "The TagSet does not exist");
        }
        return GetBucketTaggingResponse.builder()
                .tagSet(Tags.list(bucket.tags(), (key, value) -> Tag.builder().key(key).value(value).build()))
                .build();
    }

    @Override
    public PutBucketTaggingResponse putBucketTagging(PutBucketTaggingRequest request) {
        List<Tag> tags = Optional.ofNullable(request.tagging())
                .map(Tagging::tagSet)
                .orElseThrow(S3Errors::malformedXml);
        Set<String> keys = new HashSet<>();
        if (tags.size() > 50 || !tags.stream().allMatch((tag) -> keys.add(tag.key()))) {
            throw S3Errors.error("InvalidTag", 400, tags.size() > 50
                    ? "The tag set has more than 50 tags"
                    : "Cannot provide multiple Tags with the same key");
        }
        change(request.bucket(), request.expectedBucketOwner(),
                (bucket) -> bucket.withTags(Tags.of(tags, Tag::key, Tag::value)));
        return PutBucketTaggingResponse.builder().build();
    }

    @Override
    public DeleteBucketTaggingResponse deleteBucketTagging(DeleteBucketTaggingRequest request) {
        change(request.bucket(), request.expectedBucketOwner(), (bucket) -> bucket.withTags(new TreeMap<>()));
        return DeleteBucketTaggingResponse.builder().build();
    }
}
