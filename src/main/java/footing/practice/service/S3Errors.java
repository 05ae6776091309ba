package footing.practice.service;

import footing.practice.BucketState;
import footing.practice.PracticeAccount;
import footing.practice.call.Errors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3 refuses, and how it says so. */
final class S3Errors {

    /** Source: the rules for naming general purpose buckets. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?!.*\\.\\.)[a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+");
    private static final Pattern RESERVED = Pattern
            .compile("(xn--|sthree-|amzn-s3-demo-).*|.*(-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3)");

    private S3Errors() {
    }

    static AwsServiceException error(String code, int status, String message) {
        return Errors.error(S3Exception.builder(), "S3", code, status, message);
    }

    static AwsServiceException invalid(String message) {
        return error("InvalidArgument", 400, message);
    }

    static AwsServiceException malformedXml() {
        return error("MalformedXML", 400,
                "The XML you provided was not well-formed or did not validate against our published schema");
    }

    static AwsServiceException noSuchBucket() {
        return Errors.error(NoSuchBucketException.builder(), "S3", "NoSuchBucket", 404,
                "The specified bucket does not exist");
    }

    static String name(@Nullable String name) {
        if (name == null || !NAME.matcher(name).matches() || ADDRESS.matcher(name).matches()
                || RESERVED.matcher(name).matches()) {
            throw error("InvalidBucketName", 400, "The specified bucket is not valid.");
        }
        return name;
    }

    /**
     * The bucket, from whichever Region it is asked: as the SDK's client does that may follow a bucket to its Region.
     *
     * @param owner the account that the caller expects, or null where it does not say
     */
    static BucketState bucket(PracticeAccount account, @Nullable String name, @Nullable String owner) {
        if (account.bounds().foreignBuckets().contains(name(name))) {
            throw error("AccessDenied", 403, "Access Denied");
        }
        BucketState bucket = account.buckets().find(name(name)).orElseThrow(S3Errors::noSuchBucket);
        if (owner != null && !owner.equals(account.id())) {
            throw error("AccessDenied", 403, "Access Denied");
        }
        return bucket;
    }
}
