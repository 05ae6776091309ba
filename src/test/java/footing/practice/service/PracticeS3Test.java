package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Region;
import footing.practice.Bench;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Transition;
import software.amazon.awssdk.services.s3.model.TransitionStorageClass;

class PracticeS3Test {

    private static final String BUCKET = "acme-audit";
    private static final String OPEN = "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
            + "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::acme-audit/*\"}]}";

    private final Bench bench = Bench.fresh();
    private final S3Client s3 = bench.s3();

    private void make() {
        s3.createBucket((request) -> request.bucket(BUCKET));
    }

    private static void refused(String code, int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Refused.with(S3Exception.class, code, status, call);
    }

    @Test
    void bucket_isMadeAsS3MakesThemToday() {
        make();

        assertThat(s3.getPublicAccessBlock((request) -> request.bucket(BUCKET))
                .publicAccessBlockConfiguration()
                .blockPublicPolicy()).isTrue();
        assertThat(s3.getBucketVersioning((request) -> request.bucket(BUCKET)).status()).isNull();
        assertThat(s3.getBucketEncryption((request) -> request.bucket(BUCKET))
                .serverSideEncryptionConfiguration()
                .rules()
                .getFirst()
                .applyServerSideEncryptionByDefault()
                .sseAlgorithm()).isEqualTo(ServerSideEncryption.AES256);
        refused("NoSuchBucketPolicy", 404, () -> s3.getBucketPolicy((request) -> request.bucket(BUCKET)));
        refused("NoSuchLifecycleConfiguration", 404,
                () -> s3.getBucketLifecycleConfiguration((request) -> request.bucket(BUCKET)));
        refused("NoSuchTagSet", 404, () -> s3.getBucketTagging((request) -> request.bucket(BUCKET)));
        Refused.with(NoSuchBucketException.class, "NoSuchBucket", 404,
                () -> s3.headBucket((request) -> request.bucket("nobodys")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Acme", "acme_audit", "-acme", "acme-", "ac..me", "10.0.0.1", "xn--acme",
        "acme-s3alias", "amzn-s3-demo-acme"})
    void bucket_isRefused_whenItsNameIsNone(String name) {
        refused("InvalidBucketName", 400, () -> s3.createBucket((request) -> request.bucket(name)));
    }

    @Test
    void bucket_isRefused_whenItsNameIsGone() {
        S3Client elsewhere = bench.clients.get(S3Client.class, Bench.ELSEWHERE);
        make();
        make(); // the oldest Region does not mind

        Refused.with(BucketAlreadyOwnedByYouException.class, "BucketAlreadyOwnedByYou", 409,
                () -> elsewhere.createBucket((request) -> request.bucket(BUCKET)));
        Refused.with(BucketAlreadyExistsException.class, "BucketAlreadyExists", 409,
                () -> s3.createBucket((request) -> request.bucket("cloudtrail-logs")));
    }

    @Test
    void bucket_isMadeWhereItIsAskedFor_orRefused() {
        S3Client elsewhere = bench.clients.get(S3Client.class, Bench.ELSEWHERE);
        elsewhere.createBucket((request) -> request.bucket("acme-here"));
        s3.createBucket((request) -> request.bucket("acme-there")
                .createBucketConfiguration((where) -> where.locationConstraint("eu-west-1")));

        assertThat(s3.getBucketLocation((request) -> request.bucket("acme-here")).locationConstraintAsString())
                .isEqualTo("eu-central-1");
        assertThat(s3.headBucket((request) -> request.bucket("acme-there")).bucketRegion()).isEqualTo("eu-west-1");
        refused("IllegalLocationConstraintException", 400,
                () -> elsewhere.createBucket((request) -> request.bucket("acme-nowhere")
                        .createBucketConfiguration((where) -> where.locationConstraint("eu-west-1"))));
        refused("InvalidLocationConstraint", 400, () -> s3.createBucket((request) -> request.bucket("acme-nowhere")
                .createBucketConfiguration((where) -> where.locationConstraint("us-east-1"))));
    }

    @Test
    void policy_isReadAsItWasPut_andRefused_whenItIsNone() {
        make();
        String policy = Bench.trailPolicy(BUCKET, "main");
        s3.putBucketPolicy((request) -> request.bucket(BUCKET).policy(policy));

        assertThat(s3.getBucketPolicy((request) -> request.bucket(BUCKET)).policy()).isEqualTo(policy);
        assertThat(s3.getBucketPolicyStatus((request) -> request.bucket(BUCKET)).policyStatus().isPublic()).isFalse();
        for (String bad : new String[] {"", "{", "{}", policy.replace(BUCKET, "other"), policy.replace("s3:", "sns:"),
            policy.replace("cloudtrail.amazonaws.com", "somebody"), policy.replace("2012-10-17", "2012"),
            policy.replace("\"Allow\"", "\"Permit\""), policy.replace("Condition", "Conditions")}) {
            refused("MalformedPolicy", 400,
                    () -> s3.putBucketPolicy((request) -> request.bucket(BUCKET).policy(bad)));
        }
        assertThat(s3.getBucketPolicy((request) -> request.bucket(BUCKET)).policy()).isEqualTo(policy);
    }

    @Test
    void policy_isRefused_whenItIsPublicAndThatIsBlocked() {
        make();
        refused("AccessDenied", 403, () -> s3.putBucketPolicy((request) -> request.bucket(BUCKET).policy(OPEN)));

        s3.deletePublicAccessBlock((request) -> request.bucket(BUCKET));
        s3.putBucketPolicy((request) -> request.bucket(BUCKET).policy(OPEN));

        assertThat(s3.getBucketPolicyStatus((request) -> request.bucket(BUCKET)).policyStatus().isPublic()).isTrue();
        refused("NoSuchPublicAccessBlockConfiguration", 404,
                () -> s3.getPublicAccessBlock((request) -> request.bucket(BUCKET)));
    }

    @Test
    void settings_areReadAsTheyWerePut() {
        make();
        LifecycleRule rule = LifecycleRule.builder()
                .id("age")
                .status(ExpirationStatus.ENABLED)
                .filter((filter) -> filter.prefix(""))
                .transitions(Transition.builder().days(90).storageClass(TransitionStorageClass.GLACIER).build())
                .expiration((end) -> end.days(400))
                .noncurrentVersionExpiration((end) -> end.noncurrentDays(30))
                .build();
        s3.putBucketLifecycleConfiguration(
                (request) -> request.bucket(BUCKET).lifecycleConfiguration((all) -> all.rules(rule)));
        s3.putBucketVersioning((request) -> request.bucket(BUCKET)
                .versioningConfiguration((to) -> to.status(BucketVersioningStatus.ENABLED)));

        assertThat(s3.getBucketLifecycleConfiguration((request) -> request.bucket(BUCKET)).rules())
                .containsExactly(rule);
        assertThat(s3.getBucketVersioning((request) -> request.bucket(BUCKET)).status())
                .isEqualTo(BucketVersioningStatus.ENABLED);
        refused("InvalidArgument", 400,
                () -> s3.putBucketLifecycleConfiguration((request) -> request.bucket(BUCKET)
                        .lifecycleConfiguration((all) -> all
                                .rules(rule.toBuilder().expiration((end) -> end.days(90)).build()))));
        refused("MalformedXML", 400,
                () -> s3.putBucketLifecycleConfiguration((request) -> request.bucket(BUCKET)
                        .lifecycleConfiguration((all) -> all.rules(rule.toBuilder().status((String) null).build()))));
    }

    @Test
    void bucket_staysWhileItHoldsSomething() {
        make();
        s3.putObject((request) -> request.bucket(BUCKET).key("a"), RequestBody.fromString("x"));

        refused("BucketNotEmpty", 409, () -> s3.deleteBucket((request) -> request.bucket(BUCKET)));
        s3.deleteObject((request) -> request.bucket(BUCKET).key("a"));
        s3.deleteBucket((request) -> request.bucket(BUCKET));

        assertThat(s3.listBuckets().buckets()).isEmpty();
    }

    @Test
    void lists_comeInPages() {
        make();
        List<String> keys = IntStream.range(0, 7).mapToObj((n) -> "k" + n).toList();
        keys.forEach((key) -> s3.putObject((request) -> request.bucket(BUCKET).key(key), RequestBody.empty()));

        assertThat(s3.listObjectsV2((request) -> request.bucket(BUCKET).maxKeys(3)).isTruncated()).isTrue();
        assertThat(s3.listObjectsV2Paginator((request) -> request.bucket(BUCKET).maxKeys(3)).contents())
                .extracting(S3Object::key)
                .containsExactlyElementsOf(keys);
    }

    @Test
    void bucket_isFoundFromAnotherRegion_andRefused_whenAnotherOwnerIsExpected() {
        make();
        S3Client elsewhere = bench.clients.get(S3Client.class, new Region("eu-west-1"));

        assertThat(elsewhere.headBucket((request) -> request.bucket(BUCKET)).bucketRegion()).isEqualTo("us-east-1");
        refused("AccessDenied", 403, () -> elsewhere
                .headBucket((request) -> request.bucket(BUCKET).expectedBucketOwner("999999999999")));
    }

    @Test
    void location_isToldToItsOwnerOnly_whenSomebodyAsksForOne() {
        bench.s3().createBucket((call) -> call.bucket("acme-place"));

        Refused.with(S3Exception.class, "AccessDenied", 403, () -> bench.s3()
                .getBucketLocation((call) -> call.bucket("acme-place").expectedBucketOwner("999999999999")));
    }
}
