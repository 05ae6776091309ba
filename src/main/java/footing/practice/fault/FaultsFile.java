package footing.practice.fault;

import footing.account.Partition;
import footing.account.Region;
import footing.aws.KnownRegions;
import footing.practice.cloudformation.Hindrance.Doing;
import footing.practice.fault.Fault.Effect;
import footing.practice.fault.Fault.Effect.Simple;
import footing.practice.fault.Fault.OfCall;
import footing.practice.fault.Fault.OfResource;
import footing.practice.fault.Fault.Trigger;
import footing.practice.fault.Fault.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a faults file. Its shape stands in {@code schema/faults.schema.json}. */
public final class FaultsFile {

    private static final String EXPIRED = "expired-credentials";
    private static final List<String> KINDS = List.of("call", "write", "resource", "before");
    private static final List<String> EFFECTS = Stream
            .concat(Stream.of(Simple.values()).map(Simple::word), Stream.of(EXPIRED))
            .sorted()
            .toList();
    private static final int MOST = 1_000_000;
    private static final Pattern STACK = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,127}");
    private static final Pattern LOGICAL_ID = Pattern.compile("[A-Za-z0-9]{1,255}");
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,3})(ms|s|m)");
    private static final Duration LONGEST = Duration.ofHours(1);

    private FaultsFile() {
    }

    /**
     * @throws footing.practice.PracticeException where the file cannot be read, or something in it is wrong
     */
    public static Faults read(Path file) {
        return read(file.toString(), FaultText.of(file));
    }

    /** @param file its name, for people */
    static Faults read(String file, String text) {
        Part whole = Part.whole(file, FaultText.parse(file, text));
        List<Fault> faults = whole.get("faults").list().stream().map(FaultsFile::fault).toList();
        whole.end();
        return new Faults(faults);
    }

    private static Fault fault(Part part) {
        List<String> kinds = KINDS.stream().filter(part::has).toList();
        if (kinds.size() != 1) {
            throw part.wrong("exactly one of these keys says what the fault is about: " + String.join(", ", KINDS));
        }
        Fault fault = switch (kinds.getFirst()) {
            case "call" -> new OfCall(part.place(), pattern(part), effect(part));
            case "write" -> new OfCall(part.place(), new Trigger.Write(part.get("write").whole(1, MOST)),
                    effect(part));
            case "before" -> {
                Part before = part.get("before");
                CallPattern pattern = pattern(before);
                before.end();
                yield new OfCall(part.place(), pattern, change(part.get("change")));
            }
            default -> resource(part);
        };
        part.end();
        return fault;
    }

    private static CallPattern pattern(Part part) {
        Part call = part.get("call");
        List<Operation> operations = operations(call);
        Map<String, String> match = new LinkedHashMap<>();
        part.find("match").ifPresent((members) -> members.fields().forEach((name, value) -> {
            if (operations.stream().noneMatch((operation) -> operation.members().contains(name))) {
                throw value.wrong("no request of %s has such a member; allowed are %s".formatted(call.text(),
                        String.join(", ", operations.getFirst().members().stream().sorted().toList())));
            }
            match.put(name, value.text());
        }));
        return new CallPattern(call.text(), part.find("region").map(FaultsFile::region), match,
                part.find("occurrence").map(FaultsFile::occurrence).orElse(Occurrence.only(1)));
    }

    private static List<Operation> operations(Part call) {
        List<Operation> operations = Operation.like(call.text());
        if (operations.isEmpty()) {
            throw call.notAllowed("service:Operation as AWS writes it, such as iam:CreateRole, with * for any part; "
                    + "services: " + String.join(", ", Operation.services()));
        }
        return operations;
    }

    private static Region region(Part part) {
        return KnownRegions.of(Partition.AWS)
                .stream()
                .filter((one) -> one.id().equals(part.text()))
                .findFirst()
                .orElseThrow(() -> part.notAllowed("a Region such as eu-central-1"));
    }

    private static Occurrence occurrence(Part part) {
        if (part.isSection()) {
            Occurrence from = Occurrence.from(part.get("from").whole(1, MOST));
            part.end();
            return from;
        }
        if (part.text().equals("every")) {
            return Occurrence.EVERY;
        }
        if (!part.text().matches("[1-9][0-9]{0,5}")) {
            throw part.notAllowed("a number from 1 on, every, or {from: 3}");
        }
        return Occurrence.only(part.whole(1, MOST));
    }

    private static Effect effect(Part part) {
        String word = part.get("does").oneOf(EFFECTS);
        if (word.equals(EXPIRED)) {
            return new Effect.Expired(part.find("for")
                    .map((calls) -> calls.whole(1, MOST))
                    .orElse(
                            Integer.MAX_VALUE));
        }
        return Stream.of(Simple.values()).filter((one) -> one.word().equals(word)).findFirst().orElseThrow();
    }

    private static Effect.Change change(Part part) {
        Part call = part.get("call");
        List<Operation> operations = operations(call);
        if (operations.size() != 1 || !operations.getFirst().takesRequestAlone()) {
            throw call.notAllowed("one operation whose request says everything, such as iam:DeleteRole");
        }
        Operation operation = operations.getFirst();
        Effect.Change change = new Effect.Change(operation, part.find("region").map(FaultsFile::region),
                part.find("with")
                        .map((with) -> Requests.of(operation, with))
                        .orElseGet(
                                () -> Requests.empty(operation)));
        part.end();
        return change;
    }

    private static OfResource resource(Part part) {
        Part named = part.get("resource");
        String stack = shaped(named.get("stack"), STACK, "a stack's name such as footing-security");
        String logicalId = shaped(named.get("logicalId"), LOGICAL_ID, "letters and digits, such as Trail");
        Optional<Region> region = named.find("region").map(FaultsFile::region);
        named.end();
        return new OfResource(part.place(), stack, logicalId, region, during(part), trouble(part));
    }

    private static String shaped(Part part, Pattern shape, String allowed) {
        if (!shape.matcher(part.text()).matches()) {
            throw part.notAllowed(allowed);
        }
        return part.text();
    }

    private static Set<Doing> during(Part part) {
        Optional<Part> during = part.find("during");
        List<String> words = Stream.of(Doing.values()).map((one) -> one.name().toLowerCase(Locale.ROOT)).toList();
        return during.map((one) -> EnumSet.of(Doing.valueOf(one.oneOf(words).toUpperCase(Locale.ROOT))))
                .orElse(EnumSet.of(Doing.CREATE, Doing.UPDATE));
    }

    private static Trouble trouble(Part part) {
        List<String> words = new ArrayList<>(List.of("fail", "slow"));
        if (part.get("does").oneOf(words).equals("slow")) {
            return new Trouble.Slow(time(part.get("by")));
        }
        return new Trouble.Fails(part.find("reason").map(Part::text).orElse("Internal failure"),
                part.find("times")
                        .map((times) -> times.text().equals("every")
                                ? Integer.MAX_VALUE
                                : times.whole(1, MOST))
                        .orElse(1));
    }

    private static Duration time(Part part) {
        Matcher time = TIME.matcher(part.text());
        if (time.matches()) {
            long number = Long.parseLong(time.group(1));
            Duration duration = switch (time.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                default -> Duration.ofMinutes(number);
            };
            if (duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        }
        throw part.notAllowed("a time such as 500ms, 40s or 5m, of at most 60m");
    }
}
