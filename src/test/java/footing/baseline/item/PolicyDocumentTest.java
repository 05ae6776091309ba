package footing.baseline.item;

import static org.assertj.core.api.Assertions.assertThat;

import footing.plan.ValueJson;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDocumentTest {

    private static final String TRAIL = "arn:aws:cloudtrail:eu-central-1:123456789012:trail/footing";
    private static final LogBucketPolicy POLICY = new LogBucketPolicy("aws", "123456789012", "logs", "", TRAIL,
            java.util.List.of());
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
