package footing.cli;

import footing.account.Partition;
import footing.account.Region;
import footing.aws.Connection;
import footing.aws.signin.Profiles;
import footing.choices.Choices;
import footing.file.OutputFile;
import footing.practice.Practice;
import footing.practice.PracticeOptions;
import footing.practice.fault.Faults;
import footing.practice.fault.FaultsFile;
import footing.text.Texts;
import footing.text.Visible;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which account a command is about: the same options for all of them. They open the {@link Connection}. */
public final class AccountOptions {

    static final List<String> NAMES = List.of("--practice", "--practice-state", "--practice-latency",
            "--practice-faults", "--profile",
            "--region", "--regions", "--log");

    private static final Texts TEXTS = Texts.of("cli");
    private static final Pattern LATENCY = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?)(ms|s)");
    private static final Duration LONGEST_LATENCY = Duration.ofSeconds(60);
    /** Nobody can type it, so that an empty name is told from none. */
    private static final String NO_SCENARIO = "\u0000";

    @Option(names = "--practice", scope = ScopeType.INHERIT, arity = "0..1", fallbackValue = NO_SCENARIO,
            paramLabel = "SCENARIO") private @Nullable String practice;

    @Option(names = "--practice-state", scope = ScopeType.INHERIT,
            paramLabel = "FILE") private @Nullable String practiceState;

    @Option(names = "--practice-latency", scope = ScopeType.INHERIT,
            paramLabel = "TIME") private @Nullable String practiceLatency;

    @Option(names = "--practice-faults", scope = ScopeType.INHERIT,
            paramLabel = "FILE") private @Nullable String practiceFaults;

    @Option(names = "--profile", scope = ScopeType.INHERIT, paramLabel = "PROFILE") private @Nullable String profile;

    @Option(names = "--region", scope = ScopeType.INHERIT, paramLabel = "REGION") private @Nullable String region;

    @Option(names = "--regions", scope = ScopeType.INHERIT, paramLabel = "REGION",
            split = ",") private @Nullable List<String> regions;

    @Option(names = "--log", scope = ScopeType.INHERIT, paramLabel = "LEVEL") private @Nullable String log;

    /**
     * Opens the way to the account that the options name; whatever is wrong with them is told before.
     *
     * @param decided the choices that the command is given: their home Region counts where no option names one
     */
    Connection open(Clock clock, Optional<Choices> decided) {
        Optional<Region> home = home(decided);
        if (isPractice()) {
            if (profile != null) {
                throw wrong("options.practice-and-profile", Map.of());
            }
            return practice(clock, decided);
        }
        home.or(() -> regions(decided).stream().findFirst())
                .ifPresent((start) -> RegionNames.inOnePartition("--regions", start, regions(decided)));
        Profiles profiles = Profiles.read();
        Connection connection = Optional.ofNullable(profile)
                .map((name) -> profiles.connect(name, home))
                .orElseGet(() -> profiles.environment(home));
        RegionNames.inOnePartition("--regions", connection.home(), regions(decided));
        return connection;
    }

    /** The practice account, whether the options ask for it or not. */
    Connection practice(Clock clock, Optional<Choices> decided) {
        Optional<Region> home = home(decided);
        Stream.concat(home.stream(), regions(decided).stream())
                .filter((one) -> one.partition() != Partition.AWS)
                .findFirst()
                .ifPresent((one) -> {
                    throw wrong("options.practice-region", Map.of("region", one.id(), "partition",
                            one.partition().id()));
                });
        Optional<String> named = Optional.ofNullable(practice).filter((name) -> !name.equals(NO_SCENARIO));
        named.filter((name) -> name.startsWith("-")).ifPresent((option) -> {
            // An option that nobody knows, taken for the scenario.
            throw wrong("options.unknown", Map.of("value", Visible.line(option, 60)));
        });
        Connection connection = Practice
                .open(new PracticeOptions(named.orElse(Practice.scenarios().getFirst()), named.isPresent(),
                        Optional.ofNullable(practiceState).map((file) -> state(file)), latency(), clock, faults()));
        return home.map(connection::from).orElse(connection);
    }

    boolean isPractice() {
        return practice != null || practiceState != null || practiceLatency != null || practiceFaults != null;
    }

    /** Whether it is a practice account that lives in memory, and is gone with the command. */
    boolean forgetsPractice(Connection connection) {
        return connection.practice() && practiceState == null;
    }

    /** That of the home Region, where one is named; it says how ARNs are written where no account is looked at. */
    Partition partition() {
        return home(Optional.empty()).map(Partition::of).orElse(Partition.AWS);
    }

    boolean hasProfile() {
        return profile != null;
    }

    /**
     * The Regions to look at; none where nobody named any, which stands for all that the account has enabled.
     *
     * @param decided the choices that the command is given: theirs count where no option names any
     */
    List<Region> regions(Optional<Choices> decided) {
        return Optional.ofNullable(regions)
                .map((named) -> named.stream().map((id) -> RegionNames.read("--regions", id)).distinct().toList())
                .or(() -> decided.map(Choices::regions))
                .orElse(List.of());
    }

    Optional<String> log() {
        return Optional.ofNullable(log);
    }

    /** The options that say whose account it is, as one would type them for the next command: with a space before. */
    String typed() {
        StringBuilder line = new StringBuilder();
        if (isPractice()) {
            // Also where another option alone asked for it: without it, the next command would ask AWS.
            line.append(" --practice")
                    .append(Optional.ofNullable(practice)
                            .filter((name) -> !name.equals(NO_SCENARIO))
                            .map((name) -> "=" + name)
                            .orElse(""));
        }
        option(line, "--practice-state", practiceState);
        option(line, "--profile", profile);
        option(line, "--region", region);
        return line.isEmpty() ? "" : " " + Visible.line(line.toString(), 400);
    }

    private static void option(StringBuilder line, String name, @Nullable String value) {
        if (value != null) {
            line.append(' ').append(name).append(' ').append(Shown.word(value));
        }
    }

    private Optional<Region> home(Optional<Choices> decided) {
        return Optional.ofNullable(region)
                .map((id) -> RegionNames.read("--region", id))
                .or(() -> decided.map(Choices::home));
    }

    private static Path state(String file) {
        Path path = OutputFile.path("--practice-state", file);
        OutputFile.ownersOnly("--practice-state", path).check();
        return path;
    }

    private Faults faults() {
        return Optional.ofNullable(practiceFaults)
                .map((file) -> FaultsFile.read(OutputFile.path("--practice-faults", file)))
                .orElse(Faults.NONE);
    }

    private Duration latency() {
        if (practiceLatency == null) {
            return Duration.ZERO;
        }
        if (practiceLatency.equals("0")) {
            return Duration.ZERO;
        }
        Matcher time = LATENCY.matcher(practiceLatency);
        if (time.matches()) {
            double number = Double.parseDouble(time.group(1));
            Duration latency = Duration.ofMillis(Math.round(time.group(2).equals("s") ? number * 1000 : number));
            if (latency.compareTo(LONGEST_LATENCY) <= 0) {
                return latency;
            }
        }
        throw wrong("options.latency", Map.of("value", Visible.line(practiceLatency, 60)));
    }

    private static CommandException wrong(String key, Map<String, String> values) {
        return CommandException.wrongUse(TEXTS.get(key, values));
    }
}
