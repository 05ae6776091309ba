package footing.cli;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.aws.apply.ApplyEvent;
import footing.baseline.Finding;
import footing.choices.Choices;
import footing.plan.Plan;
import footing.text.Texts;
import footing.work.Work;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        Choices decided = ChoicesInput.read(Optional.ofNullable(choices).orElseThrow(), program);
        try (Journey journey = program.journey(Optional.of(decided))) {
            AccountState before = settled(journey, decided);
            Plan plan = journey.plan(before, decided);
            journey.sayWhose(before);
            new PlanText(program.terminal()).print(plan, before);
            if (plan.isEmpty()) {
                return StackNotes.allFree(before)
                        ? Journey.exitCode(journey.judge(before, decided))
                        : ExitCode.NOT_DONE;
            }
            if (!yes && !agreed()) {
                program.terminal().say(TEXTS.get("apply.declined"));
                return ExitCode.DONE;
            }
            ApplyEvent.Ended ended = journey.apply(plan);
            if (Thread.currentThread().isInterrupted()) {
                // The program was told to stop, and has told what is under way: it looks at nothing any more.
                return ExitCode.NOT_DONE;
            }
            List<Finding> after = show(journey, decided);
            if (!ended.failures().isEmpty()) {
                // Each was told when it came.
                program.terminal()
                        .complain(TEXTS.get("apply.not-in-place", Map.of("failed",
                                Integer.toString(plan.changes().size() - ended.done()), "count",
                                Integer.toString(plan.changes().size()))));
            }
            return ended.failures().isEmpty() ? Journey.exitCode(after) : ExitCode.NOT_DONE;
        }
    }

    /** The account, once CloudFormation has ended what it was doing to the stacks, as after a run that was broken off. */
    private AccountState settled(Journey journey, Choices decided) {
        AccountState account = journey.survey();
        // What is wrong with the choices is told before anyone waits.
        journey.check(account, decided);
        journey.plan(account, decided);
        journey.checkJournal(account);
        for (Optional<DeployedStack> busy = Work.busy(account); busy.isPresent(); busy = Work.busy(account)) {
            journey.settle(busy.get()).ifPresent((failure) -> {
                throw CommandException.notDone(ApplyLines.failure(failure, List.of()));
            });
            account = journey.survey();
        }
        return account;
    }

    private boolean agreed() {
        program.terminal().say("");
        return program.terminal()
                .ask(TEXTS.get("apply.question"))
                .filter((answer) -> Set.of(TEXTS.get("apply.yes"), TEXTS.get("apply.yes-short"))
                        .contains(answer.strip().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private List<Finding> show(Journey journey, Choices decided) {
        AccountState after = journey.survey();
        List<Finding> findings = journey.judge(after, decided);
        program.terminal().heading(TEXTS.get("apply.after"));
        Plan left = journey.plan(after, decided);
        new FindingTable(program.terminal()).print(journey.withBeyond(findings, after, decided.attestations()),
                left.open());
        new PlanText(program.terminal()).byHand(left.byHand());
        Subscriptions.print(program.terminal(), after);
        return findings;
    }
}
