package footing.aws.apply.setting;

import footing.aws.FromSdk;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** The policy of an existing bucket, whole. */
record BucketPolicyAccess(S3Client s3, String bucket) implements SettingAccess<Optional<String>> {

    @Override
    public Optional<String> read() {
        return SettingAccess.unless("NoSuchBucketPolicy", () -> s3.getBucketPolicy((request) -> request.bucket(bucket)))
                .flatMap((response) -> FromSdk.some(response.policy()));
    }

    @Override
    public void write(Optional<String> before, Optional<String> after) {
        after.ifPresentOrElse((policy) -> s3.putBucketPolicy((request) -> request.bucket(bucket).policy(policy)),
                () -> s3.deleteBucketPolicy((request) -> request.bucket(bucket)));
    }
}
