package footing.baseline.item;

import footing.account.AccountState;
import footing.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a log bucket's policy must say, so that CloudTrail and Config can write to it and nobody can read it over plain
 * HTTP. From AWS's documents "Amazon S3 bucket policy for CloudTrail" and "Permissions for the Amazon S3 Bucket for the
 * AWS Config Delivery Channel".
 *
 * @param prefix what stands before {@code AWSLogs} in the trail's keys: empty, or a text that ends in a slash
 */
record LogBucketPolicy(String partition, String account, String bucket, String prefix, String trailArn) {

    private static final String CLOUDTRAIL = "cloudtrail.amazonaws.com";
    private static final String CONFIG = "config.amazonaws.com";
    private static final String OWNER_HAS_CONTROL = "bucket-owner-full-control";

    static LogBucketPolicy of(AccountState account, String bucket, String prefix, String trailArn) {
        return new LogBucketPolicy(account.identity().partition().id(), account.identity().account(), bucket, prefix,
                trailArn);
    }

    /** What a policy lacks: {@code cloudtrail}, {@code config}, {@code tls}. */
    List<String> gaps(PolicyDocument policy) {
        List<String> gaps = new ArrayList<>();
        if (!policy.allows(CLOUDTRAIL, "s3:GetBucketAcl", arn(""), byTrail())
                || !policy.allows(CLOUDTRAIL, "s3:PutObject", arn("/" + prefix + logs() + "CloudTrail/x"), byTrail())) {
            gaps.add("cloudtrail");
        }
        if (!policy.allows(CONFIG, "s3:GetBucketAcl", arn(""), byAccount())
                || !policy.allows(CONFIG, "s3:PutObject", arn("/" + logs() + "Config/x"), byAccount())) {
            gaps.add("config");
        }
        if (!policy.deniesPlainHttp(arn(""))) {
            gaps.add("tls");
        }
        return List.copyOf(gaps);
    }

    /** The statements that close a gap. */
    List<Value.Fields> statements(String gap) {
        return switch (gap) {
            case "cloudtrail" -> List.of(
                    allow("FootingTrailAcl", CLOUDTRAIL, "s3:GetBucketAcl", arn(""), stringEquals(fromTrail())),
                    allow("FootingTrailWrite", CLOUDTRAIL, "s3:PutObject", arn("/" + prefix + logs() + "*"),
                            stringEquals(fromTrail().with("s3:x-amz-acl", Value.text(OWNER_HAS_CONTROL)))));
            case "config" -> List.of(
                    allow("FootingConfigAcl", CONFIG, "s3:GetBucketAcl", arn(""), stringEquals(fromAccount())),
                    allow("FootingConfigList", CONFIG, "s3:ListBucket", arn(""), stringEquals(fromAccount())),
                    allow("FootingConfigWrite", CONFIG, "s3:PutObject", arn("/" + logs() + "Config/*"),
                            stringEquals(fromAccount().with("s3:x-amz-acl", Value.text(OWNER_HAS_CONTROL)))));
            case "tls" -> List.of(tlsOnly(arn("")));
            default -> throw new IllegalArgumentException("no such gap: " + gap);
        };
    }

    /** Nobody may do anything with a bucket without TLS. */
    static Value.Fields tlsOnly(String bucketArn) {
        return Value.fields("Sid", Value.text("FootingTlsOnly"))
                .with("Effect", Value.text("Deny"))
                .with("Principal", Value.text("*"))
                .with("Action", Value.text("s3:*"))
                .with("Resource", Value.texts(List.of(bucketArn, bucketArn + "/*")))
                .with("Condition", Value.fields("Bool", Value.fields("aws:SecureTransport", Value.text("false"))));
    }

    /** The whole policy of a bucket that Footing makes. */
    Value.Fields document() {
        List<Value> all = new ArrayList<>();
        List.of("cloudtrail", "config", "tls").forEach((gap) -> all.addAll(statements(gap)));
        return Value.fields("Version", Value.text(PolicyDocument.VERSION)).with("Statement", new Value.Items(all));
    }

    private String arn(String key) {
        return "arn:" + partition + ":s3:::" + bucket + key;
    }

    private String logs() {
        return "AWSLogs/" + account + "/";
    }

    private Map<String, String> byTrail() {
        return Map.of("aws:sourcearn", trailArn, "aws:sourceaccount", account, "s3:x-amz-acl", OWNER_HAS_CONTROL);
    }

    private Map<String, String> byAccount() {
        return Map.of("aws:sourceaccount", account, "s3:x-amz-acl", OWNER_HAS_CONTROL);
    }

    private Value.Fields fromTrail() {
        return Value.fields("aws:SourceArn", Value.text(trailArn));
    }

    private Value.Fields fromAccount() {
        return Value.fields("AWS:SourceAccount", Value.text(account));
    }

    private static Value.Fields stringEquals(Value.Fields keys) {
        return Value.fields("StringEquals", keys);
    }

    private static Value.Fields allow(String sid, String service, String action, String resource,
            Value.Fields condition) {
        return Value.fields("Sid", Value.text(sid))
                .with("Effect", Value.text("Allow"))
                .with("Principal", Value.fields("Service", Value.text(service)))
                .with("Action", Value.text(action))
                .with("Resource", Value.text(resource))
                .with("Condition", condition);
    }
}
