package footing.practice;

import footing.account.Partition;
import footing.aws.KnownRegions;
import footing.practice.ConfigState.ChannelState;
import footing.practice.ConfigState.RecorderState;
import footing.practice.IamState.AccessKeyState;
import footing.practice.IamState.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.account.model.Region;
import software.amazon.awssdk.services.account.model.RegionOptStatus;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.iam.model.User;

/**
 * A scenario of any size: an account with many users, Regions and alarms beside what another scenario has. The same
 * name makes the same account, whenever and wherever it is begun.
 *
 * @param sizes how many there are of each
 */
record Generated(Map<Size, Integer> sizes) {

    /** As a person types it, before the sizes: {@code generated:users=10000,regions=34}. */
    static final String NAME = "generated";

    /** What there can be much of, how many there are where nobody says, and the most. */
    enum Size {
        USERS(100, 0, 100_000),
        REGIONS(17, 2, KnownRegions.of(Partition.AWS).size()),
        ALARMS(50, 0, 100_000);

        private final int usual;
        private final int fewest;
        private final int most;

        Size(int usual, int fewest, int most) {
            this.usual = usual;
            this.fewest = fewest;
            this.most = most;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads the name of a scenario.
     *
     * @return nothing where it is not the name of a generated one
     * @throws PracticeException where a size is unknown, given twice, no number, or out of its bounds
     */
    static Optional<Generated> read(String name) {
        if (!name.equals(NAME) && !name.startsWith(NAME + ":")) {
            return Optional.empty();
        }
        Map<Size, Integer> sizes = new EnumMap<>(Size.class);
        for (String part : name.substring(NAME.length()).replaceFirst("^:", "").split(",", -1)) {
            if (!part.isEmpty() || name.contains(":")) {
                String[] sides = part.split("=", 2);
                Size size = Stream.of(Size.values())
                        .filter((one) -> one.word().equals(sides[0]))
                        .findFirst()
                        .orElseThrow(() -> wrong(part));
                if (sizes.put(size, number(size, sides.length == 2 ? sides[1] : "", part)) != null) {
                    throw wrong(part);
                }
            }
        }
        Stream.of(Size.values()).forEach((size) -> sizes.putIfAbsent(size, size.usual));
        return Optional.of(new Generated(sizes));
    }

    private static int number(Size size, String digits, String part) {
        if (!digits.matches("[0-9]{1,6}")) {
            throw wrong(part);
        }
        int number = Integer.parseInt(digits);
        if (number < size.fewest || number > size.most) {
            throw wrong(part);
        }
        return number;
    }

    private static PracticeException wrong(String part) {
        return new PracticeException(
                "The practice scenario '%s' cannot be made with '%s': after the colon stand %s, each once"
                        .formatted(NAME, part, Stream.of(Size.values())
                                .map((size) -> "%s=%d to %d".formatted(size.word(), size.fewest, size.most))
                                .collect(Collectors.joining(", "))));
    }

    /** The name that makes it again: every size, in one order. */
    String name() {
        return sizes.entrySet()
                .stream()
                .map((size) -> size.getKey().word() + "=" + size.getValue())
                .collect(Collectors.joining(",", NAME + ":", ""));
    }

    /** The account: what {@code base} has, and the many. */
    PracticeAccount over(PracticeAccount base, Instant now) {
        List<String> all = regions(base);
        List<String> enabled = all.subList(0, many(Size.REGIONS));
        return base
                .begunFrom(name(), all.stream()
                        .map((id) -> Region.builder()
                                .regionName(id)
                                .regionOptStatus(enabled.contains(id)
                                        ? RegionOptStatus.ENABLED
                                        : RegionOptStatus.DISABLED)
                                .build())
                        .toList())
                .withIam((iam) -> iam.withUsers((users) -> users.withAll(users(base.id(), now))))
                .withAlarms((alarms) -> alarms.withAll(alarms(base, now)))
                .withConfig((config) -> recorders(config, base.home(), enabled));
    }

    private int many(Size size) {
        return Objects.requireNonNull(sizes.get(size));
    }

    /**
     * All Regions that AWS has: home and us-east-1, which nobody can close, then those that need no opt-in, then the
     * others.
     */
    private static List<String> regions(PracticeAccount base) {
        return Stream.of(Stream.of(base.home(), "us-east-1"),
                base.regions()
                        .stream()
                        .filter((region) -> region.regionOptStatus() == RegionOptStatus.ENABLED_BY_DEFAULT)
                        .map(Region::regionName),
                KnownRegions.of(Partition.AWS).stream().map(footing.account.Region::id).sorted())
                .flatMap((part) -> part)
                .distinct()
                .toList();
    }

    private SortedMap<String, UserState> users(String account, Instant now) {
        SortedMap<String, UserState> users = new TreeMap<>();
        for (int at = 0; at < many(Size.USERS); at++) {
            UserState user = user(at, account, now);
            users.put(user.user().userName(), user);
        }
        return users;
    }

    /** Most sign in now and then with a second factor; some never came back, some have keys, a few are careless. */
    private static UserState user(int at, String account, Instant now) {
        String name = "person.%06d".formatted(at);
        Instant created = now.minus(Duration.ofDays(30 + at % 2000));
        boolean password = at % 4 != 0;
        User.Builder user = User.builder()
                .path("/")
                .userName(name)
                .userId("AIDAGENERATED%08d".formatted(at))
                .arn("arn:aws:iam::%s:user/%s".formatted(account, name))
                .createDate(created);
        if (password && at % 7 != 0) {
            user.passwordLastUsed(now.minus(Duration.ofHours(1 + at % 3000)));
        }
        List<String> devices = password && at % 50 != 1
                ? List.of("arn:aws:iam::%s:mfa/%s".formatted(account, name))
                : List.of();
        List<AccessKeyState> keys = at % 4 == 0
                ? List.of(new AccessKeyState(true, now.minus(Duration.ofDays(at % 200)),
                        Optional.of(now.minus(Duration.ofHours(at % 100))), Optional.empty()))
                : List.of();
        SortedSet<String> groups = new TreeSet<>(at % 20 == 0 ? List.of() : List.of("developers"));
        return new UserState(user.build(), password ? Optional.of(created) : Optional.empty(), devices, keys,
                new TreeMap<>(), List.of(), groups);
    }

    private SortedMap<String, AlarmState> alarms(PracticeAccount base, Instant now) {
        SortedMap<String, AlarmState> alarms = new TreeMap<>();
        for (int at = 0; at < many(Size.ALARMS); at++) {
            String name = "server-%06d-busy".formatted(at);
            String arn = "arn:aws:cloudwatch:%s:%s:alarm:%s".formatted(base.home(), base.id(), name);
            alarms.put(arn, new AlarmState(MetricAlarm.builder()
                    .alarmName(name)
                    .alarmArn(arn)
                    .actionsEnabled(true)
                    .alarmConfigurationUpdatedTimestamp(now.minus(Duration.ofDays(at % 900)))
                    .stateValue(StateValue.OK)
                    .stateUpdatedTimestamp(now.minus(Duration.ofHours(at % 900)))
                    .namespace("AWS/EC2")
                    .metricName("CPUUtilization")
                    .statistic(Statistic.AVERAGE)
                    .period(300)
                    .evaluationPeriods(1)
                    .threshold(90.0)
                    .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                    .build(), base.home(), new TreeMap<>()));
        }
        return alarms;
    }

    /** In every second Region what stands at home. */
    private static ConfigState recorders(ConfigState config, String home, List<String> regions) {
        Optional<RecorderState> recorder = config.recorders().find(home);
        Optional<ChannelState> channel = config.channels().find(home);
        SortedMap<String, RecorderState> recorders = new TreeMap<>();
        SortedMap<String, ChannelState> channels = new TreeMap<>();
        for (int at = 0; at < regions.size(); at += 2) {
            String region = regions.get(at);
            recorder.ifPresent((state) -> recorders.put(region, state));
            channel.ifPresent((state) -> channels.put(region, state));
        }
        return config.withRecorders((table) -> table.withAll(recorders))
                .withChannels((table) -> table.withAll(channels));
    }
}
