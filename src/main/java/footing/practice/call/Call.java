package footing.practice.call;

import footing.account.Region;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;

/**
 * One call of an operation.
 *
 * @param service the prefix of its IAM actions: {@code iam}, {@code cloudwatch}
 * @param operation as the API writes it: {@code GetAccountSummary}
 * @param region the Region of the client
 */
public record Call(String service, String operation, Region region, SdkRequest request) {

    /** S3 names many of its actions otherwise than its operations, and Budgets has two for all. Source: the Service Authorization Reference. */
    private static final Map<String, String> S3_ACTIONS = Map.ofEntries(Map.entry("ListBuckets", "ListAllMyBuckets"),
            Map.entry("HeadBucket", "ListBucket"), Map.entry("ListObjectsV2", "ListBucket"),
            Map.entry("GetPublicAccessBlock", "GetBucketPublicAccessBlock"),
            Map.entry("PutPublicAccessBlock", "PutBucketPublicAccessBlock"),
            Map.entry("DeletePublicAccessBlock", "PutBucketPublicAccessBlock"),
            Map.entry("GetBucketEncryption", "GetEncryptionConfiguration"),
            Map.entry("PutBucketEncryption", "PutEncryptionConfiguration"),
            Map.entry("DeleteBucketEncryption", "PutEncryptionConfiguration"),
            Map.entry("GetBucketLifecycleConfiguration", "GetLifecycleConfiguration"),
            Map.entry("PutBucketLifecycleConfiguration", "PutLifecycleConfiguration"),
            Map.entry("DeleteBucketLifecycle", "PutLifecycleConfiguration"),
            Map.entry("DeleteBucketOwnershipControls", "PutBucketOwnershipControls"),
            Map.entry("DeleteBucketTagging", "PutBucketTagging"));

    /** The IAM action that allows the call: {@code s3:ListAllMyBuckets}. */
    public String action() {
        return service + ":" + switch (service) {
            case "s3" -> S3_ACTIONS.getOrDefault(operation, operation);
            case "budgets" -> operation.contains("Tag")
                    ? operation
                    : operation.startsWith("Describe") ? "ViewBudget" : "ModifyBudget";
            default -> operation;
        };
    }

    static Call of(String signingName, String method, Region region, SdkRequest request) {
        String service = signingName.equals("monitoring") ? "cloudwatch" : signingName;
        String operation = method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
        return new Call(service, operation, region, request);
    }
}
