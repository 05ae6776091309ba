package footing.practice;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;

/**
 * A bucket.
 *
 * @param policy its JSON text
 * @param versioning {@code Enabled}, {@code Suspended}, or never set
 * @param objects by key
 */
public record BucketState(String name, String region, Instant createdAt,
        @JsonDeserialize(contentUsing = AccountJson.PolicyText.class) Optional<String> policy,
        Optional<PublicAccessBlockConfiguration> publicAccessBlock, Optional<String> versioning,
        Optional<ServerSideEncryptionConfiguration> encryption, List<LifecycleRule> lifecycle,
        Optional<OwnershipControls> ownership, SortedMap<String, String> tags, Table<StoredObject> objects) {

    public BucketState {
        lifecycle = List.copyOf(lifecycle);
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /** An object, of which the size is kept and the content is not. */
    public record StoredObject(long size, String etag, Instant modifiedAt) {
    }

    public String arn() {
        return "arn:aws:s3:::" + name;
    }

    public BucketState withPolicy(Optional<String> now) {
        return new BucketState(name, region, createdAt, now, publicAccessBlock, versioning, encryption, lifecycle,
                ownership, tags, objects);
    }

    public BucketState withPublicAccessBlock(Optional<PublicAccessBlockConfiguration> now) {
        return new BucketState(name, region, createdAt, policy, now, versioning, encryption, lifecycle, ownership,
                tags, objects);
    }

    public BucketState withVersioning(String now) {
        return new BucketState(name, region, createdAt, policy, publicAccessBlock, Optional.of(now), encryption,
                lifecycle, ownership, tags, objects);
    }

    public BucketState withEncryption(Optional<ServerSideEncryptionConfiguration> now) {
        return new BucketState(name, region, createdAt, policy, publicAccessBlock, versioning, now, lifecycle,
                ownership, tags, objects);
    }

    public BucketState withLifecycle(List<LifecycleRule> now) {
        return new BucketState(name, region, createdAt, policy, publicAccessBlock, versioning, encryption, now,
                ownership, tags, objects);
    }

    public BucketState withOwnership(Optional<OwnershipControls> now) {
        return new BucketState(name, region, createdAt, policy, publicAccessBlock, versioning, encryption, lifecycle,
                now, tags, objects);
    }

    public BucketState withTags(SortedMap<String, String> now) {
        return new BucketState(name, region, createdAt, policy, publicAccessBlock, versioning, encryption, lifecycle,
                ownership, now, objects);
    }

    public BucketState withObjects(UnaryOperator<Table<StoredObject>> change) {
        return new BucketState(name, region, createdAt, policy, publicAccessBlock, versioning, encryption, lifecycle,
                ownership, tags, change.apply(objects));
    }
}
