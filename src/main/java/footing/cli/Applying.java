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
        journey.sayWhose(before);
        return switch (reviewed(before, decided, agreed)) {
            case Review.Over(int exitCode) -> exitCode;
            case Review.Agreed(Plan plan) -> carryOut(plan, decided);
        };
    }

    /** What came of showing a plan. */
    private sealed interface Review {

        record Agreed(Plan plan) implements Review {
        }

        record Over(int exitCode) implements Review {
        }
    }

    private Review reviewed(AccountState account, Choices decided, boolean agreed) {
        Plan plan = journey.plan(account, decided);
        new PlanText(terminal).print(plan, account, journey.judge(account, decided));
        if (plan.isEmpty()) {
            return new Review.Over(StackNotes.allFree(account)
                    ? Journey.exitCode(journey.judge(account, decided))
                    : ExitCode.NOT_DONE);
        }
        if (!AllowanceText.letsPass(journey, plan, despiteDenied) || !isAsAnnounced(plan, decided)) {
            return new Review.Over(ExitCode.NOT_DONE);
        }
        if (agreed) {
            return new Review.Agreed(plan);
        }
        if (!terminal.agrees(TEXTS.get("apply.question"))) {
            terminal.say(TEXTS.get("apply.declined"));
            return new Review.Over(ExitCode.DONE);
        }
        // Somebody may have been at work on the account while the plan was looked at.
        AccountState now = journey.settled((looked) -> {
            // It is compared whole.
        });
        if (journey.plan(now, decided).equals(plan)) {
            return new Review.Agreed(plan);
        }
        terminal.alarm(TEXTS.get("apply.changed"));
        return reviewed(now, decided, false);
    }

    /** Shows what CloudFormation says it would do, and tells whether that is what was planned. */
    private boolean isAsAnnounced(Plan plan, Choices decided) {
        Preview preview = journey.preview(plan, Optional.of(Work.carrying(decided)));
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        new PreviewText(terminal).print(preview, false);
        if (preview.isOtherwise()) {
            terminal.complain(TEXTS.get("preview.stopped"));
        }
        return !preview.isOtherwise();
    }

    private int carryOut(Plan plan, Choices decided) {
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
