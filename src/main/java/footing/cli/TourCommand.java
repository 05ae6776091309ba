package footing.cli;

import footing.account.AccountState;
import footing.aws.apply.ApplyEvent;
import footing.baseline.Finding;
import footing.choices.Choices;
import footing.choices.ExampleChoices;
import footing.file.OutputFile;
import footing.file.OutputFolder;
import footing.plan.Plan;
import footing.text.Texts;
import footing.work.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The practice account from survey to checklist, told as a story. */
@Command(name = "tour")
final class TourCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of("cli");

    private final Program program;

    @Option(names = "--out", paramLabel = "DIR") private @Nullable String out;

    TourCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (program.account().hasProfile()) {
            throw CommandException.wrongUse(TEXTS.get("options.tour"));
        }
        Path folder = Optional.ofNullable(out)
                .map((name) -> OutputFile.path("--out", name))
                .orElseGet(() -> program.surroundings().tempDir().resolve("footing-tour"));
        new OutputFolder("--out", folder).check();
        try (Journey journey = program.practiceJourney()) {
            return walk(journey, folder);
        }
    }

    private int walk(Journey journey, Path folder) {
        Terminal terminal = program.terminal();
        terminal.say(TEXTS.get("tour.begin", Map.of("scenario", journey.connection().label())));

        step(1, "survey");
        AccountState before = journey.survey();
        journey.sayWhose(before);
        new FindingTable(terminal).print(journey.judge(before, Map.of()));

        step(2, "choices");
        Choices choices = ExampleChoices.of(before);
        terminal.say(TEXTS.get("tour.chosen", Map.of("list",
                choices.notifications().securityList().orElse(TEXTS.get("plan.was-nothing")), "bucket",
                choices.logStorage().bucket(), "alarms", Integer.toString(choices.alarms().size()))));

        step(3, "plan");
        Plan plan = journey.plan(before, choices);
        new PlanText(terminal).print(plan, before, journey.judge(before, choices));

        step(4, "apply");
        ApplyEvent.Ended ended = journey.apply(plan, Work.carrying(choices));
        terminal.say(TEXTS.get("tour.applied", Map.of("done", Integer.toString(ended.done()), "failed",
                Integer.toString(plan.changes().size() - ended.done()))));

        step(5, "again");
        AccountState after = journey.survey();
        List<Finding> findings = journey.judge(after, choices);
        new FindingTable(terminal).print(findings);
        Subscriptions.print(terminal, after);

        step(6, "checklist");
        Printout.leave(Printout.checklist(journey, after, findings, List.of(Work.applied(plan, ended)),
                journey.plan(after, choices)),
                folder, Printout.formats(List.of("pdf", "html")))
                .forEach((file) -> terminal.say(TEXTS.get("file.written", Map.of("file", file.toString()))));
        terminal.say("");
        terminal.say(TEXTS.get("tour.end"));
        return ended.failures().isEmpty() ? ExitCode.DONE : ExitCode.NOT_DONE;
    }

    private void step(int number, String name) {
        program.terminal()
                .heading(TEXTS.get("tour.step", Map.of("number", Integer.toString(number), "title",
                        TEXTS.get("tour.title." + name))));
        program.terminal().say(TEXTS.get("tour.text." + name));
        program.terminal().say("");
    }
}
