package footing.cli;

import footing.aws.apply.ApplyEvent;
import footing.plan.PlannedChange;
import footing.text.Texts;
import footing.text.Visible;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What happens while a plan is applied, line by line. */
final class ApplyLines implements Consumer<ApplyEvent> {

    private static final Texts TEXTS = Texts.of("cli");
    private static final Texts PLAN = Texts.of("plan");
    private static final int LONGEST = 400;

    private final Terminal terminal;
    private final List<PlannedChange> changes;

    /** @param changes what is to be made; none where stacks are only waited for */
    ApplyLines(Terminal terminal, List<PlannedChange> changes) {
        this.terminal = terminal;
        this.changes = changes;
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
            case ApplyEvent.Waited waited -> terminal.note(TEXTS.get(
                    waited.since().isPresent() ? "apply.waiting-since" : "apply.waiting",
                    Map.of("stack", waited.stack().label(), "status", Visible.line(waited.status(), LONGEST),
                            "since", waited.since().map(Times::utc).orElse(""))));
            case ApplyEvent.NothingToDo nothing -> terminal.note(TEXTS.get("apply.nothing",
                    Map.of("stack", nothing.stack().label())));
            case ApplyEvent.ResourceEvent resource -> resource(resource);
            case ApplyEvent.Protected on -> terminal.note(TEXTS.get("apply.protected",
                    Map.of("stack", on.stack().label())));
            case ApplyEvent.StackEnded ended -> terminal.note(TEXTS.get("apply.stack", Map.of("stack",
                    ended.stack().label(), "status", Visible.line(ended.status(), LONGEST))));
            case ApplyEvent.Failed failed -> terminal.note(TEXTS.get("apply.failed", Map.of("failure",
                    failure(failed.failure(), changes))));
            case ApplyEvent.Ended ended -> terminal.note(TEXTS.get("apply.ended", Map.of("done",
                    Integer.toString(ended.done()), "failed", Integer.toString(changes.size() - ended.done()))));
        }
    }

    /** Why something is not in place, in a sentence, which calls a change what the plan calls it. */
    static String failure(ApplyEvent.Failure failure, List<PlannedChange> changes) {
        String what = changes.stream()
                .filter((change) -> change.isAbout(failure.what(), failure.stack()))
                .findFirst()
                .map(PlanText::words)
                .orElse(failure.what());
        String said = PLAN.get(failure.key(), Map.of("what", Visible.line(what, LONGEST), "message",
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
