package footing.cli;

import footing.account.AccountState;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.Intent;
import footing.aws.apply.TakeBack;
import footing.plan.Change;
import footing.plan.PlannedChange;
import footing.plan.ResourceTypes;
import footing.plan.Setting;
import footing.plan.Words;
import footing.text.Texts;
import footing.text.Visible;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows what would be taken back, asks, and takes it back. */
final class TakingBack {

    private static final Texts TEXTS = Texts.of("cli");
    private static final int LONGEST = 300;

    private final Journey journey;
    private final Terminal terminal;
    private final boolean despiteDenied;

    /** @param despiteDenied whether a permission that is denied stops nothing */
    TakingBack(Journey journey, boolean despiteDenied) {
        this.journey = journey;
        this.despiteDenied = despiteDenied;
        this.terminal = journey.terminal();
    }

    /**
     * @param agreed whether nobody is to be asked
     * @return the exit code
     */
    int run(boolean agreed) {
        AccountState account = journey.settled((looked) -> {
            // Nothing can be wrong with what nobody has to decide.
        });
        TakeBack back = journey.takeBack(account);
        journey.sayWhose(account);
        new PlanText(terminal).printBack(back.plan());
        kept(back.plan().changes());
        resources("undo.let-go", back.letGo());
        left(back.left());
        if (back.plan().isEmpty()) {
            return back.left().isEmpty() ? ExitCode.DONE : ExitCode.NOT_DONE;
        }
        if (!agreed && !terminal.hasPerson()) {
            throw CommandException.wrongUse(TEXTS.get("undo.yes"));
        }
        if (!AllowanceText.letsPass(journey, back.plan(), despiteDenied)) {
            return ExitCode.NOT_DONE;
        }
        if (!agreed && !terminal.agrees(TEXTS.get("undo.question"))) {
            terminal.say(TEXTS.get("apply.declined"));
            return ExitCode.DONE;
        }
        ApplyEvent.Ended ended = journey.apply(back.plan(), new Intent.TakeBack());
        if (Thread.currentThread().isInterrupted()) {
            return ExitCode.NOT_DONE;
        }
        if (Journey.isSignedOut(ended)) {
            return journey.isSignedInAgain(back.plan()) ? run(true) : ExitCode.SIGN_IN_NEEDED;
        }
        if (!ended.failures().isEmpty()) {
            terminal.complain(TEXTS.get("undo.not-done", Map.of("failed",
                    Integer.toString(back.plan().changes().size() - ended.done()), "count",
                    Integer.toString(back.plan().changes().size()))));
            return ExitCode.NOT_DONE;
        }
        terminal.say(TEXTS.get("undo.done"));
        return back.left().isEmpty() ? ExitCode.DONE : ExitCode.NOT_DONE;
    }

    /** What outlives its stack. */
    private void kept(List<PlannedChange> changes) {
        List<Change.StackResource> kept = changes.stream()
                .filter((change) -> change.kind() == PlannedChange.Kind.REMOVE)
                .map(PlannedChange::change)
                .filter((change) -> change instanceof Change.StackResource resource && resource.keep())
                .map(Change.StackResource.class::cast)
                .toList();
        resources("undo.kept", kept);
    }

    private void resources(String heading, List<Change.StackResource> resources) {
        if (!resources.isEmpty()) {
            terminal.heading(TEXTS.get(heading));
            resources.forEach(
                    (resource) -> terminal.say(TEXTS.get("undo.kept-line", Map.of("type", resource.type(), "name",
                            Visible.line(ResourceTypes.nameOf(resource), LONGEST))), 2));
        }
    }

    private void left(List<TakeBack.Left> left) {
        if (!left.isEmpty()) {
            terminal.heading(TEXTS.get("undo.left"));
            left.forEach((one) -> terminal.say(words(one).strip(), 2));
        }
    }

    private static String words(TakeBack.Left left) {
        return switch (left) {
            case TakeBack.Left.ChangedSince(var setting) -> ofSetting("undo.left-changed-since", setting, "");
            case TakeBack.Left.NotRead(var setting, var message) -> ofSetting("undo.left-not-read", setting, message);
            case TakeBack.Left.Needed(var setting) -> ofSetting("undo.left-needed", setting, "");
            case TakeBack.Left.Stays(var stack, var why) -> TEXTS.get(
                    "undo.stays-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Map.of("stack", stack.label()));
            case TakeBack.Left.NoJournal() -> TEXTS.get("undo.left-unknown");
            case TakeBack.Left.OtherHome(var home) -> TEXTS.get("undo.other-home", Map.of("home", home.id()));
        };
    }

    private static String ofSetting(String key, Setting<?> setting, String message) {
        return TEXTS.get(key, Map.of("what", PlanText.words(Words.of(setting, PlannedChange.Kind.RESTORE)), "message",
                Visible.line(message, LONGEST)));
    }
}
