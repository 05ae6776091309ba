package footing.account;

import java.util.Optional;

/**
 * A bucket that receives logs. Each part is read by its own call and can be refused on its own; a bucket of another
 * account shows nothing but that.
 *
 * @param policy the policy's JSON text; empty where the bucket has none. {@code s3:GetBucketPolicy}
 * @param publicAccess {@code s3:GetPublicAccessBlock} of the bucket
 * @param versioned {@code s3:GetBucketVersioning}
 */
public record LogBucket(String name, Reading<Region> region, Reading<Optional<String>> policy,
        Reading<PublicAccess> publicAccess, Reading<Boolean> versioned) {

    /** The four settings of a public access block. */
    public record PublicAccess(boolean blockAcls, boolean ignoreAcls, boolean blockPolicy, boolean restrictBuckets) {

        public static final PublicAccess NOT_BLOCKED = new PublicAccess(false, false, false, false);
        public static final PublicAccess BLOCKED = new PublicAccess(true, true, true, true);

        public boolean blocksAll() {
            return blockAcls && ignoreAcls && blockPolicy && restrictBuckets;
        }
    }
}
