package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.FLAG;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.listOf;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import footing.practice.service.Tags;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;

/** {@code AWS::S3::Bucket}. */
final class BucketType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(optional("BucketName", TEXT).replacing(),
            optional("BucketEncryption",
                    fields(required("ServerSideEncryptionConfiguration",
                            listOf(fields(optional("BucketKeyEnabled", FLAG),
                                    optional("ServerSideEncryptionByDefault",
                                            fields(required("SSEAlgorithm", TEXT),
                                                    optional("KMSMasterKeyID", TEXT)))))))),
            optional("VersioningConfiguration", fields(required("Status", TEXT))),
            optional("PublicAccessBlockConfiguration",
                    fields(optional("BlockPublicAcls", FLAG), optional("BlockPublicPolicy", FLAG),
                            optional("IgnorePublicAcls", FLAG), optional("RestrictPublicBuckets", FLAG))),
            optional("OwnershipControls", fields(required("Rules", listOf(fields(optional("ObjectOwnership", TEXT)))))),
            optional("LifecycleConfiguration", fields(required("Rules", listOf(BucketLifecycle.RULE)))),
            optional("Tags", Shape.tags()));

    private static final Kind KIND = Kind.of("AWS::S3::Bucket", PROPERTIES)
            .giving("Arn", "DomainName", "RegionalDomainName")
            .namedBy("BucketName")
            .tagged(Tagging.SYSTEM);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        String bucket = request.named("BucketName").toLowerCase(Locale.ROOT);
        S3Client s3 = s3(request);
        if (isMine(s3, bucket)) {
            throw HandlerRefusal.alreadyExists(KIND.name(), bucket);
        }
        s3.createBucket((call) -> {
            call.bucket(bucket);
            String region = request.site().region().id();
            if (!region.equals("us-east-1")) {
                call.createBucketConfiguration(CreateBucketConfiguration.builder()
                        .locationConstraint(BucketLocationConstraint.fromValue(region))
                        .build());
            }
        });
        return bucket;
    }

    private static boolean isMine(S3Client s3, String bucket) {
        try {
            s3.headBucket((call) -> call.bucket(bucket));
            return true;
        } catch (NoSuchBucketException free) {
            return false;
        } catch (S3Exception other) {
            if (other.statusCode() == 404) {
                return false;
            }
            throw other;
        }
    }

    @Override
    public void configure(Request request) {
        S3Client s3 = s3(request);
        String bucket = request.physicalId();
        Properties asked = request.properties();
        asked.part("BucketEncryption")
                .ifPresent((part) -> s3.putBucketEncryption((call) -> call.bucket(bucket)
                        .serverSideEncryptionConfiguration(
                                (all) -> all.rules(part.items("ServerSideEncryptionConfiguration")
                                        .stream()
                                        .map(BucketType::encryption)
                                        .toList()))));
        if (request.dropped("BucketEncryption")) {
            s3.deleteBucketEncryption((call) -> call.bucket(bucket));
        }
        Optional<String> versioning = asked.part("VersioningConfiguration")
                .map((part) -> part.needed("Status"))
                .or(() -> request.dropped("VersioningConfiguration") ? Optional.of("Suspended") : Optional.empty());
        versioning.ifPresent((status) -> s3.putBucketVersioning((call) -> call.bucket(bucket)
                .versioningConfiguration((part) -> part.status(status))));
        publicAccess(request, s3, bucket);
        asked.part("OwnershipControls")
                .ifPresent((part) -> s3.putBucketOwnershipControls((call) -> call.bucket(bucket)
                        .ownershipControls((all) -> all.rules(part.items("Rules")
                                .stream()
                                .map((rule) -> OwnershipControlsRule.builder()
                                        .objectOwnership(rule.needed("ObjectOwnership"))
                                        .build())
                                .toList()))));
        if (request.dropped("OwnershipControls")) {
            s3.deleteBucketOwnershipControls((call) -> call.bucket(bucket));
        }
        BucketLifecycle.configure(request, s3, bucket);
        tag(s3, bucket, request.tags());
    }

    private static void publicAccess(Request request, S3Client s3, String bucket) {
        request.properties()
                .part("PublicAccessBlockConfiguration")
                .ifPresent((part) -> s3.putPublicAccessBlock((call) -> call.bucket(bucket)
                        .publicAccessBlockConfiguration((block) -> block
                                .blockPublicAcls(part.flag("BlockPublicAcls").orElse(false))
                                .blockPublicPolicy(part.flag("BlockPublicPolicy").orElse(false))
                                .ignorePublicAcls(part.flag("IgnorePublicAcls").orElse(false))
                                .restrictPublicBuckets(part.flag("RestrictPublicBuckets").orElse(false)))));
        if (request.dropped("PublicAccessBlockConfiguration")) {
            s3.deletePublicAccessBlock((call) -> call.bucket(bucket));
        }
    }

    private static ServerSideEncryptionRule encryption(Properties rule) {
        ServerSideEncryptionRule.Builder builder = ServerSideEncryptionRule.builder();
        rule.flag("BucketKeyEnabled").ifPresent(builder::bucketKeyEnabled);
        rule.part("ServerSideEncryptionByDefault")
                .ifPresent((part) -> builder.applyServerSideEncryptionByDefault(
                        (all) -> {
                            all.sseAlgorithm(part.needed("SSEAlgorithm"));
                            part.text("KMSMasterKeyID").ifPresent(all::kmsMasterKeyID);
                        }));
        return builder.build();
    }

    private static void tag(S3Client s3, String bucket, Map<String, String> tags) {
        List<Tag> all = Tags.list(tags, (key, value) -> Tag.builder().key(key).value(value).build());
        s3.putBucketTagging((call) -> call.bucket(bucket).tagging((set) -> set.tagSet(all)));
    }

    @Override
    public void delete(Request request) {
        s3(request).deleteBucket((call) -> call.bucket(request.physicalId()));
    }

    @Override
    public SortedMap<String, String> attributeValues(Request request) {
        Site site = request.site();
        String bucket = request.physicalId();
        return new TreeMap<>(Map.of("Arn", "arn:" + site.partition() + ":s3:::" + bucket, "DomainName",
                bucket + ".s3." + site.urlSuffix(), "RegionalDomainName",
                bucket + ".s3." + site.region().id() + "." + site.urlSuffix()));
    }

    private static S3Client s3(Request request) {
        return request.site().client(S3Client.class);
    }
}
