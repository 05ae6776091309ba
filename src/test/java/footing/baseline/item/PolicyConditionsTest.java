package footing.baseline.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import footing.baseline.item.PolicyConditions.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyConditionsTest {

    /** What is known of the request; it is known to have no owner. */
    private static final Map<String, Optional<String>> CONTEXT = Map.of("aws:sourceaccount",
            Optional.of("123456789012"), "aws:sourcearn", Optional.of("arn:aws:cloudwatch:eu-west-1:123456789012:A"),
            "aws:sourceowner", Optional.empty());

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree("{" + text.replace('\'', '"') + "}");
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "'StringEquals': {'aws:SourceArn': 'arn:aws:cloudwatch:eu-west-1:123456789012:A'} | YES",
        "'StringEquals': {'aws:SourceArn': 'arn:aws:cloudwatch:eu-west-1:123456789012:a'} | NO",
        "'StringEqualsIgnoreCase': {'aws:SourceArn': 'arn:aws:cloudwatch:eu-west-1:123456789012:a'} | YES",
        "'StringNotEqualsIgnoreCase': {'aws:SourceArn': 'arn:aws:cloudwatch:eu-west-1:123456789012:a'} | NO",
        "'StringEquals': {'aws:SourceArn': 'arn:aws:cloudwatch:*'} | NO",
        "'StringLike': {'aws:SourceArn': 'arn:aws:cloudwatch:*'} | YES",
        "'ArnEquals': {'aws:SourceArn': 'arn:aws:cloudwatch:*:123456789012:*'} | YES",
        "'ArnNotLike': {'aws:SourceArn': 'arn:aws:cloudwatch:*:123456789012:*'} | NO",
        "'StringEquals': {'aws:SourceAccount': ['1', '123456789012']} | YES",
        "'StringNotEquals': {'aws:SourceAccount': ['1', '123456789012']} | NO",
        "'StringEquals': {'aws:SourceOwner': 'x'} | NO", "'StringNotEquals': {'aws:SourceOwner': 'x'} | YES",
        "'StringEqualsIfExists': {'aws:SourceOwner': 'x'} | YES",
        "'StringEqualsIfExists': {'aws:SourceAccount': 'x'} | NO", "'Null': {'aws:SourceOwner': 'true'} | YES",
        "'Null': {'aws:SourceAccount': 'true'} | NO", "'StringEquals': {'aws:SourceVpc': 'x'} | UNSURE",
        "'NumericEquals': {'aws:SourceAccount': '123456789012'} | UNSURE",
        "'StringEquals': {'aws:SourceAccount': '${aws:PrincipalAccount}'} | UNSURE",
        "'StringEquals': {'aws:SourceAccount': '1', 'aws:SourceVpc': 'x'} | NO",
        "'StringEquals': {'aws:SourceAccount': '123456789012', 'aws:SourceVpc': 'x'} | UNSURE"})
    void condition_isWeighed_byWhatIsKnownOfTheRequest(String condition, Answer answer) {
        assertThat(PolicyConditions.hold(json(condition), CONTEXT, new TreeSet<>())).isEqualTo(answer);
    }

    @Test
    void key_isToldAsUnknown_onlyWhereItDecides() {
        SortedSet<String> decides = new TreeSet<>();
        SortedSet<String> idle = new TreeSet<>();

        PolicyConditions.hold(json("'StringEquals': {'aws:SourceAccount': '123456789012', 'aws:SourceVpc': 'x'}"),
                CONTEXT, decides);
        PolicyConditions.hold(json("'StringEquals': {'aws:SourceAccount': '1', 'aws:SourceVpc': 'x'}"), CONTEXT, idle);

        assertThat(decides).containsExactly("aws:SourceVpc");
        assertThat(idle).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "'StringEquals': {'aws:SourceAccount': '123456789012'} | true",
        "'ForAnyValue:StringLike': {'aws:PrincipalOrgPaths': 'o-1/*'} | true",
        "'IpAddress': {'AWS:SourceIP': '192.0.2.0/24'} | true",
        "'IpAddress': {'aws:SourceIp': ['192.0.2.0/24', '0.0.0.0/0']} | false",
        "'StringLike': {'aws:SourceArn': '*'} | false", "'ArnLike': {'aws:SourceArn': 'arn:aws:s3:*:*:*'} | false",
        "'ArnLike': {'aws:SourceArn': 'arn:aws:sns:*:123456789012:*'} | true",
        "'StringEquals': {'aws:SourceAccount': []} | false",
        "'StringEquals': {'s3:x-amz-acl': 'bucket-owner-full-control'} | false",
        "'StringNotEquals': {'aws:SourceAccount': '1'} | false",
        "'StringEqualsIfExists': {'aws:SourceAccount': '1'} | false",
        "'Bool': {'aws:SecureTransport': 'true'}, 'StringEquals': {'aws:SourceVpc': 'vpc-1'} | true"})
    void condition_narrows_whereItAsksWhoOrFromWhere(String condition, boolean narrow) {
        assertThat(PolicyConditions.narrow(json(condition))).isEqualTo(narrow);
    }
}
