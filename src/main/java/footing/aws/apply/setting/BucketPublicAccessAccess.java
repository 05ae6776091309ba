package footing.aws.apply.setting;

import footing.account.LogBucket.PublicAccess;
import footing.aws.FromSdk;
import software.amazon.awssdk.services.s3.S3Client;

/** The public access block of an existing bucket. */
record BucketPublicAccessAccess(S3Client s3, String bucket) implements SettingAccess<PublicAccess> {

    @Override
    public PublicAccess read() {
        return SettingAccess
                .unless("NoSuchPublicAccessBlockConfiguration",
                        () -> s3.getPublicAccessBlock((request) -> request.bucket(bucket)))
                .map((response) -> FromSdk.publicAccess(response.publicAccessBlockConfiguration()))
                .orElse(PublicAccess.NOT_BLOCKED);
    }

    @Override
    public void write(PublicAccess before, PublicAccess after) {
        s3.putPublicAccessBlock((request) -> request.bucket(bucket)
                .publicAccessBlockConfiguration((block) -> block.blockPublicAcls(after.blockAcls())
                        .ignorePublicAcls(after.ignoreAcls())
                        .blockPublicPolicy(after.blockPolicy())
                        .restrictPublicBuckets(after.restrictBuckets())));
    }
}
