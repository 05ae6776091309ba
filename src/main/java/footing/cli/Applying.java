package footing.cli;

import footing.account.AccountState;
import footing.aws.apply.ApplyEvent;
import footing.baseline.Finding;
import footing.choices.Choices;
import footing.plan.Plan;
import footing.text.Texts;
import footing.work.Work;
import java.util.List;
import java.util.Map;

/** Shows what was decided as a plan, asks, and carries it out: anew, or to the end of a run that was broken off. */
final class Applying {

    private static final Texts TEXTS = Texts.of("cli");

    private final Journey journey;
    private final Terminal terminal;
    private final boolean despiteDenied;

    /** @param despiteDenied whether a permission that is denied stops nothing */
    Applying(Journey journey, boolean despiteDenied) {
        this.journey = journey;
        this.despiteDenied = despiteDenied;
        this.terminal = journey.terminal();
    }

    /**
     * @param agreed whether nobody is to be asked
     * @return the exit code
     */
    int run(Choices decided, boolean agreed) {
        AccountState before = journey.settled((account) -> {
            // What is wrong with the choices is told before anyone waits.
            journey.check(account, decided);
            journey.plan(account, decided);
        });
        Plan plan = journey.plan(before, decided);
        journey.sayWhose(before);
        new PlanText(terminal).print(plan, before, journey.judge(before, decided));
        if (plan.isEmpty()) {
            return StackNotes.allFree(before)
                    ? Journey.exitCode(journey.judge(before, decided))
                    : ExitCode.NOT_DONE;
        }
        if (!AllowanceText.letsPass(journey, plan, despiteDenied)) {
            return ExitCode.NOT_DONE;
        }
        if (!agreed && !terminal.agrees(TEXTS.get("apply.question"))) {
            terminal.say(TEXTS.get("apply.declined"));
            return ExitCode.DONE;
        }
        ApplyEvent.Ended ended = journey.apply(plan, Work.carrying(decided));
        if (Thread.currentThread().isInterrupted()) {
            // The program was told to stop, and has told what is under way: it looks at nothing any more.
            return ExitCode.NOT_DONE;
        }
        List<Finding> after = show(decided);
        if (!ended.failures().isEmpty()) {
            // Each was told when it came.
            terminal.complain(TEXTS.get("apply.not-in-place", Map.of("failed",
                    Integer.toString(plan.changes().size() - ended.done()), "count",
                    Integer.toString(plan.changes().size()))));
        }
        return ended.failures().isEmpty() ? Journey.exitCode(after) : ExitCode.NOT_DONE;
    }

    private List<Finding> show(Choices decided) {
        AccountState after = journey.survey();
        List<Finding> findings = journey.judge(after, decided);
        terminal.heading(TEXTS.get("apply.after"));
        Plan left = journey.plan(after, decided);
        new FindingTable(terminal).print(journey.withBeyond(findings, after, decided.attestations()), left.open());
        new PlanText(terminal).byHand(left.byHand());
        Subscriptions.print(terminal, after);
        return findings;
    }
}
