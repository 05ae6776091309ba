package footing.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointsTest {

    @Test
    void redirections_areNone_whereTheEnvironmentSaysNothing() {
        assertThat(Endpoints.redirections(Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL", " "))).isEmpty();
    }

    @Test
    void redirections_nameTheAddress_andTheServiceThatItIsFor() {
        assertThat(Endpoints.redirections(Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:5000",
                "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", "https://logs.example")))
                .contains("http://127.0.0.1:5000, https://logs.example (CLOUDWATCH LOGS)");
    }

    @Test
    void redirections_showNoPassword_andWhatIsNoAddressToo() {
        assertThat(Endpoints.redirections(Map.of("AWS_ENDPOINT_URL", "http://jo:secret@proxy:1/")))
                .contains("http://proxy:1/");
        assertThat(Endpoints.redirections(Map.of("AWS_ENDPOINT_URL", "not an address"))).contains("not an address");
    }

    @Test
    void redirections_areTold_whereOtherToolsWouldIgnoreThem_butTheSdkDoesNot() {
        assertThat(Endpoints.redirections(
                Map.of("AWS_ENDPOINT_URL", "http://x", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true")))
                .contains("http://x");
    }
}
