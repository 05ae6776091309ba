package footing.practice.service;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3control.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.PutPublicAccessBlockResponse;

/** Amazon S3 Control, as far as it closes all buckets of the account to the public; the organization may do so too. */
public final class PracticeS3Control implements S3ControlClient {

    private static final PublicAccessBlockConfiguration ALL = PublicAccessBlockConfiguration.builder()
            .blockPublicAcls(true)
            .ignorePublicAcls(true)
            .blockPublicPolicy(true)
            .restrictPublicBuckets(true)
            .build();

    private final Here here;

    public PracticeS3Control(Here here) {
        this.here = here;
    }

    /** What is in effect, whoever settled it. */
    @Override
    public GetPublicAccessBlockResponse getPublicAccessBlock(GetPublicAccessBlockRequest request) {
        check(request.accountId());
        Optional<PublicAccessBlockConfiguration> block = here.account().beyond().blockedByOrganization()
                ? Optional.of(ALL)
                : here.account().beyond().publicAccessBlock();
        return GetPublicAccessBlockResponse.builder()
                .publicAccessBlockConfiguration(block
                        .orElseThrow(() -> S3Errors.error("NoSuchPublicAccessBlockConfiguration", 404,
                                "The public access block configuration was not found")))
                .build();
    }

    @Override
    public PutPublicAccessBlockResponse putPublicAccessBlock(PutPublicAccessBlockRequest request) {
        check(request.accountId());
        PublicAccessBlockConfiguration given = Optional.ofNullable(request.publicAccessBlockConfiguration())
                .orElseThrow(S3Errors::malformedXml);
        PublicAccessBlockConfiguration block = PublicAccessBlockConfiguration.builder()
                .blockPublicAcls(Boolean.TRUE.equals(given.blockPublicAcls()))
                .ignorePublicAcls(Boolean.TRUE.equals(given.ignorePublicAcls()))
                .blockPublicPolicy(Boolean.TRUE.equals(given.blockPublicPolicy()))
                .restrictPublicBuckets(Boolean.TRUE.equals(given.restrictPublicBuckets()))
                .build();
        here.update((account) -> {
            if (account.beyond().blockedByOrganization()) {
                throw S3Errors.error("AccessDenied", 403, "This account does not allow changes to its account-level S3"
                        + " Block Public Access settings due to an organizational S3 Block Public Access policy in"
                        + " effect.");
            }
            return account.withBeyond((beyond) -> beyond.withPublicAccessBlock(block));
        });
        return PutPublicAccessBlockResponse.builder().build();
    }

    private void check(@Nullable String account) {
        if (!here.accountId().equals(account)) {
            throw S3Errors.error("AccessDenied", 403, "Access Denied");
        }
    }

    /** What IAM allows of it is told apart from what it allows of S3, whose name it signs with. */
    @Override
    public String serviceName() {
        return "s3control";
    }

    @Override
    public void close() {
        // holds nothing
    }
}
