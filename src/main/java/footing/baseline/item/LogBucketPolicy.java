package footing.baseline.item;

import footing.account.AccountState;
import footing.baseline.item.PolicyConditions.Answer;
import footing.baseline.item.PolicyDocument.Decision;
import footing.plan.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a log bucket's policy must say, so that CloudTrail and Config can write to it and nobody can read it over plain
 * HTTP. From AWS's documents "Amazon S3 bucket policy for CloudTrail" and "Permissions for the Amazon S3 Bucket for the
 * AWS Config Delivery Channel".
 *
 * @param prefix what stands before {@code AWSLogs} in the trail's keys: empty, or a text that ends in a slash
 * @param trailArn the trail that is meant
 * @param others trails that may write besides: one that was renamed delivers until the new one has taken over
 * @param organization whether the trail is an organization's, which writes below the organization's id
 */
record LogBucketPolicy(String partition, String account, String bucket, String prefix, String trailArn,
        List<String> others, boolean organization) {

    private static final String CLOUDTRAIL = "cloudtrail.amazonaws.com";
    private static final String CONFIG = "config.amazonaws.com";
    private static final String OWNER_HAS_CONTROL = "bucket-owner-full-control";
    /** What no organization is called, so that only a policy for all of them allows it. */
    private static final String NO_ORGANIZATION = "o-0000000000";

    static LogBucketPolicy of(AccountState account, String bucket, String prefix, String trailArn) {
        return new LogBucketPolicy(account.identity().partition().id(), account.identity().account(), bucket, prefix,
                trailArn, List.of(), false);
    }

    /** The same for the trail of an organization. */
    LogBucketPolicy ofOrganization() {
        return new LogBucketPolicy(partition, account, bucket, prefix, trailArn, others, true);
    }

    LogBucketPolicy {
        others = others.stream().filter((arn) -> !arn.equals(trailArn)).distinct().sorted().toList();
    }

    /** The same, which lets these trails write as well. */
    LogBucketPolicy with(List<String> more) {
        return new LogBucketPolicy(partition, account, bucket, prefix, trailArn,
                Stream.concat(others.stream(), more.stream()).toList(), organization);
    }

    /** The trails of this account that a policy lets write. */
    List<String> trailsIn(PolicyDocument policy) {
        String ofAccount = ":" + account + ":trail/";
        return policy.conditions(CLOUDTRAIL, "s3:PutObject", "aws:SourceArn")
                .stream()
                .filter((arn) -> arn.startsWith("arn:" + partition + ":cloudtrail:") && arn.contains(ofAccount)
                        && !arn.contains("*"))
                .toList();
    }

    /**
     * What a policy lacks: {@code cloudtrail}, {@code config}, {@code tls}; where a statement refuses it, so that one
     * more that allows it would not help, {@code cloudtrail-denied}, {@code config-denied}; and {@code public}, where
     * it lets everybody in.
     */
    List<String> gaps(PolicyDocument policy) {
        List<String> gaps = new ArrayList<>();
        gap("cloudtrail", trailMayWrite(policy)).ifPresent(gaps::add);
        gap("config", configMayWrite(policy)).ifPresent(gaps::add);
        if (!policy.deniesPlainHttp(arn(""))) {
            gaps.add("tls");
        }
        if (policy.isPublic()) {
            gaps.add("public");
        }
        return List.copyOf(gaps);
    }

    private static Optional<String> gap(String name, List<Decision> decisions) {
        return decisions.stream()
                .filter((decision) -> decision.answer() == Answer.NO)
                .max(Comparator.comparing(Decision::denied))
                .map((decision) -> decision.denied() ? name + "-denied" : name);
    }

    /** The conditions because of which nobody can tell whether the trail, or Config, may write. */
    SortedSet<String> unclear(PolicyDocument policy, boolean trailWrites) {
        SortedSet<String> keys = new TreeSet<>();
        // A file that arrived says more than any reading of the policy.
        Stream.concat(trailWrites ? Stream.empty() : trailMayWrite(policy).stream(), configMayWrite(policy).stream())
                .forEach((decision) -> keys.addAll(decision.unknown()));
        return keys;
    }

    private List<Decision> trailMayWrite(PolicyDocument policy) {
        String key = organization ? "AWSLogs/" + policy.organization().orElse(NO_ORGANIZATION) + "/" : logs();
        return List.of(policy.decide(CLOUDTRAIL, "s3:GetBucketAcl", arn(""), from(byTrail(), false)),
                policy.decide(CLOUDTRAIL, "s3:PutObject", arn("/" + prefix + key + "CloudTrail/x"),
                        from(byTrail(), true)));
    }

    private List<Decision> configMayWrite(PolicyDocument policy) {
        return List.of(policy.decide(CONFIG, "s3:GetBucketAcl", arn(""), from(byAccount(), false)),
                policy.decide(CONFIG, "s3:PutObject", arn("/" + logs() + "Config/x"), from(byAccount(), true)));
    }

    private static Map<String, Optional<String>> from(Map<String, String> whom, boolean writes) {
        Map<String, Optional<String>> context = new HashMap<>();
        whom.forEach((key, value) -> context.put(key, Optional.of(value)));
        context.put("s3:x-amz-acl", Optional.of(OWNER_HAS_CONTROL).filter((acl) -> writes));
        return context;
    }

    /** Whether a gap is something that stands in the policy, which only whoever wrote it can take away. */
    static boolean isForPeople(String gap) {
        return Set.of("cloudtrail-denied", "config-denied", "public").contains(gap);
    }

    /** The statements that close a gap. */
    List<Value.Fields> statements(String gap) {
        return switch (gap) {
            case "cloudtrail" -> List.of(
                    allow("FootingTrailAcl" + ofTrail(), CLOUDTRAIL, "s3:GetBucketAcl", arn(""),
                            stringEquals(fromTrail())),
                    allow("FootingTrailWrite" + ofTrail(), CLOUDTRAIL, "s3:PutObject", arn("/" + prefix + logs() + "*"),
                            stringEquals(fromTrail().with("s3:x-amz-acl", Value.text(OWNER_HAS_CONTROL)))));
            case "config" -> List.of(
                    allow("FootingConfigAcl", CONFIG, "s3:GetBucketAcl", arn(""), stringEquals(fromAccount())),
                    allow("FootingConfigList", CONFIG, "s3:ListBucket", arn(""), stringEquals(fromAccount())),
                    allow("FootingConfigWrite", CONFIG, "s3:PutObject", arn("/" + logs() + "Config/*"),
                            stringEquals(fromAccount().with("s3:x-amz-acl", Value.text(OWNER_HAS_CONTROL)))));
            case "tls" -> List.of(Statements.bucketTlsOnly(arn("")));
            // What somebody else's statement does is for a person to take away.
            case "cloudtrail-denied", "config-denied", "public" -> List.of();
            default -> throw new IllegalArgumentException("no such gap: " + gap);
        };
    }

    /** The whole policy of a bucket that Footing makes. */
    Value.Fields document() {
        List<Value> all = new ArrayList<>();
        List.of("cloudtrail", "config", "tls").forEach((gap) -> all.addAll(statements(gap)));
        return Statements.document(all.toArray(Value[]::new));
    }

    private String arn(String key) {
        return "arn:" + partition + ":s3:::" + bucket + key;
    }

    /** Several trails may share a bucket, and each has statements of its own. */
    private String ofTrail() {
        return "%08x".formatted(trailArn.hashCode());
    }

    private String logs() {
        return "AWSLogs/" + account + "/";
    }

    private Map<String, String> byTrail() {
        return Map.of("aws:sourcearn", trailArn, "aws:sourceaccount",
                trailArn.replaceFirst("^arn:[^:]*:cloudtrail:[^:]*:([0-9]{12}):.*$", "$1"));
    }

    private Map<String, String> byAccount() {
        return Map.of("aws:sourceaccount", account);
    }

    private Value.Fields fromTrail() {
        return Value.fields("aws:SourceArn", others.isEmpty()
                ? Value.text(trailArn)
                : Value.texts(Stream.concat(Stream.of(trailArn), others.stream()).toList()));
    }

    private Value.Fields fromAccount() {
        return Value.fields("AWS:SourceAccount", Value.text(account));
    }

    private static Value.Fields stringEquals(Value.Fields keys) {
        return Value.fields("StringEquals", keys);
    }

    private static Value.Fields allow(String sid, String service, String action, String resource,
            Value.Fields condition) {
        return Statements.allow(sid, Statements.service(service), List.of(action), Value.text(resource))
                .with("Condition", condition);
    }
}
