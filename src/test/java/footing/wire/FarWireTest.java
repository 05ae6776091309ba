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
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** A proxy that keeps every request waiting, and asks the server once for each answer. */
    private record FarAway(Process proxy, String address) implements AutoCloseable {

        static FarAway from(String endpoint) throws IOException {
            Process proxy = new ProcessBuilder("python3", "src/build/latency_proxy.py", endpoint, "--latency",
                    Long.toString(LATENCY.toMillis()), "--replay").redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = proxy.inputReader().readLine();
            if (said == null) {
                proxy.destroy();
                throw new IOException("the proxy ended before it said where it listens");
            }
            return new FarAway(proxy, said);
        }

        @Override
        public void close() {
            proxy.destroy();
            proxy.onExit().join();
        }
    }

    @Test
    void survey_findsAndAsksTheSame_throughAProxyThatIsFarAway() throws Exception {
        try (
                MotoAccount account = MotoAccount.empty();
                FarAway proxy = FarAway.from(MotoAccount.endpoint())) {
            GoodAccount.fill(account);
            Surveyed near = survey(account.clients());
            Surveyed far;
            Surveyed again;
            try (AwsClients clients = account.through(proxy.address())) {
                far = survey(clients);
                // The proxy knows all answers by now, so that nothing takes time but the distance.
                again = survey(clients);
            }

            for (Surveyed one : List.of(far, again)) {
                assertThat(one.verdicts()).isEqualTo(near.verdicts());
                assertThat(one.calls()).isEqualTo(near.calls());
                assertThat(one.timings().repeated()).isZero();
                assertThat(one.timings().longestChain()).isEqualTo(near.timings().longestChain());
            }
            assertThat(again.timings().calls()).allSatisfy((call) -> assertThat(call.took()).isGreaterThan(LATENCY));
            // Each link of the chain waits for the one before it, and hardly anything else waits for anything.
            assertThat(again.timings().wall()).isBetween(LATENCY.multipliedBy(near.timings().longestChain()),
                    LATENCY.multipliedBy(near.calls().size() / 4));
        }
    }

    private static Surveyed survey(AwsClients clients) {
        List<SurveyEvent> events = new ArrayList<>();
        AccountState state = Survey.run(clients, SurveyOptions.of(HOME, Clock.systemUTC()), events::add);
        return new Surveyed(Verdicts.of(state), ((SurveyEvent.Ended) events.getLast()).timings());
    }
}
