package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;

import footing.aws.apply.Preview.Outcome;
import footing.choices.Choices;
import footing.plan.Change.StackResource;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Stack;
import footing.practice.StackState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;

/** What CloudFormation says it would do, before it is asked to do it. */
class PreviewTest {

    private final Path data;

    PreviewTest(@TempDir Path data) {
        this.data = data;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fresh", "inherited"})
    void preview_announcesWhatIsPlanned_andLeavesNothingBehind(String scenario) {
        Workbench bench = new Workbench(scenario, data);
        Plan plan = bench.plan();

        Preview preview = bench.preview(plan);

        assertThat(preview.isOtherwise()).isFalse();
        assertThat(preview.stacks()).extracting(Preview.OfStack::stack)
                .containsExactlyElementsOf(plan.stacks().keySet());
        assertThat(preview.stacks()).allSatisfy((one) -> assertThat(announced(one)).extracting(Announced::logicalId)
                .containsExactlyInAnyOrderElementsOf(ids(plan, one.stack())));
        assertThat(bench.state.read().stacks().all()).extracting((stack) -> stack.status().code())
                .containsOnly("DELETE_COMPLETE");
        assertThat(bench.plan()).isEqualTo(plan);
    }

    @Test
    void applyingAfterPreview_isAsIfThereHadBeenNone() {
        Workbench bench = new Workbench("fresh", data);
        Plan plan = bench.plan();
        bench.preview(plan);

        assertThat(bench.apply(plan).failures()).isEmpty();
        assertThat(bench.plan().changes()).isEmpty();
    }

    @Test
    void whatNobodyPlanned_isASurprise_whereSomebodyPutItIntoTheStack() {
        Workbench bench = new Workbench("fresh", data);
        bench.apply(bench.plan());
        bench.choose(PreviewTest::keepingLonger);
        Plan plan = bench.plan();
        String template = deployed(bench).template();
        bench.deployed("footing-security", ChangeSetType.UPDATE, template.replace("Resources:\n", """
            Resources:
              Stray:
                Type: AWS::SNS::Topic
                Properties:
                  TopicName: stray
            """));

        Preview preview = bench.preview(plan);

        assertThat(preview.isOtherwise()).isTrue();
        assertThat(preview.stacks()).singleElement()
                .satisfies((one) -> assertThat(one.outcome()).isInstanceOfSatisfying(Outcome.Changes.class,
                        (changes) -> assertThat(changes.surprises()).singleElement().satisfies((surprise) -> {
                            assertThat(surprise.action()).isEqualTo("Remove");
                            assertThat(surprise.logicalId()).isEqualTo("Stray");
                        })));
        assertThat(deployed(bench).template()).contains("Stray");
    }

    @Test
    void whatSomebodyAltered_isTold_whereCloudFormationWouldNotTouchIt() {
        Workbench bench = new Workbench("fresh", data);
        bench.apply(bench.plan());
        bench.choose(PreviewTest::keepingLonger);
        Plan plan = bench.plan();
        bench.deployed("footing-security", ChangeSetType.UPDATE,
                deployed(bench).template().replaceFirst("RetentionInDays: \\d+", "RetentionInDays: 30"));

        Preview preview = bench.preview(plan);

        assertThat(preview.isOtherwise()).isTrue();
        assertThat(preview.failures()).extracting(ApplyEvent.Failure::cause)
                .containsExactly(ApplyEvent.Cause.CHANGED_SINCE_REVIEW);
    }

    @Test
    void values_areToldBeforeAndAfter_whereSomethingIsAltered() {
        Workbench bench = new Workbench("fresh", data);
        bench.apply(bench.plan());
        bench.choose(PreviewTest::keepingLonger);

        Preview preview = bench.preview(bench.plan());

        assertThat(preview.stacks()).singleElement()
                .satisfies((one) -> assertThat(announced(one)).anySatisfy((change) -> {
                    assertThat(change.type()).isEqualTo("AWS::Logs::LogGroup");
                    assertThat(change.replacement()).isFalse();
                    assertThat(change.values()).singleElement().satisfies((value) -> {
                        assertThat(value.path()).isEqualTo("RetentionInDays");
                        assertThat(value.after()).contains("400");
                    });
                }));
    }

    @Test
    void stackThatIsAsItIsToBe_isNotAskedAbout() {
        Workbench bench = new Workbench("fresh", data);
        bench.apply(bench.plan());

        assertThat(bench.preview(bench.plan()).stacks()).isEmpty();
    }

    private static Choices keepingLonger(Choices choices) {
        return choices.withLogStorage(Plans.keeping(choices.logStorage(), 400));
    }

    private static StackState.Deployment deployed(Workbench bench) {
        return bench.state.read()
                .stacks()
                .all()
                .stream()
                .filter((stack) -> stack.name().equals("footing-security"))
                .findFirst()
                .orElseThrow()
                .deployed();
    }

    private static List<Announced> announced(Preview.OfStack one) {
        return switch (one.outcome()) {
            case Outcome.Changes(List<Announced> all, List<Announced> surprises) -> all;
            case Outcome.Nothing() -> List.of();
            case Outcome.InTheWay(var condition) -> throw new AssertionError(condition);
            case Outcome.NotTold(var failure) -> throw new AssertionError(failure);
        };
    }

    private static List<String> ids(Plan plan, Stack stack) {
        return plan.changes(stack)
                .stream()
                .map(PlannedChange::change)
                .map((change) -> ((StackResource) change).logicalId())
                .toList();
    }
}
