package footing.template;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.choices.ItemId;
import footing.choices.BeyondChoices;
import footing.account.Fact;
import footing.account.Partition;
import footing.account.Reading;
import footing.account.Region;
import footing.aws.survey.Survey;
import footing.aws.survey.SurveyOptions;
import footing.baseline.Baseline;
import footing.choices.Activity;
import footing.choices.Choices;
import footing.choices.ExampleChoices;
import footing.plan.Plan;
import footing.plan.Stack;
import footing.practice.Partitions;
import footing.practice.Practice;
import footing.practice.PracticeClients;
import footing.practice.PracticeOptions;
import footing.practice.PracticeState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates that people get, written to {@code target/templates}, where the build's linter reads them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveredTemplatesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);
    private final AccountState fresh = survey("fresh");

    @ParameterizedTest
    @ValueSource(strings = {"fresh", "inherited", "landing-zone"})
    void template_isComplete_andSmallEnoughToBeSentAsItIs(String scenario) throws IOException {
        AccountState account = scenario.equals("fresh") ? fresh : survey(scenario);

        String text = write(scenario, account, ExampleChoices.of(account));

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(Templates.MAX_BYTES);
        assertThat(text).contains("AWS::SNS::Subscription");
    }

    /** What the home Region holds for AWS Config, and what another holds; the rest hold the same. */
    @ParameterizedTest
    @ValueSource(strings = {"fresh", "inherited", "landing-zone"})
    void template_isThereForEachRegion(String scenario) throws IOException {
        AccountState account = scenario.equals("fresh") ? fresh : survey(scenario);
        Plan plan = plan(account, ExampleChoices.of(account));

        List<Region> open = account.regions()
                .stream()
                .filter((region) -> Stack.config(region).deployed(account) instanceof Reading.Seen<?>)
                .toList();
        List<Region> two = Stream.concat(Stream.of(account.home()), open.stream()).distinct().limit(2).toList();
        assertThat(open).containsAll(two);
        assertThat(plan.stacks().keySet()).contains(Stack.SECURITY)
                .containsAll(open.stream().map(Stack::config).toList());
        Files.createDirectories(Path.of("target/templates"));
        for (Region region : two) {
            String text = Templates.text(plan, Stack.config(region));
            Files.writeString(Path.of("target/templates", scenario + "-" + Stack.config(region).label() + ".yaml"),
                    text);
            assertThat(text).contains("AWS::Config::ConfigRule");
        }
    }

    /** What is beyond the baseline, where it is switched on, and the same bytes as ever where it is not. */
    @ParameterizedTest
    @ValueSource(strings = {"fresh", "inherited"})
    void template_holdsWhatIsBeyondTheBaseline_whereItIsSwitchedOn(String scenario) throws IOException {
        PracticeState state = Practice.state(PracticeOptions.of(scenario).at(CLOCK));
        AccountState account = Survey.more(new PracticeClients(state, CLOCK),
                SurveyOptions.of(new Region(state.read().home()), CLOCK), survey(state), Set.copyOf(Fact.BEYOND));
        Choices choices = ExampleChoices.of(account)
                .withBeyond(new BeyondChoices(Set.copyOf(ItemId.BEYOND), 250));
        Plan plan = plan(account, choices);
        Region without = scenario.equals("fresh") ? account.home() : new Region("eu-west-3");
        String config = Templates.text(plan, Stack.config(without));
        write(scenario + "-beyond", account, choices);
        Files.writeString(Path.of("target/templates", scenario + "-beyond-config.yaml"), config);

        assertThat(config).contains("AWS::GuardDuty::Detector");
        assertThat(Templates.text(plan, Stack.BILLING)).contains("AWS::CE::AnomalySubscription", "[\"250\"]");
    }

    /** Who may not see what Footing made could make it twice. */
    @Test
    void template_isNone_whereTheStacksOrWhatTheyRestOnCannotBeSeen() {
        AccountState account = survey("locked-down");

        assertThat(plan(account, ExampleChoices.of(account)).stacks()).isEmpty();
    }

    /** What stands in another partition is checked by the linter for that partition's own Region. */
    @ParameterizedTest
    @EnumSource(value = Partition.class, names = {"AWS_US_GOV", "AWS_CN"})
    void template_isOfItsPartition(Partition partition) throws IOException {
        Region other = new Region(partition == Partition.AWS_CN ? "cn-northwest-1" : "us-gov-east-1");
        AccountState account = survey(Partitions.fresh(partition, List.of(other), CLOCK));
        Plan plan = plan(account, ExampleChoices.of(account));

        for (Stack stack : plan.stacks().keySet()) {
            String text = Templates.text(plan, stack);
            Path folder = Path.of("target/templates", stack.region(account.home()).id());
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(stack.label() + ".yaml"), text);
            assertThat(text).doesNotContain("arn:aws:").doesNotContain("us-east-1");
        }
        assertThat(plan.stacks().keySet()).contains(Stack.SECURITY, Stack.config(account.home()), Stack.config(other));
    }

    @ParameterizedTest
    @EnumSource(Activity.class)
    void template_lacksOneAlarmAndItsFilter_whenItIsSwitchedOff(Activity off) throws IOException {
        Set<Activity> alarms = EnumSet.complementOf(EnumSet.of(off));

        String text = write("fresh-without-" + off.id(), fresh, with(ExampleChoices.of(fresh), alarms));

        assertThat(text).doesNotContain("footing-" + off.id() + "\n");
        alarms.forEach((on) -> assertThat(text).contains("AlarmName: footing-" + on.id() + "\n"));
    }

    @Test
    void template_isTheSame_fromTheSameAccountAndChoices() {
        Choices choices = ExampleChoices.of(fresh);

        assertThat(Templates.text(plan(survey("fresh"), choices), Stack.SECURITY))
                .isEqualTo(Templates.text(plan(fresh, choices), Stack.SECURITY));
    }

    private static String write(String name, AccountState account, Choices choices) throws IOException {
        Plan plan = plan(account, choices);
        String text = Templates.text(plan, Stack.SECURITY);
        Files.createDirectories(Path.of("target/templates"));
        Files.writeString(Path.of("target/templates", name + "-billing.yaml"), Templates.text(plan, Stack.BILLING));
        Files.writeString(Path.of("target/templates", name + "-security.yaml"), text);
        return text;
    }

    private static Plan plan(AccountState account, Choices choices) {
        return Plan.of(account, Baseline.remedies(account, choices), Templates.deployed(account));
    }

    private static Choices with(Choices choices, Set<Activity> alarms) {
        return choices.withAlarms(alarms);
    }

    private static AccountState survey(String scenario) {
        return survey(Practice.state(PracticeOptions.of(scenario).at(CLOCK)));
    }

    private static AccountState survey(PracticeState state) {
        return Survey.run(new PracticeClients(state, CLOCK),
                SurveyOptions.of(new Region(state.read().home()), CLOCK), (event) -> {
                });
    }
}
