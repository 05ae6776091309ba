package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.DOCUMENT;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.required;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** {@code AWS::S3::BucketPolicy}: the whole policy of a bucket, of which there is one. */
final class BucketPolicyType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(required("Bucket", TEXT).replacing(),
            required("PolicyDocument", DOCUMENT));

    private static final Kind KIND = Kind.of("AWS::S3::BucketPolicy", PROPERTIES).namedBy("Bucket");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        String bucket = request.properties().needed("Bucket");
        if (hasPolicy(request, bucket)) {
            throw new HandlerRefusal("AlreadyExists", "The bucket policy already exists on bucket " + bucket + ".");
        }
        put(request, bucket);
        return bucket;
    }

    private static boolean hasPolicy(Request request, String bucket) {
        try {
            request.site().client(S3Client.class).getBucketPolicy((call) -> call.bucket(bucket));
            return true;
        } catch (S3Exception refused) {
            if (refused.awsErrorDetails().errorCode().equals("NoSuchBucketPolicy")) {
                return false;
            }
            throw refused;
        }
    }

    @Override
    public void configure(Request request) {
        if (request.before().isPresent()) {
            put(request, request.physicalId());
        }
    }

    private static void put(Request request, String bucket) {
        String policy = request.properties().document("PolicyDocument").orElseThrow();
        request.site().client(S3Client.class).putBucketPolicy((call) -> call.bucket(bucket).policy(policy));
    }

    @Override
    public void delete(Request request) {
        request.site().client(S3Client.class).deleteBucketPolicy((call) -> call.bucket(request.physicalId()));
    }
}
