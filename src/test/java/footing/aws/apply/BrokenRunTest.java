package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;

import footing.aws.AwsClients;
import footing.plan.Plan;
import footing.plan.Stack;
import footing.plan.Value;
import footing.practice.call.Decorated;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;

/** A run, and what it writes down, where something goes wrong that nobody thought of. */
class BrokenRunTest {

    private static final String SECURITY = "footing-security";
    private static final Set<String> WRITES = Set.of("CreateChangeSet", "ExecuteChangeSet", "DeleteChangeSet",
            "DeleteStack", "UpdateTerminationProtection");
    private static final Pause NONE = () -> {
    };

    private final Path data;
    private final Workbench bench;
    private final Plan plan;

    BrokenRunTest(@TempDir Path data) {
        this.data = data;
        this.bench = new Workbench("fresh", data);
        this.plan = bench.plan();
    }

    @Test
    void run_goesOnAndEnds_whenFootingItselfGoesWrongWithAStack() {
        ApplyEvent.Ended ended = bench.apply(plan, breaking("CreateChangeSet"), NONE);

        assertThat(ended.failures()).first().satisfies((failure) -> {
            assertThat(failure.cause()).isEqualTo(ApplyEvent.Cause.PROGRAM);
            assertThat(failure.what()).isEqualTo(SECURITY);
            assertThat(failure.message()).isEqualTo("IllegalStateException: a mistake");
        });
        assertThat(ended.failures()).extracting(ApplyEvent.Failure::what).doesNotContain("footing-billing");
        assertThat(bench.entries().getLast().kind()).isEqualTo(JournalEntry.Kind.RUN_ENDED);
        assertThat(bench.events.getLast()).isEqualTo(ended);
        assertThat(open()).isEmpty();
    }

    @Test
    void journal_saysThatNobodyKnows_whenFootingItselfGoesWrongWithACall() {
        ApplyEvent.Ended ended = bench.apply(plan, breaking("PutAlternateContact"), NONE);

        assertThat(ended.failures()).singleElement().satisfies((failure) -> {
            assertThat(failure.cause()).isEqualTo(ApplyEvent.Cause.PROGRAM);
            assertThat(failure.what()).startsWith("alternate-contact:");
        });
        assertThat(bench.entries()).filteredOn((entry) -> entry.kind() == JournalEntry.Kind.UNKNOWN).hasSize(1);
    }

    @Test
    void journal_saysThatNobodyKnows_whenFootingItselfGoesWrongWithWatching() {
        bench.apply(plan, breaking("DescribeStackEvents"), NONE);

        assertThat(bench.entries()).filteredOn((entry) -> entry.kind() == JournalEntry.Kind.UNKNOWN)
                .extracting((entry) -> ((Value.Fields) entry.subject()).fields().get("action"))
                .containsOnly(Value.text("CREATE"));
        assertThat(open()).isEmpty();
    }

    /** As a window does that was closed. */
    @Test
    void run_isCarriedToItsEnd_whenNobodyCanBeTold() {
        try (Journal journal = Journal.in(data, plan.identity().account(), Workbench.CLOCK)) {
            ApplyEvent.Ended ended = Apply.run(bench.clients, plan, new ApplyOptions(Workbench.CLOCK, journal, NONE),
                    (event) -> {
                        throw new IllegalStateException("closed");
                    });
            assertThat(ended).isEqualTo(new ApplyEvent.Ended(plan.changes(), List.of()));
        }
        assertThat(bench.plan().isEmpty()).isTrue();
    }

    @Test
    void eachCallThatWrites_hasALineBeforeItAndOneAfterIt() {
        Set<String> seen = new HashSet<>();
        AwsClients looking = new Decorated(bench.clients, (call, next) -> {
            if (WRITES.contains(call.operation())) {
                seen.add(call.operation());
                JournalEntry last = JournalFiles.read(JournalFiles.of(data, plan.identity().account()).getLast())
                        .getLast();
                assertThat(last.kind()).isEqualTo(JournalEntry.Kind.WRITING);
                assertThat(((Value.Fields) last.subject()).fields().get("action"))
                        .isEqualTo(Value.text(action(call.operation(), call.request().toString())));
            }
            return next.get();
        });

        assertThat(bench.apply(plan, looking, NONE).failures()).isEmpty();
        assertThat(open()).isEmpty();
        // Once more, so that change sets are thrown away, and then a stack is deleted.
        assertThat(bench.apply(plan, looking, NONE).failures()).isEmpty();
        assertThat(open()).isEmpty();
        assertThat(bench.apply(Plans.without(bench.plan(), Stack.BILLING), looking, NONE).failures()).isEmpty();
        assertThat(open()).isEmpty();
        assertThat(seen).isEqualTo(WRITES);
    }

    private static String action(String operation, String request) {
        return switch (operation) {
            case "CreateChangeSet" -> "CREATE_CHANGE_SET";
            case "ExecuteChangeSet" -> "EXECUTE_CHANGE_SET";
            case "DeleteChangeSet" -> "DELETE_CHANGE_SET";
            case "DeleteStack" -> "DELETE_STACK";
            default -> request.contains("EnableTerminationProtection=true") ? "PROTECT" : "UNPROTECT";
        };
    }

    @Test
    void protection_isToldOnce_andNotSwitchedOnAgain() {
        bench.apply(plan);
        assertThat(bench.events(ApplyEvent.Protected.class)).extracting(ApplyEvent.Protected::stack)
                .containsExactlyInAnyOrderElementsOf(plan.stacks().keySet());
        int calls = bench.calls.calls().size();
        bench.choose((choices) -> choices.withAlarms(Set.of()));

        assertThat(bench.apply(bench.plan()).failures()).isEmpty();

        assertThat(bench.events(ApplyEvent.StackEnded.class)).isNotEmpty();
        assertThat(bench.events(ApplyEvent.Protected.class)).isEmpty();
        assertThat(bench.calls.operations().subList(calls, bench.calls.operations().size()))
                .doesNotContain("cloudformation:UpdateTerminationProtection");
    }

    @Test
    void protection_isToldAndSwitchedOn_whenSomebodySwitchedItOffSinceTheReview() {
        bench.apply(plan);
        bench.choose((choices) -> choices.withAlarms(Set.of()));
        Plan next = bench.plan();
        bench.cloudFormation()
                .updateTerminationProtection((call) -> call.stackName(SECURITY).enableTerminationProtection(false));

        assertThat(bench.apply(next).failures()).isEmpty();

        assertThat(bench.events(ApplyEvent.Protected.class)).extracting(ApplyEvent.Protected::stack)
                .containsExactly(Stack.SECURITY);
        assertThat(bench.plan().isEmpty()).isTrue();
    }

    @Test
    void resource_isNotOverwritten_whenSomebodyAlteredItSinceTheReview() {
        bench.apply(plan);
        bench.choose((choices) -> choices.withLogStorage(Plans.keeping(choices.logStorage(), 400)));
        Plan next = bench.plan();
        String group = "TrailLogGroup";
        assertThat(next.changes(Stack.SECURITY))
                .anyMatch((change) -> change.isAbout(group, Optional.of(Stack.SECURITY)));
        String other = template().replaceFirst("RetentionInDays: \\d+", "RetentionInDays: 30");
        bench.deployed(SECURITY, software.amazon.awssdk.services.cloudformation.model.ChangeSetType.UPDATE, other);
        assertThat(template()).contains("RetentionInDays: 30");

        ApplyEvent.Ended ended = bench.apply(next);

        assertThat(ended.failures()).first().satisfies((failure) -> {
            assertThat(failure.cause()).isEqualTo(ApplyEvent.Cause.CHANGED_SINCE_REVIEW);
            assertThat(failure.message()).isEqualTo("Modify " + group);
        });
        assertThat(template()).contains("RetentionInDays: 30");
    }

    @Test
    void stack_isNotDeleted_whenSomebodyAlteredAResourceSinceTheReview() {
        bench.apply(plan);
        Plan away = Plans.without(bench.plan(), Stack.SECURITY);
        bench.deployed(SECURITY, software.amazon.awssdk.services.cloudformation.model.ChangeSetType.UPDATE,
                template().replaceFirst("RetentionInDays: \\d+", "RetentionInDays: 30"));

        assertThat(bench.apply(away).failures()).singleElement().satisfies((failure) -> {
            assertThat(failure.cause()).isEqualTo(ApplyEvent.Cause.CHANGED_SINCE_REVIEW);
            assertThat(failure.message()).isEqualTo("Modify TrailLogGroup");
        });
    }

    private String template() {
        return bench.cloudFormation()
                .getTemplate((call) -> call.stackName(SECURITY).templateStage(TemplateStage.ORIGINAL))
                .templateBody();
    }

    /** What was begun and has no end in the journal. */
    private List<Value> open() {
        List<Value> open = new java.util.ArrayList<>();
        bench.entries().forEach((entry) -> {
            switch (entry.kind()) {
                case WRITING, RUN_BEGAN -> open.add(entry.subject());
                case WRITTEN, FAILED, UNKNOWN, RUN_ENDED -> assertThat(open.remove(entry.subject())).isTrue();
            }
        });
        return open;
    }

    /** Clients by which Footing makes a mistake, once. */
    private AwsClients breaking(String operation) {
        var once = new java.util.concurrent.atomic.AtomicBoolean();
        return new Decorated(bench.clients, (call, next) -> {
            if (call.operation().equals(operation) && once.compareAndSet(false, true)) {
                throw new IllegalStateException("a mistake");
            }
            return next.get();
        });
    }
}
