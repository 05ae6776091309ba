package footing.cli;

import footing.account.Region;
import footing.aws.Connection;
import footing.aws.KnownRegions;
import footing.aws.signin.Profiles;
import footing.file.OutputFile;
import footing.practice.Practice;
import footing.practice.PracticeOptions;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which account a command is about: the same options for all of them. They open the {@link Connection}. */
public final class AccountOptions {

    private static final Texts TEXTS = Texts.of("cli");
    private static final Pattern LATENCY = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?)(ms|s)");
    private static final Duration LONGEST_LATENCY = Duration.ofSeconds(60);
    private static final String NO_SCENARIO = "";

    @Option(names = "--practice", scope = ScopeType.INHERIT, arity = "0..1", fallbackValue = NO_SCENARIO,
            paramLabel = "SCENARIO") private @Nullable String practice;

    @Option(names = "--practice-state", scope = ScopeType.INHERIT,
            paramLabel = "FILE") private @Nullable String practiceState;

    @Option(names = "--practice-latency", scope = ScopeType.INHERIT,
            paramLabel = "TIME") private @Nullable String practiceLatency;

    @Option(names = "--profile", scope = ScopeType.INHERIT, paramLabel = "PROFILE") private @Nullable String profile;

    @Option(names = "--region", scope = ScopeType.INHERIT, paramLabel = "REGION") private @Nullable String region;

    @Option(names = "--regions", scope = ScopeType.INHERIT, paramLabel = "REGION",
            split = ",") private @Nullable List<String> regions;

    @Option(names = "--log", scope = ScopeType.INHERIT, paramLabel = "LEVEL") private @Nullable String log;

    /** Opens the way to the account that the options name; whatever is wrong with them is told before. */
    Connection open(Clock clock) {
        Optional<Region> home = Optional.ofNullable(region).map((id) -> region("--region", id));
        regions(home);
        if (!isPractice()) {
            Profiles profiles = Profiles.read();
            return Optional.ofNullable(profile)
                    .map((name) -> profiles.connect(name, home))
                    .orElseGet(() -> profiles.environment(home));
        }
        if (profile != null) {
            throw wrong("options.practice-and-profile", Map.of());
        }
        Connection connection = practice(clock);
        return home
                .map((chosen) -> new Connection(connection.clients(), connection.label(), connection.practice(),
                        chosen))
                .orElse(connection);
    }

    /** The practice account, whether the options ask for it or not. */
    Connection practice(Clock clock) {
        Optional<String> named = Optional.ofNullable(practice).filter((name) -> !name.equals(NO_SCENARIO));
        named.filter((name) -> name.startsWith("-")).ifPresent((option) -> {
            // An option that nobody knows, taken for the scenario.
            throw wrong("options.unknown", Map.of("value", Visible.line(option, 60)));
        });
        return Practice.open(new PracticeOptions(named.orElse(Practice.scenarios().getFirst()), named.isPresent(),
                Optional.ofNullable(practiceState).map((file) -> state(file)), latency(), clock));
    }

    boolean isPractice() {
        return practice != null || practiceState != null || practiceLatency != null;
    }

    boolean hasProfile() {
        return profile != null;
    }

    /** The Regions to look at; none where nobody named any, which stands for all that the account has enabled. */
    List<Region> regions(Region home) {
        return regions(Optional.of(home));
    }

    Optional<String> log() {
        return Optional.ofNullable(log);
    }

    private List<Region> regions(Optional<Region> home) {
        List<Region> chosen = Optional.ofNullable(regions)
                .orElse(List.of())
                .stream()
                .map((id) -> region("--regions", id))
                .toList();
        Optional<Region> first = home.or(() -> chosen.stream().findFirst());
        chosen.stream()
                .filter((one) -> first.filter((other) -> other.partition() != one.partition()).isPresent())
                .findFirst()
                .ifPresent((one) -> {
                    throw wrong("options.partitions",
                            Map.of("one", first.map(Region::id).orElse(""), "other", one.id()));
                });
        return chosen;
    }

    private static Region region(String option, String id) {
        String trimmed = id.strip();
        if (!KnownRegions.ids().contains(trimmed)) {
            throw wrong("options.region", Map.of("option", option, "value", Visible.line(trimmed, 60), "example",
                    nearest(trimmed)));
        }
        return new Region(trimmed);
    }

    /** The Region whose id is most like what was typed. */
    private static String nearest(String typed) {
        return KnownRegions.ids()
                .stream()
                .min(java.util.Comparator.comparing((String id) -> distance(typed, id)).thenComparing((id) -> id))
                .orElse(Region.US_EAST_1.id());
    }

    private static int distance(String a, String b) {
        String from = a.length() > 40 ? a.substring(0, 40) : a;
        int[] row = java.util.stream.IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static Path state(String file) {
        Path path = OutputFile.path("--practice-state", file);
        OutputFile.ownersOnly("--practice-state", path).check();
        return path;
    }

    private Duration latency() {
        if (practiceLatency == null) {
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
