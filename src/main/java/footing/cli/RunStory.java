package footing.cli;

import footing.aws.apply.EarlierRun;
import footing.aws.apply.EarlierRun.What;
import footing.plan.PlannedChange;
import footing.plan.Words;
import footing.text.Texts;
import footing.text.Visible;
import java.util.Locale;
import java.util.Map;

/** What an earlier run did, did not do, and may have done. */
final class RunStory {

    private static final Texts TEXTS = Texts.of("cli");
    private static final int LONGEST = 300;

    private final Terminal terminal;

    RunStory(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(EarlierRun run) {
        terminal.heading(TEXTS.get("resume." + word(run.end()), Map.of("at", Times.utc(run.began()), "principal",
                Visible.line(run.principal(), LONGEST))));
        if (run.steps().isEmpty()) {
            terminal.say(TEXTS.get("resume.no-step"), 2);
        }
        run.steps()
                .forEach((step) -> terminal.say(TEXTS.get("resume.step-" + word(step.outcome()),
                        Map.of("what", what(step.what()), "said", Visible.line(step.said(), LONGEST))).strip(), 2));
        terminal.say(TEXTS.get("resume.journal", Map.of("file", Visible.line(run.journal().toString(), 600))));
    }

    private static String what(What what) {
        return switch (what) {
            case What.OfSetting(var setting) -> PlanText.words(Words.of(setting, PlannedChange.Kind.UPDATE));
            case What.OfStack(var stack, var action) -> TEXTS.get("resume.stack-" + action.toLowerCase(Locale.ROOT),
                    Map.of("stack", stack.label()));
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
