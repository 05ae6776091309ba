package footing.cli;

import footing.account.AccountState;
import footing.aws.apply.EarlierRun;
import footing.aws.apply.Intent;
import footing.choices.Choices;
import footing.text.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what became of the last run, where that did not do all that it was for, and goes on with it. */
@Command(name = "resume")
final class ResumeCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of("cli");

    /** What to do about a run that was broken off. */
    private enum Way {
        ON,
        BACK,
        LEAVE
    }

    private final Program program;

    @Option(names = "--yes") private boolean yes;

    @Option(names = "--despite-denied") private boolean despiteDenied;

    ResumeCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (Journey journey = program.journey()) {
            AccountState account = journey.survey();
            Optional<EarlierRun> run = journey.lastRun(account);
            journey.sayWhose(account);
            if (run.isEmpty() || run.get().end() == EarlierRun.End.DONE) {
                program.terminal().say(TEXTS.get("resume.nothing"));
                return ExitCode.DONE;
            }
            new RunStory(program.terminal()).print(run.get());
            if (run.get().end() == EarlierRun.End.AT_WORK) {
                return ExitCode.NOT_DONE;
            }
            if (!run.get().home().equals(account.home())) {
                throw CommandException.wrongUse(TEXTS.get("resume.home", Map.of("chosen", run.get().home().id(),
                        "home", account.home().id())));
            }
            return switch (way(run.get().intent())) {
                case ON -> goOn(journey, run.get());
                case BACK -> new TakingBack(journey, despiteDenied).run(yes);
                case LEAVE -> {
                    program.terminal().say(TEXTS.get("resume.left"));
                    yield ExitCode.NOT_DONE;
                }
            };
        }
    }

    private int goOn(Journey journey, EarlierRun run) {
        return switch (run.intent()) {
            case Intent.TakeBack() -> new TakingBack(journey, despiteDenied).run(yes);
            case Intent.Carry(Optional<String> choices) -> {
                Choices decided = ChoicesInput.kept(choices.orElseThrow(
                        () -> CommandException.notDone(TEXTS.get("resume.unknown"))), run.journal(), program);
                yield new Applying(journey
                        .of(program.account().regions(Optional.of(decided)), decided.beyond().on()), despiteDenied)
                        .run(decided, yes);
            }
        };
    }

    private Way way(Intent intent) {
        if (yes) {
            return Way.ON;
        }
        if (!program.terminal().hasPerson()) {
            return Way.LEAVE;
        }
        String question = intent instanceof Intent.TakeBack ? "resume.question-back" : "resume.question";
        String answer = program.terminal().ask(TEXTS.get(question)).orElse("").strip().toLowerCase(Locale.ROOT);
        if (answer.equals(TEXTS.get("resume.on"))) {
            return Way.ON;
        }
        return answer.equals(TEXTS.get("resume.back")) ? Way.BACK : Way.LEAVE;
    }
}
