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

class RepeatTest {

    @ParameterizedTest
    @CsvSource({"GetAccountSummary, get-account-summary", "ListVirtualMFADevices, list-virtual-mfa-devices",
        "DescribeTrails, describe-trails", "GetBucketLifecycleConfiguration, get-bucket-lifecycle-configuration",
        "ListMFADevices, list-mfa-devices", "GetSAMLProvider, get-saml-provider"})
    void operation_isWritten_asTheCliWritesIt(String operation, String written) {
        assertThat(Repeat.kebab(operation)).isEqualTo(written);
    }

    @Test
    void buckets_areAskedByTheCommandThatKnowsTheApi() {
        assertThat(Repeat.command(call("s3", "GetBucketPolicy"))).startsWith("aws s3api get-bucket-policy")
                .endsWith("--region eu-west-1");
    }

    @Test
    void whatWasAskedFor_isAskedForAgain() {
        Map<String, List<String>> request = new LinkedHashMap<>();
        request.put("trailNameList", List.of("one", "t'wo"));
        request.put("includeShadowTrails", List.of("true"));
        assertThat(Repeat.command(new Observation("cloudtrail", "DescribeTrails", new Region("eu-west-1"),
                Instant.EPOCH, "", request, Map.of()))).isEqualTo("aws cloudtrail describe-trails"
                        + " --trail-name-list one 't'\\''wo' --include-shadow-trails --region eu-west-1");
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

    private static Observation call(String service, String operation) {
        return new Observation(service, operation, new Region("eu-west-1"), Instant.EPOCH, "", Map.of());
    }
}
