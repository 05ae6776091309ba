package footing.wire;

import static footing.wire.MotoAccount.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.aws.AwsClients;
import footing.aws.survey.Survey;
import footing.aws.survey.SurveyEvent;
import footing.aws.survey.SurveyOptions;
import footing.aws.survey.Timings;
import footing.choices.ItemId;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A distance changes neither what is found nor what is asked, in any Region. */
@Tag("wire")
class FarWireTest {

    private static final Duration LATENCY = Duration.ofMillis(80);

    private record Surveyed(Map<ItemId, String> verdicts, Timings timings) {

        List<String> calls() {
            return timings.calls()
                    .stream()
                    .map((call) -> call.service() + ":" + call.operation() + " " + call.region())
                    .sorted()
                    .toList();
        }
    }

    private MotoAccount account;
    private Process proxy;

    @BeforeEach
    void goodAccount() throws Exception {
        account = MotoAccount.empty();
        GoodAccount.fill(account);
    }

    @AfterEach
    void close() {
        account.close();
        proxy.destroy();
    }

    @Test
    void survey_findsAndAsksTheSame_throughAProxyThatIsFarAway() throws IOException {
        Surveyed near = survey(account.clients());
        Surveyed far;
        try (AwsClients clients = account.through(farAway(MotoAccount.endpoint()))) {
            far = survey(clients);
        }

        assertThat(far.verdicts()).isEqualTo(near.verdicts());
        assertThat(far.calls()).isEqualTo(near.calls());
        assertThat(far.timings().repeated()).isZero();
        assertThat(far.timings().longestChain()).isEqualTo(near.timings().longestChain());
        assertThat(far.timings().calls()).allSatisfy((call) -> assertThat(call.took()).isGreaterThan(LATENCY));
    }

    private String farAway(String endpoint) throws IOException {
        proxy = new ProcessBuilder("python3", "src/build/latency_proxy.py", endpoint, "--latency",
                Long.toString(LATENCY.toMillis())).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader said = proxy.inputReader();
        return said.readLine();
    }

    private static Surveyed survey(AwsClients clients) {
        List<SurveyEvent> events = new ArrayList<>();
        AccountState state = Survey.run(clients, SurveyOptions.of(HOME, Clock.systemUTC()), events::add);
        return new Surveyed(Verdicts.of(state), ((SurveyEvent.Ended) events.getLast()).timings());
    }
}
