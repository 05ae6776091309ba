package footing.practice;

import footing.account.Region;
import footing.aws.AwsClients;
import footing.aws.Connection;
import footing.practice.call.CallLines;
import footing.practice.call.Latency;
import footing.practice.fault.Injection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The way into the practice account: AWS's client interfaces over an account that lives here. It is not AWS. */
public final class Practice {

    private static final List<String> SCENARIOS = List.of("fresh", "inherited", "landing-zone", "locked-down");

    /** What a generated account has beside its many. */
    private static final String GENERATED_OVER = "inherited";

    private Practice() {
    }

    /** The names of the scenarios, the simplest first. */
    public static List<String> scenarios() {
        return SCENARIOS;
    }

    /**
     * Opens a practice account, from a scenario or from the file that keeps it.
     *
     * @throws PracticeException where there is no such scenario, or the file cannot be used; nothing was touched
     */
    public static Connection open(PracticeOptions options) {
        PracticeState state = state(options);
        PracticeAccount account = state.read();
        Injection injection = new Injection(options.faults(), account.caller().arn(), Injection.HALT);
        PracticeClients plain = new PracticeClients(state, options.clock(), injection.resources());
        AwsClients clients = CallLines.over(injection.over(Latency.over(plain, options.latency(), Latency.REAL),
                plain.unbounded()));
        return connection(clients, state, injection);
    }

    private static Connection connection(AwsClients clients, PracticeState state, Injection injection) {
        PracticeAccount account = state.read();
        return new Connection(clients, account.scenario(), Optional.of(state.id()), new Region(account.home()),
                Optional.empty(), Optional.of(() -> {
                    injection.signedInAgain();
                    return connection(clients, state, injection);
                }), () -> links(state.read()));
    }

    /** What would stand in the mail that SNS sends to whoever is subscribed, and has yet to confirm. */
    private static List<String> links(PracticeAccount account) {
        return account.topics()
                .all()
                .stream()
                .flatMap((topic) -> topic.subscriptions()
                        .stream()
                        .flatMap((subscriber) -> subscriber.token()
                                .map((token) -> "https://sns.%s.amazonaws.com/confirmation.html?TopicArn=%s&Token=%s&Endpoint=%s"
                                        .formatted(topic.arn().split(":", -1)[3], topic.arn(), token,
                                                URLEncoder.encode(subscriber.endpoint(), StandardCharsets.UTF_8)))
                                .stream()))
                .toList();
    }

    /**
     * The account alone, for who wants to look at it beside its clients.
     *
     * @throws PracticeException as {@link #open}
     */
    public static PracticeState state(PracticeOptions options) {
        Optional<Generated> generated = Generated.read(options.scenario());
        if (generated.isEmpty() && !SCENARIOS.contains(options.scenario())) {
            throw new PracticeException("There is no practice scenario '%s': it is one of %s, or %s:users=10000"
                    .formatted(options.scenario(), String.join(", ", SCENARIOS), Generated.NAME));
        }
        return options.stateFile()
                .map((file) -> kept(file, options))
                .orElseGet(() -> PracticeState.of(scenario(options.scenario(), options.clock())));
    }

    /** A scenario as it stands at its beginning, which is now. */
    static PracticeAccount scenario(String name, InstantSource clock) {
        return Generated.read(name)
                .map((generated) -> generated.over(written(GENERATED_OVER, clock), clock.instant()))
                .orElseGet(() -> written(name, clock));
    }

    private static PracticeAccount written(String name, InstantSource clock) {
        String resource = name + ".json";
        try (InputStream in = Practice.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The scenario " + resource + " is missing from the program");
            }
            return AccountJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), clock.instant());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String name(String scenario) {
        return Generated.read(scenario).map(Generated::name).orElse(scenario);
    }

    private static PracticeState kept(Path path, PracticeOptions options) {
        StateFile file = new StateFile(path);
        if (!Files.exists(path)) {
            PracticeAccount begun = scenario(options.scenario(), options.clock());
            file.write(begun);
            return new PracticeState(begun, file::write, file.id());
        }
        PracticeAccount account = file.read();
        if (options.scenarioNamed() && !account.scenario().equals(name(options.scenario()))) {
            throw new PracticeException("The practice state file %s was begun from the scenario '%s', not '%s'"
                    .formatted(path, account.scenario(), options.scenario()));
        }
        return new PracticeState(account, file::write, file.id());
    }
}
