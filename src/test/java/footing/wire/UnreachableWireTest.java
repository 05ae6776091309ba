package footing.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import footing.account.Problem;
import footing.aws.AwsClients;
import footing.aws.SdkClients;
import footing.aws.UnreachableException;
import footing.aws.survey.Survey;
import footing.aws.survey.SurveyOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** What the SDK's clients make of a network that does not answer. */
@Tag("wire")
@Timeout(60)
class UnreachableWireTest {

    private static final String ENDPOINT_PROPERTY = "aws.endpointUrl";

    @AfterEach
    void forget() {
        System.clearProperty(ENDPOINT_PROPERTY);
    }

    @Test
    void survey_cannotBegin_whenNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        } // closed again: nobody listens there now

        assertThat(problem(port, Duration.ofSeconds(30)).kind()).isEqualTo(Problem.Kind.NETWORK);
    }

    @Test
    void survey_givesUpInTime_whenTheAnswerNeverComes() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Problem problem = problem(silent.getLocalPort(), Duration.ofMillis(300));

            assertThat(problem).isEqualTo(new Problem(Problem.Kind.TIMED_OUT, "sts:GetCallerIdentity",
                    "no answer within 300 ms"));
        }
    }

    private static Problem problem(int port, Duration deadline) {
        System.setProperty(ENDPOINT_PROPERTY, "http://127.0.0.1:" + port);
        Problem[] problem = new Problem[1];
        try (
                AwsClients clients = SdkClients
                        .of(StaticCredentialsProvider
                                .create(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "example")))) {
            assertThatExceptionOfType(UnreachableException.class)
                    .isThrownBy(() -> Survey.run(clients,
                            new SurveyOptions(MotoAccount.HOME, List.of(), Clock.systemUTC(), deadline), (event) -> {
                            }))
                    .satisfies((unreachable) -> problem[0] = unreachable.problem());
        }
        return problem[0];
    }
}
