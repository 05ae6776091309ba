package footing.aws.apply;

import footing.account.AccountState;
import footing.account.Region;
import footing.aws.AwsClients;
import footing.aws.survey.Survey;
import footing.aws.survey.SurveyOptions;
import footing.baseline.Baseline;
import footing.baseline.Beyond;
import footing.choices.Choices;
import footing.choices.ExampleChoices;
import footing.plan.Plan;
import footing.practice.Practice;
import footing.practice.PracticeClients;
import footing.practice.PracticeOptions;
import footing.practice.PracticeState;
import footing.practice.call.CallLog;
import footing.practice.cloudformation.Hindrance;
import footing.template.Templates;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** The practice account with the whole way from survey to apply over it, without any waiting. */
final class Workbench {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

    final PracticeState state;
    final AwsClients clients;
    final CallLog calls = new CallLog();
    final Region home;
    final Path data;
    private final Clock clock;
    final List<ApplyEvent> events = Collections.synchronizedList(new ArrayList<>());
    Optional<Path> journal = Optional.empty();
    private Optional<Choices> choices = Optional.empty();

    Workbench(String scenario, Path data) {
        this(Practice.state(PracticeOptions.of(scenario).at(CLOCK)), data);
    }

    Workbench(PracticeState state, Path data) {
        this(state, data, new Region(state.read().home()), CLOCK);
    }

    /** With what keeps CloudFormation from doing what it could. */
    Workbench(PracticeState state, Path data, Hindrance hindrance) {
        this(state, data, new Region(state.read().home()), CLOCK, hindrance);
    }

    /** The same from somewhere else, or later. */
    Workbench(PracticeState state, Path data, Region home, Clock clock) {
        this(state, data, home, clock, Hindrance.NONE);
    }

    private Workbench(PracticeState state, Path data, Region home, Clock clock, Hindrance hindrance) {
        this.state = state;
        this.clients = new PracticeClients(state, clock, hindrance);
        this.home = home;
        this.data = data;
        this.clock = clock;
    }

    AccountState survey() {
        return Survey.run(clients, SurveyOptions.of(home, clock)
                .with(Beyond.facts(choices.map((all) -> all.beyond().on()).orElseGet(Set::of))), (event) -> {
                });
    }

    /** What the example choices of this account, made once, would change now. */
    Plan plan() {
        AccountState account = survey();
        if (choices.isEmpty()) {
            choices = Optional.of(ExampleChoices.of(account));
        }
        return Plan.of(account, Baseline.remedies(account, choices.get()), Templates.deployed(account));
    }

    void choose(UnaryOperator<Choices> change) {
        choices = Optional.of(change.apply(choices.orElseGet(() -> ExampleChoices.of(survey()))));
    }

    ApplyEvent.Ended apply(Plan plan) {
        return apply(plan, calls.over(clients), () -> {
        });
    }

    ApplyEvent.Ended apply(Plan plan, AwsClients through, Pause pause) {
        return apply(plan, through, pause, new Intent.Carry(Optional.empty()));
    }

    ApplyEvent.Ended apply(Plan plan, Intent intent) {
        return apply(plan, calls.over(clients), () -> {
        }, intent);
    }

    private ApplyEvent.Ended apply(Plan plan, AwsClients through, Pause pause, Intent intent) {
        events.clear();
        try (Journal written = Journal.in(data, plan.identity().account(), clock)) {
            ApplyEvent.Ended ended = Apply.run(through, plan, new ApplyOptions(clock, written, pause, intent),
                    events::add);
            journal = written.file();
            return ended;
        }
    }

    Preview preview(Plan plan) {
        try (Journal written = Journal.in(data, plan.identity().account(), clock)) {
            return Apply.preview(calls.over(clients), plan, new ApplyOptions(clock, written, () -> {
            }), false);
        }
    }

    CloudFormationClient cloudFormation() {
        return clients.get(CloudFormationClient.class, home);
    }

    /** Lets somebody else change a stack of the home Region, to the end. */
    void deployed(String stack, ChangeSetType type, String template) {
        cloudFormation().createChangeSet((request) -> request.stackName(stack)
                .changeSetName("somebody")
                .changeSetType(type)
                .tags(Tag.builder().key("footing:stack").value(stack).build())
                .capabilities(Capability.CAPABILITY_NAMED_IAM)
                .templateBody(template));
        execute(stack, "somebody");
        untilDone(stack);
    }

    void execute(String stack, String changeSet) {
        cloudFormation().describeChangeSet((request) -> request.stackName(stack).changeSetName(changeSet));
        cloudFormation().describeChangeSet((request) -> request.stackName(stack).changeSetName(changeSet));
        cloudFormation().executeChangeSet((request) -> request.stackName(stack).changeSetName(changeSet));
    }

    /** The status of a stack of the home Region once nothing happens to it any more. */
    String untilDone(String stack) {
        return Stream
                .generate(() -> cloudFormation().describeStacks((request) -> request.stackName(stack))
                        .stacks()
                        .getFirst()
                        .stackStatusAsString())
                .skip(3) // the first looks may still show what was before
                .limit(500)
                .filter((status) -> !status.endsWith("_IN_PROGRESS"))
                .findFirst()
                .orElse("never done");
    }

    <E extends ApplyEvent> List<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<JournalEntry> entries() {
        return JournalFiles.read(journal.orElseThrow());
    }
}
