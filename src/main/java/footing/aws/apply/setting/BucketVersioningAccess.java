package footing.aws.apply.setting;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Versioning of an existing bucket. Once on, it can only be suspended. */
record BucketVersioningAccess(S3Client s3, String bucket) implements SettingAccess<Boolean> {

    @Override
    public Boolean read() {
        return s3.getBucketVersioning((request) -> request.bucket(bucket)).status() == BucketVersioningStatus.ENABLED;
    }

    @Override
    public void write(Boolean before, Boolean after) {
        s3.putBucketVersioning((request) -> request.bucket(bucket)
                .versioningConfiguration((versioning) -> versioning
                        .status(after ? BucketVersioningStatus.ENABLED : BucketVersioningStatus.SUSPENDED)));
    }
}
