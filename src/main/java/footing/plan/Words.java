package footing.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a change says, for window, terminal and paper alike. The texts stand in the bundle {@code plan}.
 *
 * @param key the key of the title: {@code change.s3-bucket.create}
 * @param values what the title names; of what is done in many Regions also these, by comma, as {@code regions}
 * @param details every property that is not as it was, in order
 */
public record Words(String key, Map<String, String> values, List<Detail> details) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String RECORDER = "AWS::Config::ConfigurationRecorder";
    private static final String DETECTOR = "AWS::GuardDuty::Detector";
    private static final String ANALYZER = "AWS::AccessAnalyzer::Analyzer";
    private static final String RULE = "AWS::Config::ConfigRule";

    public Words {
        values = Map.copyOf(values);
        details = List.copyOf(details);
    }

    /**
     * @param path where the property stands: {@code Tags[0].Key}
     * @param before empty where nothing was
     * @param after empty where nothing will be
     */
    public record Detail(String path, Optional<String> before, Optional<String> after) {
    }

    public static Words of(PlannedChange change) {
        List<Detail> details = details(change.before(), change.after());
        return switch (change.change()) {
            case Change.StackResource resource -> new Words(key(resource, change.kind()),
                    Map.of("name", name(resource), "id", resource.logicalId(), "before",
                            former(resource, change.before())),
                    details);
            case Change.DirectSetting<?> setting -> {
                Words title = of(setting.setting(), change.kind());
                yield new Words(title.key(), title.values(), details);
            }
            case Change.ManualStep step -> new Words(step.guide().key(), Map.of(), List.of());
        };
    }

    /** What is done to a setting, where no more of it is known than that. */
    public static Words of(Setting<?> setting, PlannedChange.Kind kind) {
        return new Words("change." + Settings.kind(setting) + "." + word(kind), Map.of("name", name(setting)),
                List.of());
    }

    private static String key(Change.StackResource resource, PlannedChange.Kind kind) {
        boolean kept = kind == PlannedChange.Kind.REMOVE && resource.keep();
        return "change." + slug(resource.type()) + "." + (kept ? "let-go" : word(kind));
    }

    /** What is said of several changes of one kind together; their details are those that all of them have. */
    static Words of(List<PlannedChange> changes) {
        Words first = of(changes.getFirst());
        if (changes.size() == 1) {
            return first;
        }
        List<Words> all = changes.stream().map(Words::of).toList();
        List<Detail> common = first.details()
                .stream()
                .filter((detail) -> all.stream().allMatch((words) -> words.details().contains(detail)))
                .toList();
        if (ChangeGroup.isElsewhere(changes.getFirst(), changes.get(1))) {
            Map<String, String> values = new HashMap<>(first.values());
            String regions = regions(changes);
            values.put("regions", regions);
            values.put("name", named(ChangeGroup.Elsewhere.of(changes.getFirst().change()).orElseThrow().name(),
                    regions));
            return new Words(first.key(), values, common);
        }
        String names = all.stream()
                .map((words) -> words.values().getOrDefault("name", "").replaceFirst("^footing-", ""))
                .collect(Collectors.joining(", "));
        return new Words(first.key() + ".many", Map.of("count", Integer.toString(all.size()), "names", names), common);
    }

    /** What was called so before: the name that a replaced resource had. */
    private static String former(Change.StackResource resource, Value before) {
        return ResourceBody.property(before,
                ResourceTypes.of(resource.type()).name()) instanceof Value.Text(String name)
                        ? name
                        : ResourceTypes.nameOf(resource);
    }

    private static String word(PlannedChange.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** What there is in each of several Regions is told apart by the Region. */
    private static String name(Change.StackResource resource) {
        String name = ResourceTypes.nameOf(resource);
        return resource.stack().place().map((region) -> name + " (" + region + ")").orElse(name);
    }

    private static String regions(List<PlannedChange> changes) {
        return changes.stream()
                .map(PlannedChange::change)
                .flatMap((change) -> ChangeGroup.Elsewhere.of(change).stream())
                .map((one) -> one.region().id())
                .collect(Collectors.joining(", "));
    }

    /** Of what has no name of its own, the Regions tell. */
    private static String named(String name, String regions) {
        return name.isEmpty() ? regions : name + " (" + regions + ")";
    }

    /** What the setting is of, by its name alone. */
    private static String name(Setting<?> setting) {
        if (setting instanceof Setting.ConfigRecorderSetting recorder) {
            return recorder.recorder() + " (" + recorder.region() + ")";
        }
        if (setting instanceof Setting.StackProtectionSetting stack) {
            return ChangeGroup.Elsewhere.isInEach(stack)
                    ? stack.stackName() + " (" + stack.region() + ")"
                    : stack.stackName();
        }
        if (setting instanceof Setting.EbsEncryptionSetting) {
            return setting.region().id();
        }
        String subject = Settings.subject(setting);
        return setting instanceof Setting.AlternateContactSetting
                ? subject.toLowerCase(Locale.ROOT)
                : subject.replaceFirst("^arn:[^/]*:trail/", "");
    }

    /** The key of the text that says how a change is taken back. */
    public static String key(PlannedChange.Undo undo) {
        return "undo." + undo.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What a plan costs by use that is worth naming: AWS Config, which is most of it where it records in every Region,
     * an analyzer that is charged for every role and user, and GuardDuty.
     */
    public static List<Words> usage(Plan plan) {
        List<Change> made = plan.changes()
                .stream()
                .filter((change) -> change.kind() != PlannedChange.Kind.REMOVE)
                .<Change>map(PlannedChange::change)
                .toList();
        List<Words> usage = new ArrayList<>();
        if (made.stream().anyMatch(Words::isOfConfig)) {
            usage.add(new Words("usage.config", Map.of("recorded", Prices.ofUnit(RECORDER).toPlainString(),
                    "evaluated", Prices.ofUnit(RULE).toPlainString()), List.of()));
        }
        if (made.stream()
                .anyMatch((change) -> change instanceof Change.StackResource resource
                        && resource.type().equals(ANALYZER) && Prices.of(resource).usage())) {
            usage.add(new Words("usage.unused-access",
                    Map.of("each", Prices.ofUnit(ANALYZER).toPlainString()), List.of()));
        }
        if (made.stream().anyMatch((change) -> isOfType(change, DETECTOR))) {
            usage.add(new Words("usage.threat-detection", Map.of(), List.of()));
        }
        return usage;
    }

    private static boolean isOfType(Change change, String type) {
        return change instanceof Change.StackResource resource && resource.type().equals(type);
    }

    private static boolean isOfConfig(Change change) {
        return switch (change) {
            case Change.StackResource resource -> resource.type().equals(RECORDER) || resource.type().equals(RULE);
            case Change.DirectSetting<?> setting -> setting.setting() instanceof Setting.ConfigRecorderSetting;
            case Change.ManualStep step -> false;
        };
    }

    /** {@code AWS::S3::BucketPolicy} as {@code s3-bucket-policy}; the service is one word. */
    static String slug(String type) {
        String[] parts = type.split("::", -1);
        String resource = parts[parts.length - 1].replaceAll("([a-z])([A-Z])", "$1-$2");
        return (parts[parts.length - 2] + "-" + resource).toLowerCase(Locale.ROOT);
    }

    /**
     * What is different of one property, leaf by leaf where its values are JSON.
     *
     * @param path of the property: {@code Properties.PolicyDocument}
     */
    public static List<Detail> details(String path, Optional<String> before, Optional<String> after) {
        return details(property(path, before), property(path, after));
    }

    private static Value property(String path, Optional<String> value) {
        return value.<Value>map((text) -> Value.fields(path, Value.text(text))).orElse(Value.ABSENT);
    }

    static List<Detail> details(Value before, Value after) {
        SequencedMap<String, String> was = leaves(before);
        SequencedMap<String, String> willBe = leaves(after);
        Set<String> paths = new LinkedHashSet<>(was.keySet());
        paths.addAll(willBe.keySet());
        List<Detail> details = new ArrayList<>();
        for (String path : paths) {
            Optional<String> old = Optional.ofNullable(was.get(path));
            Optional<String> fresh = Optional.ofNullable(willBe.get(path));
            if (!old.equals(fresh)) {
                details.add(new Detail(path.replaceFirst("^Properties\\.", ""), old, fresh));
            }
        }
        return details;
    }

    private static SequencedMap<String, String> leaves(Value value) {
        SequencedMap<String, String> leaves = new LinkedHashMap<>();
        gather("", value, leaves);
        return leaves;
    }

    private static void gather(String path, Value value, Map<String, String> leaves) {
        switch (value) {
            case Value.Text(String text) -> document(text).ifPresentOrElse(
                    (document) -> gather(path, document, leaves), () -> leaves.put(path, text));
            case Value.Whole(long number) -> leaves.put(path, Long.toString(number));
            case Value.Flag(boolean on) -> leaves.put(path, Boolean.toString(on));
            case Value.Ref(String logicalId) -> leaves.put(path, logicalId);
            case Value.GetAtt(String logicalId, String attribute) -> leaves.put(path, logicalId + "." + attribute);
            case Value.Sub(String text) -> leaves.put(path, text);
            case Value.Items(List<Value> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    gather(path + "[" + i + "]", items.get(i), leaves);
                }
            }
            case Value.Fields(SequencedMap<String, Value> fields) -> fields.forEach(
                    (name, field) -> gather(path.isEmpty() ? name : path + "." + name, field, leaves));
            case Value.Absent() -> {
            }
        }
    }

    /** A policy is a text to AWS and a document to people: they see which statement is new. */
    private static Optional<Value> document(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ValueJson.read(JSON.readTree(text)));
        } catch (JsonProcessingException | IllegalArgumentException plainText) {
            // A text that only begins like one, as a metric filter's pattern does.
            return Optional.empty();
        }
    }
}
