package footing.cli;

import footing.account.AccountState;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.Preview;
import footing.baseline.Finding;
import footing.choices.Choices;
import footing.plan.Plan;
import footing.text.Texts;
import footing.work.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what was decided as a plan, asks, and carries it out: anew, or to the end of a run that was broken off. */
final class Applying {

    private static final Texts TEXTS = Texts.of("cli");

    private final Journey journey;
    private final Terminal terminal;

    Applying(Journey journey) {
        this.journey = journey;
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
        journey.sayWhose(before);
        Plan plan = journey.plan(before, decided);
        for (Optional<AccountState> look = Optional.of(before); look.isPresent();) {
            AccountState account = look.get();
            plan = journey.plan(account, decided);
            new PlanText(terminal).print(plan, account, journey.judge(account, decided));
            if (plan.isEmpty()) {
                return StackNotes.allFree(account)
                        ? Journey.exitCode(journey.judge(account, decided))
                        : ExitCode.NOT_DONE;
            }
            Preview preview = journey.preview(plan);
            if (Thread.currentThread().isInterrupted()) {
                return ExitCode.NOT_DONE;
            }
            new PreviewText(terminal).print(preview, false);
            if (preview.isOtherwise()) {
                terminal.complain(TEXTS.get("preview.stopped"));
                return ExitCode.NOT_DONE;
            }
            if (!agreed && !terminal.agrees(TEXTS.get("apply.question"))) {
                terminal.say(TEXTS.get("apply.declined"));
                return ExitCode.DONE;
            }
            look = agreed ? Optional.empty() : changed(plan, decided);
            look.ifPresent((now) -> terminal.alarm(TEXTS.get("apply.changed")));
        }
        ApplyEvent.Ended ended = journey.apply(plan, Work.carrying(decided));
        if (Thread.currentThread().isInterrupted()) {
            // The program was told to stop, and has told what is under way: it looks at nothing any more.
            return ExitCode.NOT_DONE;
        }
        if (Journey.isSignedOut(ended)) {
            return journey.isSignedInAgain(plan) ? run(decided, true) : ExitCode.SIGN_IN_NEEDED;
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

    /** The account, where somebody was at work on it while the plan was looked at, so that another plan is right. */
    private Optional<AccountState> changed(Plan plan, Choices decided) {
        AccountState now = journey.settled((account) -> {
            // It is compared whole.
        });
        return Optional.of(now).filter((account) -> !journey.plan(account, decided).equals(plan));
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
