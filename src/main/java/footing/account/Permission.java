package footing.account;

import java.util.Map;

/**
 * One IAM action.
 *
 * @param action as IAM writes it: {@code iam:GetAccountSummary}
 */
public record Permission(String action) implements Comparable<Permission> {

    /** Actions whose names are not those of their operations. Source: the Service Authorization Reference. */
    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("s3:ListBuckets", "s3:ListAllMyBuckets"), Map.entry("s3:HeadBucket", "s3:ListBucket"),
            Map.entry("s3:ListObjectsV2", "s3:ListBucket"),
            Map.entry("s3:GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock"),
            Map.entry("s3:PutPublicAccessBlock", "s3:PutBucketPublicAccessBlock"),
            Map.entry("s3:DeletePublicAccessBlock", "s3:PutBucketPublicAccessBlock"),
            Map.entry("s3control:GetPublicAccessBlock", "s3:GetAccountPublicAccessBlock"),
            Map.entry("s3control:PutPublicAccessBlock", "s3:PutAccountPublicAccessBlock"),
            Map.entry("s3:GetBucketEncryption", "s3:GetEncryptionConfiguration"),
            Map.entry("s3:PutBucketEncryption", "s3:PutEncryptionConfiguration"),
            Map.entry("s3:DeleteBucketEncryption", "s3:PutEncryptionConfiguration"),
            Map.entry("s3:GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration"),
            Map.entry("s3:PutBucketLifecycleConfiguration", "s3:PutLifecycleConfiguration"),
            Map.entry("s3:DeleteBucketLifecycle", "s3:PutLifecycleConfiguration"),
            Map.entry("s3:DeleteBucketOwnershipControls", "s3:PutBucketOwnershipControls"),
            Map.entry("s3:DeleteBucketTagging", "s3:PutBucketTagging"));

    /**
     * The action that allows an operation.
     *
     * @param service the service's name in IAM actions: {@code cloudwatch}
     * @param operation as the API writes it: {@code ListBuckets}
     */
    public static Permission of(String service, String operation) {
        String action = service + ":" + operation;
        return new Permission(service.equals("budgets") ? ofBudgets(operation) : ACTIONS.getOrDefault(action, action));
    }

    /** Budgets has two for all that is not about tags. */
    private static String ofBudgets(String operation) {
        return "budgets:" + (operation.contains("Tag")
                ? operation
                : operation.startsWith("Describe") ? "ViewBudget" : "ModifyBudget");
    }

    @Override
    public int compareTo(Permission other) {
        return action.compareTo(other.action);
    }

    @Override
    public String toString() {
        return action;
    }
}
