package footing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.StackCondition;
import footing.aws.apply.ApplyEvent;
import footing.choices.ItemId;
import footing.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Texts TEXTS = Texts.of("plan");

    @Test
    void bundle_hasATextForAllThatCanBeSaid_andNoOther() {
        Set<String> keys = new TreeSet<>();
        for (String type : ResourceTypes.all()) {
            List.of("create", "update", "replace", "remove", "let-go")
                    .forEach((kind) -> keys.add("change." + Words.slug(type) + "." + kind));
        }
        for (String type : ChangeGroup.MANY) {
            List.of("create", "update", "replace", "remove")
                    .forEach((kind) -> keys.add("change." + Words.slug(type) + "." + kind + ".many"));
        }
        SettingValuesTest.cases()
                .forEach((one) -> List.of("create", "update", "remove", "restore")
                        .forEach((kind) -> keys.add("change." + Settings.kind(one.setting()) + "." + kind)));
        Arrays.stream(PlannedChange.Undo.values()).map(Words::key).forEach(keys::add);
        Arrays.stream(ApplyEvent.Cause.values())
                .map((cause) -> new ApplyEvent.Failure(cause, "", "", "", false).key())
                .forEach(keys::add);
        Arrays.stream(StackCondition.values())
                .filter((condition) -> condition.isStuck() || condition == StackCondition.BUSY
                        || condition == StackCondition.ROLLED_BACK)
                .map((condition) -> "stack." + condition.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(keys::add);
        keys.add("stack.since");
        keys.add("usage.config");
        keys.add("usage.unused-access");
        keys.add("usage.threat-detection");

        assertThat(TEXTS.keys()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void whatAwsConfigAsksForEachUse_isNamed_whereItIsToRecord() {
        Change.StackResource recorder = new Change.StackResource(ItemId.CONFIG_RECORDER,
                Stack.config(Samples.account().home()), "Recorder", "AWS::Config::ConfigurationRecorder",
                Value.fields("Name", Value.text("default")), false, Set.of());
        Plan without = Plan.of(Samples.account(), Samples.remedies(), Map.of());

        assertThat(usage(with(without, recorder, PlannedChange.Kind.CREATE)))
                .contains("0.003 US dollars for each change")
                .contains("0.001 for each evaluation");
        assertThat(Words.usage(with(without, recorder, PlannedChange.Kind.REMOVE))).isEmpty();
        assertThat(Words.usage(without)).isEmpty();
    }

    @Test
    void whatAnAnalyzerAsksForEachUserAndRole_isNamed_whereItIsOfUnusedAccess() {
        Value.Fields free = Value.fields("AnalyzerName", Value.text("a")).with("Type", Value.text("ACCOUNT"));
        Value.Fields charged = free.with("AnalyzerConfiguration", Value.none());
        Plan without = Plan.of(Samples.account(), Samples.remedies(), Map.of());

        assertThat(usage(with(without, analyzer(charged), PlannedChange.Kind.CREATE)))
                .startsWith("The analyzer of unused access")
                .contains("0.20 US dollars a month for each IAM role");
        assertThat(Words.usage(with(without, analyzer(free), PlannedChange.Kind.CREATE))).isEmpty();
        assertThat(Prices.of(analyzer(charged)).usage()).isTrue();
        assertThat(Prices.of(analyzer(free)).usage()).isFalse();
    }

    private static Change.StackResource analyzer(Value.Fields properties) {
        return new Change.StackResource(ItemId.ACCESS_REVIEW, Stack.config(Samples.account().home()), "Analyzer",
                "AWS::AccessAnalyzer::Analyzer", properties, false, Set.of());
    }

    private static String usage(Plan plan) {
        return Words.usage(plan)
                .stream()
                .map((words) -> TEXTS.get(words.key(), words.values()))
                .collect(Collectors.joining(" "));
    }

    private static Plan with(Plan plan, Change.StackResource more, PlannedChange.Kind kind) {
        return new Plan(plan.identity(), plan.home(),
                List.of(new PlannedChange(more, kind, Value.ABSENT, Value.none(), Cost.NONE,
                        PlannedChange.Undo.DELETE)),
                plan.byHand(), plan.untouched(), plan.stacks(), plan.deployed());
    }

    @Test
    void words_sayWhatIsMade() {
        List<String> titles = Plan.of(Samples.account(), Samples.remedies(), Map.of())
                .changes()
                .stream()
                .map(Words::of)
                .map((words) -> TEXTS.get(words.key(), words.values()))
                .toList();

        assertThat(titles).contains("Create the topic footing-security for notifications",
                "Create the bucket footing-logs-123456789012-eu-central-1, closed to the public",
                "Create the alarm footing-A");
    }

    @Test
    void details_showWhichStatementOfAPolicyIsNew() {
        var setting = new Setting.BucketPolicySetting("logs", Samples.HOME);
        Plan plan = Plan.of(Samples.account(),
                Map.of(ItemId.LOG_BUCKET, Remedy.of(new Change.DirectSetting<>(ItemId.LOG_BUCKET, setting,
                        Optional.of("{\"Statement\": [{\"Sid\": \"Old\"}]}"),
                        Optional.of("{\"Statement\": [{\"Sid\": \"Old\"}, {\"Sid\": \"New\"}]}"),
                        Change.When.BEFORE_STACKS))),
                Map.of());

        assertThat(Words.of(plan.changes().getFirst()).details())
                .containsExactly(
                        new Words.Detail("Policy.Statement[1].Sid", Optional.empty(), Optional.of("New")));
    }

    @Test
    void details_takeAFilterPatternForText() {
        String pattern = "{$.userIdentity.type=\"Root\"}";

        assertThat(Words.details(Value.ABSENT, Value.fields("FilterPattern", Value.text(pattern))))
                .containsExactly(new Words.Detail("FilterPattern", Optional.empty(), Optional.of(pattern)));
    }

    @Test
    void prices_areKnownOfEveryType_andOfEverySetting() {
        Set<String> types = ResourceTypes.all();
        Set<String> priced = types.stream()
                .map((type) -> Samples.resource(ItemId.TRAIL, "One", type, Value.none(), false))
                .filter((resource) -> Prices.of(resource).monthlyUsd().signum() >= 0)
                .map(Change.StackResource::type)
                .collect(Collectors.toSet());
        assertThat(priced).isEqualTo(types);
        Stream<Cost> settings = SettingValuesTest.cases().map((one) -> Prices.of(one.setting()));
        assertThat(settings).allMatch((cost) -> cost.monthlyUsd().signum() == 0);
        assertThat(Prices.asOf().getYear()).isGreaterThanOrEqualTo(2026);
    }
}
