package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    private static final Policy.Access WRITE = new Policy.Access("cloudtrail.amazonaws.com", "s3:PutObject",
            "arn:aws:s3:::acme/AWSLogs/1/file", Map.of("aws:sourceaccount", "1", "aws:securetransport", "true",
                    "aws:sourceorgid", "o-Abc"));

    private static Policy policy(String statements) {
        return Policy.parse("{\"Version\": \"2012-10-17\", \"Statement\": [" + statements.replace('\'', '"') + "]}");
    }

    private static String allow(String condition) {
        return "{'Effect': 'Allow', 'Principal': {'Service': ['cloudtrail.amazonaws.com']}, 'Action': ['s3:Put*'],"
                + " 'Resource': 'arn:aws:s3:::acme/AWSLogs/?/*', 'Condition': {" + condition + "}}";
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "'StringEquals': {'aws:SourceAccount': '1'} | true", "'StringEquals': {'AWS:SourceAccount': '1'} | true",
        "'StringEquals': {'aws:SourceAccount': ['2', '1']} | true",
        "'StringEquals': {'aws:SourceAccount': '2'} | false",
        "'StringNotEquals': {'aws:SourceAccount': '2'} | true",
        "'StringNotEquals': {'aws:SourceAccount': ['1', '2']} | false",
        "'StringEquals': {'aws:SourceArn': 'x'} | false",
        "'StringEqualsIfExists': {'aws:SourceArn': 'x'} | true",
        "'StringLike': {'aws:SourceAccount': '?'} | true", "'StringLike': {'aws:SourceAccount': '?*?'} | false",
        "'Bool': {'aws:SecureTransport': 'true'} | true", "'Bool': {'aws:SecureTransport': false} | false",
        "'Null': {'aws:SourceArn': 'true'} | true", "'Null': {'aws:SourceAccount': 'true'} | false",
        "'IpAddress': {'aws:SourceIp': '192.0.2.0/24'} | false",
        "'StringEquals': {'aws:SourceOrgID': 'o-abc'} | false",
        "'StringEqualsIgnoreCase': {'aws:SourceOrgID': 'o-abc'} | true",
        "'StringNotEqualsIgnoreCase': {'aws:SourceOrgID': 'o-abc'} | false",
        "'StringEquals': {'aws:SourceOrgID': 'o-*'} | false",
        "'ArnLike': {'aws:SourceOrgID': 'o-*'} | true", "'ArnEquals': {'aws:SourceOrgID': 'o-?bc'} | true",
        "'ArnNotLike': {'aws:SourceOrgID': 'o-*'} | false",
        "'Bool': {'aws:SecureTransport': 'TRUE'} | true", "'StringNotEquals': {'aws:SourceArn': 'x'} | true",
        "'StringEquals': {'aws:SourceAccount': '1'}, 'Bool': {'aws:SecureTransport': 'false'} | false"})
    void condition_isJudgedAsIamJudgesIt(String condition, boolean allowed) {
        assertThat(policy(allow(condition)).allows(WRITE)).isEqualTo(allowed);
    }

    @Test
    void denial_outweighsWhatIsAllowed() {
        String deny = "{'Effect': 'Deny', 'Principal': '*', 'Action': 's3:*', 'Resource': '*'}";

        assertThat(policy(allow("")).allows(WRITE)).isTrue();
        assertThat(policy(allow("") + "," + deny).allows(WRITE)).isFalse();
        assertThat(policy(deny).allows(WRITE)).isFalse();
    }

    @Test
    void statement_ofWhatIsNotMeant_coversTheRest() {
        String others = "{'Effect': 'Allow', 'Principal': '*', 'NotAction': 's3:Delete*', 'NotResource': 'arn:aws:s3:::x'}";

        assertThat(policy(others).allows(WRITE)).isTrue();
        assertThat(policy(others.replace("Delete", "Put")).allows(WRITE)).isFalse();
        assertThat(policy(others.replace("arn:aws:s3:::x", "arn:aws:s3:::acme/*")).allows(WRITE)).isFalse();
        assertThat(policy(others.replace("'Principal': '*'", "'NotPrincipal': {'Service': 'cloudtrail.amazonaws.com'}"))
                .allows(WRITE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "'Principal': '*' | true", "'Principal': {'AWS': '*'} | true",
        "'Principal': {'Service': 'cloudtrail.amazonaws.com'} | false", "'Principal': {'AWS': '1'} | false",
        "'Principal': '*', 'Condition': {'StringEquals': {'aws:SourceAccount': '1'}} | false",
        "'Principal': '*', 'Condition': {'StringLike': {'aws:SourceAccount': '*'}} | true",
        "'Principal': '*', 'Condition': {'Bool': {'aws:SecureTransport': 'true'}} | true"})
    void policy_isPublic_whenAnybodyMay(String who, boolean open) {
        String statement = "{'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': '*', " + who + "}";

        assertThat(policy(statement).isPublic()).isEqualTo(open);
        assertThat(policy(statement.replace("Allow", "Deny")).isPublic()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "1", "\"text\"", "[]", "{}", "{\"Statement\": []}", "{\"Statement\": [1]}",
        "{\"Statement\": [{\"Effect\": \"Allow\"}]}", "{\"Statement\": [], \"Statement\": []}", "{} {}"})
    void text_isRefused_whenItIsNoPolicy(String text) {
        assertThatThrownBy(() -> Policy.parse(text)).isInstanceOf(Policy.Malformed.class).message().isNotBlank();
    }

    @Property
    void text_isLikeItself_andLikeAnything(@ForAll String text) {
        assertThat(Policy.like("*", text, false)).isTrue();
        assertThat(Policy.like("*" + text.replace("*", "?") + "*", text, false)).isTrue();
    }

    @Property
    void anyText_isAPolicyOrRefused(@ForAll String text) {
        try {
            assertThat(Policy.parse(text).statements()).isNotEmpty();
        } catch (Policy.Malformed refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"StringEquals", "StringNotLike", "ForAnyValue:StringLike", "ForAllValues:ArnEquals",
        "BoolIfExists", "IpAddress", "NumericLessThanEquals", "DateGreaterThan", "Null"})
    void condition_isTaken_whenIamKnowsItsOperator(String operator) {
        assertThat(Policy.parse(conditioned(operator, "{\"aws:SourceAccount\": \"1\"}")).statements()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"StringEqual", "stringequals", "StringEqualsIfExist", "AnyValue:StringLike",
        "NullIfExists", "NotStringLike"})
    void condition_isMalformed_whenIamKnowsNoSuchOperator(String operator) {
        assertThatThrownBy(() -> Policy.parse(conditioned(operator, "{\"aws:SourceAccount\": \"1\"}")))
                .isInstanceOf(Policy.Malformed.class)
                .hasMessage("Invalid Condition type : " + operator);
    }

    @Test
    void condition_isMalformed_whenItIsNoMapOfMaps() {
        assertThatThrownBy(() -> Policy.parse(conditioned("StringEquals", "\"x\"")))
                .isInstanceOf(Policy.Malformed.class);
        assertThatThrownBy(() -> Policy.parse("""
            {"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": "always"}}"""))
                .isInstanceOf(Policy.Malformed.class);
    }

    private static String conditioned(String operator, String keys) {
        return """
            {"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"%s": %s}}}"""
                .formatted(operator, keys);
    }
}
