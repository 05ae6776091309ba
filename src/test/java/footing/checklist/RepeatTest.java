package footing.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Observation;
import footing.account.Region;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatTest {

    @ParameterizedTest
    @CsvSource({"GetAccountSummary, get-account-summary", "ListVirtualMFADevices, list-virtual-mfa-devices",
        "DescribeTrails, describe-trails", "GetBucketLifecycleConfiguration, get-bucket-lifecycle-configuration",
        "ListMFADevices, list-mfa-devices", "GetSAMLProvider, get-saml-provider"})
    void operation_isWritten_asTheCliWritesIt(String operation, String written) {
        assertThat(Repeat.kebab(operation)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"s3, GetBucketPolicy, s3api get-bucket-policy",
        "config, DescribeConfigRules, configservice describe-config-rules",
        "access-analyzer, ListAnalyzers, accessanalyzer list-analyzers", "sso, ListInstances, sso-admin list-instances",
        "bcm-data-exports, ListExports, bcm-data-exports list-exports"})
    void service_isAskedByTheNameThatTheCliHasForIt(String service, String operation, String written) {
        assertThat(Repeat.command(call(service, operation, Map.of())))
                .contains("aws " + written + " --region eu-west-1");
    }

    @Test
    void whatWasAskedFor_isAskedForAgain() {
        Map<String, List<String>> request = new LinkedHashMap<>();
        request.put("trailNameList", List.of("one", "t'w\"o"));
        request.put("includeShadowTrails", List.of("true"));
        request.put("includeAll", List.of("false"));
        request.put("Name", List.of("a b"));

        assertThat(Repeat.command(call("cloudtrail", "DescribeTrails", request))).contains(
                "aws cloudtrail describe-trails --trail-name-list='[\"one\",\"t'\\''w\\\"o\"]' --include-shadow-trails"
                        + " --no-include-all --name='a b' --region eu-west-1");
    }

    @Test
    void value_isNeverTakenForAnOption() {
        assertThat(Repeat.command(call("config", "DescribeConfigurationRecorders",
                Map.of("ConfigurationRecorderNames", List.of("--endpoint-url=http://127.0.0.1:9"))))).contains(
                        "aws configservice describe-configuration-recorders"
                                + " --configuration-recorder-names=--endpoint-url=http://127.0.0.1:9 --region eu-west-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/hostname", "fileb://x", "http://example.com", "HTTPS://example.com\n"})
    void call_hasNoCommand_whereAValueWouldBeReadFromElsewhere(String value) {
        assertThat(Repeat.command(call("budgets", "DescribeBudgets", Map.of("BudgetName", List.of(value))))).isEmpty();
    }

    @Test
    void whateverAWordHolds_theShellTakesItAsOneWord() {
        assertThat(Repeat.quoted("a'; rm -rf $HOME")).isEqualTo("'a'\\''; rm -rf $HOME'");
        assertThat(Repeat.quoted("")).isEqualTo("''");
    }

    @Test
    void runsOfControls_areSpans() {
        assertThat(ControlIds.spans(List.of("4.1", "4.2", "4.3", "4.4", "5.1", "5.2"))).isEqualTo("4.1–4.4, 5.1, 5.2");
        assertThat(ControlIds.spans(List.of("AC-2(1)", "AC-3"))).isEqualTo("AC-2(1), AC-3");
    }

    private static Observation call(String service, String operation, Map<String, List<String>> request) {
        return new Observation(service, operation, new Region("eu-west-1"), Instant.EPOCH, "", request, Map.of());
    }
}
