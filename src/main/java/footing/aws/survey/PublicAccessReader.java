package footing.aws.survey;

import footing.account.Fact;
import footing.account.LogBucket.PublicAccess;
import footing.account.Reading;
import footing.aws.FromSdk;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockResponse;

/** What the account closes to the public in all of its buckets; an organization's policy is part of the answer. */
final class PublicAccessReader {

    static final List<Reader<?>> READERS = List.of(Reader.of(Fact.ACCOUNT_PUBLIC_ACCESS, PublicAccessReader::read,
            "s3:GetAccountPublicAccessBlock"));

    private PublicAccessReader() {
    }

    private static Reading<PublicAccess> read(Asking asking) {
        return asking
                .askUnless(Ask.of(S3ControlClient.class, asking.home(), "GetPublicAccessBlock",
                        GetPublicAccessBlockRequest.builder().accountId(asking.identity().account()).build(),
                        S3ControlClient::getPublicAccessBlock).seeing(PublicAccessReader::seen),
                        Absent.on("NoSuchPublicAccessBlockConfiguration"))
                .map((response) -> response
                        .map((given) -> FromSdk.publicAccess(given.publicAccessBlockConfiguration()))
                        .orElse(PublicAccess.NOT_BLOCKED));
    }

    private static Map<String, String> seen(GetPublicAccessBlockResponse response) {
        PublicAccess access = FromSdk.publicAccess(response.publicAccessBlockConfiguration());
        return Values.of()
                .and("BlockPublicAcls", access.blockAcls())
                .and("IgnorePublicAcls", access.ignoreAcls())
                .and("BlockPublicPolicy", access.blockPolicy())
                .and("RestrictPublicBuckets", access.restrictBuckets())
                .map();
    }
}
