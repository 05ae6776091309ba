package footing.practice.service;

import footing.practice.BucketState;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockResponse;

/** Who gets at an S3 bucket: its policy, the block of public access, who owns what is put into it. */
abstract class S3Access implements S3Client {

    private static final int LARGEST_POLICY = 20 * 1024;

    final Here here;

    S3Access(Here here) {
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
            boolean blocked = here.account().beyond().blockedByOrganization()
                    || here.account()
                            .beyond()
                            .publicAccessBlock()
                            .filter((block) -> Boolean.TRUE.equals(block.blockPublicPolicy()))
                            .isPresent()
                    || bucket.publicAccessBlock()
                            .filter((block) -> Boolean.TRUE.equals(block.blockPublicPolicy()))
                            .isPresent();
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
                if (!statement.principals().stream().allMatch(S3Access::isPrincipal)) {
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
