package footing.cli;

import footing.account.AccountState;
import footing.aws.apply.ApplyEvent;
import footing.baseline.Finding;
import footing.choices.Choices;
import footing.plan.Plan;
import footing.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the changes, and shows where the account stands then. */
@Command(name = "apply")
final class ApplyCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of("cli");

    private final Program program;

    @Option(names = "--choices", required = true, paramLabel = "FILE") private @Nullable String choices;

    @Option(names = "--yes") private boolean yes;

    ApplyCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (!yes && !program.terminal().hasPerson()) {
            throw CommandException.wrongUse(TEXTS.get("options.yes"));
        }
        Choices decided = ChoicesInput.read(Optional.ofNullable(choices).orElseThrow(), program.terminal());
        try (Journey journey = program.journey()) {
            AccountState before = journey.survey();
            Plan plan = journey.plan(before, decided);
            journey.sayWhose(before);
            new PlanText(program.terminal()).print(plan);
            if (plan.isEmpty()) {
                return ExitCode.DONE;
            }
            if (!yes && !agreed()) {
                program.terminal().say(TEXTS.get("apply.declined"));
                return ExitCode.DONE;
            }
            ApplyEvent.Ended ended = journey.apply(plan);
            show(journey, decided);
            ended.failures().forEach((failure) -> program.terminal().complain(ApplyLines.failure(failure)));
            return ended.failures().isEmpty() ? ExitCode.DONE : ExitCode.NOT_DONE;
        }
    }

    private boolean agreed() {
        program.terminal().say("");
        return program.terminal()
                .ask(TEXTS.get("apply.question"))
                .filter((answer) -> Set.of(TEXTS.get("apply.yes"), TEXTS.get("apply.yes-short"))
                        .contains(answer.strip().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private void show(Journey journey, Choices decided) {
        AccountState after = journey.survey();
        java.util.List<Finding> findings = journey.judge(after, decided);
        program.terminal().heading(TEXTS.get("apply.after"));
        new FindingTable(program.terminal()).print(findings);
        new PlanText(program.terminal()).byHand(journey.plan(after, decided).byHand());
        Subscriptions.print(program.terminal(), after);
    }
}
