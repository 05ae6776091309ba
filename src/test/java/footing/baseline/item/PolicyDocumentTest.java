package footing.baseline.item;

import static org.assertj.core.api.Assertions.assertThat;

import footing.baseline.item.PolicyConditions.Answer;
import footing.plan.ValueJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {

    private static final String TRAIL = "arn:aws:cloudtrail:eu-central-1:123456789012:trail/footing";
    private static final LogBucketPolicy POLICY = new LogBucketPolicy("aws", "123456789012", "logs", "", TRAIL,
            java.util.List.of(), false);
    private static final String WHOLE = ValueJson.write(POLICY.document()).toString();

    private static List<String> gaps(String policy) {
        return POLICY.gaps(PolicyDocument.parse(policy).orElseThrow());
    }

    @Test
    void policy_hasNoGap_whenFootingWroteIt() {
        assertThat(gaps(WHOLE)).isEmpty();
        assertThat(gaps("{}")).containsExactly("cloudtrail", "config", "tls");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "trail/footing|trail/another|cloudtrail",
        "AWSLogs/123456789012/*|AWSLogs/999999999999/*|cloudtrail",
        "bucket-owner-full-control|private|cloudtrail",
        "\"config.amazonaws.com\"|\"ec2.amazonaws.com\"|config",
        "\"s3:*\"|\"s3:GetObject\"|tls",
        "\"aws:SecureTransport\":\"false\"|\"aws:SecureTransport\":\"true\"|tls",
        "\"Deny\"|\"Allow\"|tls"})
    void policy_hasAGap_whenItIsSpoilt(String good, String bad, String gap) {
        assertThat(WHOLE).contains(good);
        assertThat(gaps(WHOLE.replace(good, bad))).contains(gap);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "\"s3:PutObject\"|[\"s3:GetObject\",\"S3:putobject\"]",
        "\"Service\":\"cloudtrail.amazonaws.com\"|\"Service\":[\"x\",\"cloudtrail.amazonaws.com\"]",
        "\"StringEquals\":{\"aws:SourceArn\"|\"ArnLike\":{\"AWS:sourceArn\"",
        "trail/footing|trail/footing\",\"aws:SourceAccount\":\"123456789012",
        "\"aws:SecureTransport\":\"false\"|\"aws:securetransport\":false"})
    void policy_hasNoGap_whenItSaysTheSameInOtherWords(String mine, String other) {
        assertThat(WHOLE).contains(mine);
        assertThat(gaps(WHOLE.replace(mine, other))).isEmpty();
    }

    private static String plus(String statement) {
        return WHOLE.replace("\"Statement\":[", "\"Statement\":[" + statement + ",");
    }

    private static String deny(String condition) {
        return plus("{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:PutObject\",\"Resource\":\"*\""
                + (condition.isEmpty() ? "" : ",\"Condition\":" + condition) + "}");
    }

    @Test
    void policy_refuses_whenAStatementDeniesTheService() {
        assertThat(gaps(deny(""))).containsExactly("cloudtrail-denied", "config-denied");
        assertThat(gaps(deny("{\"StringNotEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}}")))
                .containsExactly("cloudtrail-denied", "config-denied");
        assertThat(gaps(plus("{\"Effect\":\"Deny\",\"NotPrincipal\":{\"Service\":\"cloudtrail.amazonaws.com\"},"
                + "\"Action\":\"s3:*\",\"Resource\":\"*\"}"))).containsExactly("config-denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Bool\":{\"aws:SecureTransport\":\"false\"}}",
        "{\"StringNotEquals\":{\"aws:PrincipalOrgID\":\"o-1\"},\"Bool\":{\"aws:PrincipalIsAWSService\":\"false\"}}",
        "{\"Null\":{\"s3:x-amz-acl\":\"true\"}}",
        "{\"StringNotEquals\":{\"s3:x-amz-acl\":\"bucket-owner-full-control\"}}",
        "{\"StringEquals\":{\"aws:SourceVpce\":\"vpce-1\"}}"})
    void policy_doesNotRefuse_whenTheConditionOfADenialDoesNotHold(String condition) {
        assertThat(gaps(deny(condition))).isEmpty();
        assertThat(unclear(deny(condition))).isEmpty();
    }

    private static Set<String> unclear(String policy) {
        return POLICY.unclear(PolicyDocument.parse(policy).orElseThrow(), false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{\"StringNotEquals\":{\"s3:x-amz-server-side-encryption\":\"aws:kms\"}}|s3:x-amz-server-side-encryption",
        "{\"NotIpAddress\":{\"aws:SourceIp\":\"192.0.2.0/24\"}}|aws:SourceIp",
        "{\"StringNotEquals\":{\"s3:x-amz-acl\":\"${aws:username}\"}}|s3:x-amz-acl"})
    void policy_isUnclear_whenAConditionCannotBeWeighed(String condition, String key) {
        assertThat(gaps(deny(condition))).isEmpty();
        assertThat(unclear(deny(condition))).containsExactly(key);
    }

    @Test
    void policy_isPublic_whenItLetsEverybodyIn() {
        String open = "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Action\":\"s3:*\",\"Resource\":[\"arn:aws:"
                + "s3:::logs\",\"arn:aws:s3:::logs/*\"]%s}";
        assertThat(gaps(plus(open.formatted("")))).containsExactly("public");
        assertThat(gaps(plus(open.formatted(",\"Condition\":{\"StringLike\":{\"aws:SourceArn\":\"*\"}}"))))
                .containsExactly("public");
        assertThat(gaps(plus(open.formatted(
                ",\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"123456789012\"}}")))).isEmpty();
        assertThat(gaps("{\"Statement\":" + open.formatted("") + "}"))
                .containsExactly("cloudtrail", "config", "tls", "public");
    }

    @Test
    void policy_ofAnOrganization_needsThePathOfTheOrganization() {
        LogBucketPolicy policy = POLICY.ofOrganization();
        assertThat(policy.gaps(PolicyDocument.parse(WHOLE).orElseThrow())).containsExactly("cloudtrail");
        String both = WHOLE.replace("logs/AWSLogs/123456789012/*", "logs/AWSLogs/o-exampleorgid/*");
        assertThat(policy.gaps(PolicyDocument.parse(both).orElseThrow())).isEmpty();
    }

    @Test
    void statement_ofSomebodyElse_stays_evenWhereItHasTheSameName() {
        String foreign = "{\"Sid\":\"FootingTlsOnly\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"1\"},"
                + "\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}";
        String merged = PolicyDocument.parse("{\"Statement\":[" + foreign + "]}")
                .orElseThrow()
                .with(POLICY.statements("tls"));
        assertThat(merged).contains(foreign, "\"FootingTlsOnly2\"");
        assertThat(gaps(merged)).doesNotContain("tls");
    }

    @Test
    void statements_ofTwoTrails_standSideBySide() {
        LogBucketPolicy other = new LogBucketPolicy("aws", "123456789012", "logs", "", TRAIL + "2", List.of(), false);
        String merged = PolicyDocument.parse(WHOLE).orElseThrow().with(other.statements("cloudtrail"));
        assertThat(gaps(merged)).isEmpty();
        assertThat(other.gaps(PolicyDocument.parse(merged).orElseThrow())).isEmpty();
    }

    /** Whatever stands in a policy: it is read the same way twice, and one more denial never allows anything. */
    @Property(tries = 500)
    void policy_allowsNoMore_whenItDeniesMore(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> statements = IntStream.range(0, random.nextInt(5))
                .mapToObj((_) -> statement(random, random.nextBoolean() ? "Allow" : "Deny"))
                .toList();
        String policy = "{\"Statement\":[" + String.join(",", statements) + "]}";
        String stricter = "{\"Statement\":["
                + String.join(",", Stream.concat(statements.stream(), Stream.of(statement(random, "Deny"))).toList())
                + "]}";
        Answer before = answer(policy);
        assertThat(answer(policy)).isEqualTo(before);
        assertThat(answer(stricter)).as(stricter).isLessThanOrEqualTo(before);
        assertThat(gaps(policy)).isEqualTo(gaps(policy));
    }

    private static Answer answer(String policy) {
        return PolicyDocument.parse(policy)
                .orElseThrow()
                .decide("cloudtrail.amazonaws.com", "s3:PutObject", "arn:aws:s3:::logs/x",
                        Map.of("aws:sourcearn", Optional.of(TRAIL), "s3:x-amz-acl", Optional.empty()))
                .answer();
    }

    private static String statement(Random random, String effect) {
        return "{\"Effect\":\"%s\",\"Principal\":%s,\"Action\":%s,\"Resource\":%s%s}".formatted(effect,
                oneOf(random, "\"*\"", "{\"Service\":\"cloudtrail.amazonaws.com\"}", "{\"AWS\":\"1\"}"),
                oneOf(random, "\"s3:*\"", "[\"s3:PutObject\"]", "\"s3:Get*\""),
                oneOf(random, "\"*\"", "\"arn:aws:s3:::logs/*\"", "\"arn:aws:s3:::other/*\""),
                oneOf(random, "", ",\"Condition\":{\"StringEquals\":{\"aws:SourceArn\":\"" + TRAIL + "\"}}",
                        ",\"Condition\":{\"StringEquals\":{\"aws:SourceArn\":\"other\"}}",
                        ",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"192.0.2.0/24\"}}",
                        ",\"Condition\":{\"Null\":{\"s3:x-amz-acl\":\"true\"}}"));
    }

    private static String oneOf(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    @Test
    void policy_isMergedOnce() {
        PolicyDocument empty = PolicyDocument.none();
        String once = empty.with(POLICY.statements("tls"));
        assertThat(PolicyDocument.parse(once).orElseThrow().with(POLICY.statements("tls"))).isEqualTo(once);
    }

    @Test
    void text_isNoPolicy_whenItIsNotAnObject() {
        assertThat(List.of("", "[]", "<x>", "nul", "\"s\"")).allSatisfy(
                text -> assertThat(PolicyDocument.parse(text)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"s3:*,s3:PutObject,true", "s3:Put?bject,s3:PutObject,true", "s3:Put,s3:PutObject,false",
        "*,anything,true", "a*b*c,a-b-b-c,true", "a*b*c,a-b-b,false", "**,x,true", "?,xx,false"})
    void glob_matchesAsPoliciesDo(String pattern, String text, boolean matches) {
        assertThat(Glob.matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    void glob_isQuick_whenThePatternIsHostile() {
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5),
                () -> assertThat(Glob.matches("*a".repeat(2000) + "b", "a".repeat(4000))).isFalse());
    }
}
