package footing.practice.service;

import footing.practice.BucketState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.*;

/** The settings of S3 buckets. */
abstract class S3Settings implements S3Client {

    static final ServerSideEncryptionConfiguration DEFAULT_ENCRYPTION = ServerSideEncryptionConfiguration.builder()
            .rules(ServerSideEncryptionRule.builder()
                    .applyServerSideEncryptionByDefault((by) -> by.sseAlgorithm(ServerSideEncryption.AES256))
                    .bucketKeyEnabled(false)
                    .build())
            .build();
    private static final int LARGEST_POLICY = 20 * 1024;

    final Here here;

    S3Settings(Here here) {
        this.here = here;
    }

    BucketState bucket(@Nullable String name, @Nullable String owner) {
        return S3Errors.bucket(here.account(), name, owner);
    }

    void change(@Nullable String name, @Nullable String owner, UnaryOperator<BucketState> change) {
        here.update((account) -> {
            BucketState now = change.apply(S3Errors.bucket(account, name, owner));
            return account.withBuckets((buckets) -> buckets.with(now.name(), now));
        });
    }

    @Override
    public GetBucketPolicyResponse getBucketPolicy(GetBucketPolicyRequest request) {
        String policy = bucket(request.bucket(), request.expectedBucketOwner()).policy()
                .orElseThrow(
                        () -> S3Errors.error("NoSuchBucketPolicy", 404, "The bucket policy does not exist"));
        return GetBucketPolicyResponse.builder().policy(policy).build();
    }

    @Override
    public GetBucketPolicyStatusResponse getBucketPolicyStatus(GetBucketPolicyStatusRequest request) {
        String policy = bucket(request.bucket(), request.expectedBucketOwner()).policy()
                .orElseThrow(
                        () -> S3Errors.error("NoSuchBucketPolicy", 404, "The bucket policy does not exist"));
        boolean open = Policy.parse(policy).isPublic();
        return GetBucketPolicyStatusResponse.builder().policyStatus((status) -> status.isPublic(open)).build();
    }

    @Override
    public PutBucketPolicyResponse putBucketPolicy(PutBucketPolicyRequest request) {
        change(request.bucket(), request.expectedBucketOwner(), (bucket) -> {
            Policy policy = policy(bucket, request.policy());
            boolean blocked = bucket.publicAccessBlock()
                    .map((block) -> Boolean.TRUE.equals(block.blockPublicPolicy()))
                    .orElse(false);
            if (blocked && policy.isPublic()) {
                throw S3Errors.error("AccessDenied", 403,
                        ("User: %s is not authorized to perform: s3:PutBucketPolicy on resource: \"%s\" because public"
                                + " policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.")
                                .formatted(here.account().caller().arn(), bucket.arn()));
            }
            return bucket.withPolicy(Optional.of(request.policy()));
        });
        return PutBucketPolicyResponse.builder().build();
    }

    @Override
    public DeleteBucketPolicyResponse deleteBucketPolicy(DeleteBucketPolicyRequest request) {
        change(request.bucket(), request.expectedBucketOwner(), (bucket) -> bucket.withPolicy(Optional.empty()));
        return DeleteBucketPolicyResponse.builder().build();
    }

    @Override
    public GetPublicAccessBlockResponse getPublicAccessBlock(GetPublicAccessBlockRequest request) {
        PublicAccessBlockConfiguration block = bucket(request.bucket(), request.expectedBucketOwner())
                .publicAccessBlock()
                .orElseThrow(() -> S3Errors.error("NoSuchPublicAccessBlockConfiguration", 404,
                        "The public access block configuration was not found"));
        return GetPublicAccessBlockResponse.builder().publicAccessBlockConfiguration(block).build();
    }

    @Override
    public PutPublicAccessBlockResponse putPublicAccessBlock(PutPublicAccessBlockRequest request) {
        PublicAccessBlockConfiguration given = Optional.ofNullable(request.publicAccessBlockConfiguration())
                .orElseThrow(S3Errors::malformedXml);
        PublicAccessBlockConfiguration block = PublicAccessBlockConfiguration.builder()
                .blockPublicAcls(Boolean.TRUE.equals(given.blockPublicAcls()))
                .ignorePublicAcls(Boolean.TRUE.equals(given.ignorePublicAcls()))
                .blockPublicPolicy(Boolean.TRUE.equals(given.blockPublicPolicy()))
                .restrictPublicBuckets(Boolean.TRUE.equals(given.restrictPublicBuckets()))
                .build();
        change(request.bucket(), request.expectedBucketOwner(),
                (bucket) -> bucket.withPublicAccessBlock(Optional.of(block)));
        return PutPublicAccessBlockResponse.builder().build();
    }

    @Override
    public DeletePublicAccessBlockResponse deletePublicAccessBlock(DeletePublicAccessBlockRequest request) {
        change(request.bucket(), request.expectedBucketOwner(),
                (bucket) -> bucket.withPublicAccessBlock(Optional.empty()));
        return DeletePublicAccessBlockResponse.builder().build();
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
    public GetBucketOwnershipControlsResponse getBucketOwnershipControls(GetBucketOwnershipControlsRequest request) {
        OwnershipControls controls = bucket(request.bucket(), request.expectedBucketOwner()).ownership()
                .orElseThrow(() -> S3Errors.error("OwnershipControlsNotFoundError", 404,
                        "The bucket ownership controls were not found"));
        return GetBucketOwnershipControlsResponse.builder().ownershipControls(controls).build();
    }

    @Override
    public PutBucketOwnershipControlsResponse putBucketOwnershipControls(PutBucketOwnershipControlsRequest request) {
        OwnershipControls controls = Optional.ofNullable(request.ownershipControls())
                .filter((given) -> given.rules().size() == 1)
                .orElseThrow(S3Errors::malformedXml);
        change(request.bucket(), request.expectedBucketOwner(),
                (bucket) -> bucket.withOwnership(Optional.of(controls)));
        return PutBucketOwnershipControlsResponse.builder().build();
    }

    @Override
    public DeleteBucketOwnershipControlsResponse deleteBucketOwnershipControls(
            DeleteBucketOwnershipControlsRequest request) {
        change(request.bucket(), request.expectedBucketOwner(), (bucket) -> bucket.withOwnership(Optional.empty()));
        return DeleteBucketOwnershipControlsResponse.builder().build();
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

    /** A bucket's policy speaks of S3, of this bucket, and of somebody. */
    private static Policy policy(BucketState bucket, @Nullable String text) {
        try {
            if (text == null || text.length() > LARGEST_POLICY) {
                throw new Policy.Malformed("Policies must be at most 20 KB");
            }
            Policy policy = Policy.parse(text);
            for (Policy.Statement statement : policy.statements()) {
                if (statement.principals().isEmpty()) {
                    throw new Policy.Malformed("Missing required field Principal");
                }
                if (!statement.principals().stream().allMatch(S3Settings::isPrincipal)) {
                    throw new Policy.Malformed("Invalid principal in policy");
                }
                if (!statement.actions().stream().allMatch((action) -> action.matches("(?i)\\*|s3:[a-z0-9*?]+"))) {
                    throw new Policy.Malformed("Policy has invalid action");
                }
                if (statement.resources().isEmpty()
                        || !statement.resources().stream().allMatch((resource) -> isOf(bucket, resource))) {
                    throw new Policy.Malformed("Policy has invalid resource");
                }
            }
            return policy;
        } catch (Policy.Malformed malformed) {
            throw S3Errors.error("MalformedPolicy", 400, String.valueOf(malformed.getMessage()));
        }
    }

    private static boolean isOf(BucketState bucket, String resource) {
        return resource.equals(bucket.arn()) || resource.startsWith(bucket.arn() + "/")
                || resource.equals(bucket.arn() + "*");
    }

    private static boolean isPrincipal(String principal) {
        return principal
                .matches("\\*|[0-9]{12}|[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?|arn:[\\w-]+:(iam|sts)::[0-9]{12}:.+"
                        + "|cloudfront\\.amazonaws\\.com|[0-9a-f]{64}");
    }
}
