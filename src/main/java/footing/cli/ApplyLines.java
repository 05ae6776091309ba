package footing.cli;

import footing.aws.apply.ApplyEvent;
import footing.plan.PlannedChange;
import footing.text.Texts;
import footing.text.Visible;
import java.util.Map;
import java.util.function.Consumer;

/** What happens while a plan is applied, line by line. */
final class ApplyLines implements Consumer<ApplyEvent> {

    private static final Texts TEXTS = Texts.of("cli");
    private static final Texts PLAN = Texts.of("plan");
    private static final int LONGEST = 400;

    private final Terminal terminal;

    ApplyLines(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void accept(ApplyEvent event) {
        switch (event) {
            case ApplyEvent.Began began -> terminal.note(TEXTS.get("apply.began",
                    Map.of("count", Integer.toString(began.changes()))));
            case ApplyEvent.SettingBegan setting -> terminal.progress(PlanText.words(setting.change()));
            case ApplyEvent.SettingDone setting -> done(setting.change());
            case ApplyEvent.ChangeSetReady ready -> terminal.note(TEXTS.get("apply.change-set", Map.of("stack",
                    ready.stack().label(), "count", Integer.toString(ready.changes().size()))));
            case ApplyEvent.NothingToDo nothing -> terminal.note(TEXTS.get("apply.nothing",
                    Map.of("stack", nothing.stack().label())));
            case ApplyEvent.ResourceEvent resource -> resource(resource);
            case ApplyEvent.StackEnded ended -> terminal.note(TEXTS.get("apply.stack", Map.of("stack",
                    ended.stack().label(), "status", Visible.line(ended.status(), LONGEST))));
            case ApplyEvent.Failed failed -> terminal.note(TEXTS.get("apply.failed", Map.of("failure",
                    failure(failed.failure()))));
            case ApplyEvent.Ended ended -> terminal.note(TEXTS.get("apply.ended", Map.of("done",
                    Integer.toString(ended.done()), "failed", Integer.toString(ended.failures().size()))));
        }
    }

    /** Why something is not in place, in a sentence. */
    static String failure(ApplyEvent.Failure failure) {
        String said = PLAN.get(failure.key(), Map.of("what", Visible.line(failure.what(), LONGEST), "message",
                Visible.line(failure.message(), LONGEST))).strip();
        return failure.rolledBack() ? said + " " + TEXTS.get("apply.rolled-back") : said;
    }

    private void done(PlannedChange change) {
        terminal.note(TEXTS.get("apply.done", Map.of("words", PlanText.words(change))));
    }

    private void resource(ApplyEvent.ResourceEvent resource) {
        String reason = Visible.line(resource.reason(), LONGEST);
        String line = Visible.line("%s %s %s".formatted(resource.status(), resource.logicalId(), resource.type()),
                LONGEST);
        if (resource.status().equals("CREATE_IN_PROGRESS") || resource.status().equals("UPDATE_IN_PROGRESS")) {
            terminal.progress(line);
        } else {
            terminal.note(line + (reason.isEmpty() ? "" : ": " + reason));
        }
    }
}
