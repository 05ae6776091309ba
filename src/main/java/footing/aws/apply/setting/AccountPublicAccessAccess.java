package footing.aws.apply.setting;

import footing.account.LogBucket.PublicAccess;
import footing.aws.FromSdk;
import software.amazon.awssdk.services.s3control.S3ControlClient;

/** What the account closes to the public in all of its buckets. */
record AccountPublicAccessAccess(S3ControlClient s3, String account) implements SettingAccess<PublicAccess> {

    @Override
    public PublicAccess read() {
        return SettingAccess
                .unless("NoSuchPublicAccessBlockConfiguration",
                        () -> s3.getPublicAccessBlock((request) -> request.accountId(account)))
                .map((response) -> FromSdk.publicAccess(response.publicAccessBlockConfiguration()))
                .orElse(PublicAccess.NOT_BLOCKED);
    }

    @Override
    public void write(PublicAccess before, PublicAccess after) {
        s3.putPublicAccessBlock((request) -> request.accountId(account)
                .publicAccessBlockConfiguration((block) -> block.blockPublicAcls(after.blockAcls())
                        .ignorePublicAcls(after.ignoreAcls())
                        .blockPublicPolicy(after.blockPolicy())
                        .restrictPublicBuckets(after.restrictBuckets())));
    }
}
