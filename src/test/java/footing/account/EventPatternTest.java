package footing.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternTest {

    private static final ComplianceEvent SSH = ComplianceEvent.of(States.ACCOUNT, States.HOME,
            ConfigRule.Managed.INCOMING_SSH_DISABLED, "our-ssh");

    private static boolean hears(String pattern, ComplianceEvent event) {
        return new EventRule("r", true, pattern.replace('\'', '"'), Reading.seen(List.of())).hears(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'source': ['aws.config']}", "{'source': ['aws.ec2', 'aws.config']}",
        "{'source': [{'prefix': 'aws.'}], 'detail': {'newEvaluationResult': {'complianceType': ['NON_COMPLIANT']}}}",
        "{'detail-type': [{'suffix': 'Compliance Change'}]}",
        "{'detail-type': ['Config Rules Compliance Change'], 'detail': {'configRuleName': ['our-ssh', 'other']}}",
        "{'detail': {'newEvaluationResult': {'complianceType': [{'anything-but': 'COMPLIANT'}]}}}",
        "{'detail': {'configRuleName': [{'anything-but': ['a', 'b']}]}}",
        "{'detail': {'configRuleName': [{'anything-but': {'prefix': 'securityhub-'}}]}}",
        "{'detail': {'configRuleName': [{'wildcard': '*-s*h'}]}}",
        "{'detail': {'configRuleName': [{'equals-ignore-case': 'OUR-SSH'}]}}",
        "{'detail': {'configRuleName': [{'prefix': {'equals-ignore-case': 'OUR'}}]}}",
        "{'detail': {'configRuleName': [{'exists': true}], 'unheardOf': [{'exists': false}]}}",
        "{'detail': {'resourceType': ['AWS::EC2::SecurityGroup']}, 'region': ['eu-central-1']}",
        "{'source': ['aws.config'], '$or': [{'region': ['us-east-1']}, {'account': ['123456789012']}]}",
        "{'detail': {'configRuleARN': [{'prefix': 'arn:aws:config:'}]}}"})
    void finding_isHeard_whenThePatternSaysSo(String pattern) {
        assertThat(hears(pattern, SSH)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'source': ['aws.ec2']}", "{'source': ['aws']}", "{}", "[]", "'", "",
        "{'source': 'aws.ec2'}", "{'source': []}", "{'source': [7, true, null]}",
        "{'source': ['aws.config'], 'detail-type': ['Config Configuration Item Change']}",
        "{'detail': {'newEvaluationResult': {'complianceType': ['COMPLIANT']}}}",
        "{'detail': {'newEvaluationResult': {'complianceType': [{'anything-but': ['NON_COMPLIANT']}]}}}",
        "{'detail': {'configRuleName': ['another']}}",
        "{'detail': {'configRuleName': [{'anything-but': {'prefix': ['our-', 'x']}}]}}",
        "{'detail': {'configRuleName': [{'wildcard': 'our-*h'}, {'wildcard': 'x*'}], 'resourceId': ['sg-1']}}",
        "{'detail': {'configRuleName': [{'wildcard': 'our.ssh'}]}}",
        "{'detail': {'configRuleName': [{'numeric': ['>', 0]}]}}",
        "{'detail': {'configRuleName': [{'exists': false}]}}", "{'detail': {'resourceType': ['AWS::S3::Bucket']}}",
        "{'source': ['aws.config'], '$or': [{'region': ['us-east-1']}, {'account': ['1']}]}",
        "{'source': ['aws.config'], '$or': 'aws.config'}"})
    void finding_isNotHeard_whenThePatternWantsSomethingElse(String pattern) {
        assertThat(hears(pattern, SSH)).isFalse();
    }

    @Test
    void anyRule_isWhicheverThePatternNames() {
        ComplianceEvent any = ComplianceEvent.ofAnyRule(States.ACCOUNT, States.HOME);

        assertThat(hears("{'detail': {'configRuleName': ['whatever'], 'resourceType': ['AWS::S3::Bucket']}}", any))
                .isTrue();
        assertThat(hears("{'source': ['aws.ec2'], 'detail': {'configRuleName': ['whatever']}}", any)).isFalse();
    }
}
