package footing.cli;

import footing.account.AccountState;
import footing.baseline.Finding;
import footing.choices.Choices;
import footing.choices.Conventions;
import footing.file.OutputFile;
import footing.file.OutputFolder;
import footing.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The printout that an auditor keeps. */
@Command(name = "checklist")
final class ChecklistCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of("cli");

    private final Program program;

    @Option(names = "--out", required = true, paramLabel = "DIR") private @Nullable String out;

    @Option(names = "--format", split = ",", paramLabel = "FORMAT") private @Nullable List<String> format;

    @Option(names = "--choices", paramLabel = "FILE") private @Nullable String choices;

    ChecklistCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        SequencedSet<Printout.Format> formats = Printout
                .formats(Optional.ofNullable(format).orElse(List.of("pdf", "html")));
        Path folder = OutputFile.path("--out", Optional.ofNullable(out).orElseThrow());
        new OutputFolder("--out", folder).check();
        Optional<Choices> decided = Optional.ofNullable(choices)
                .map((file) -> ChoicesInput.read(file, program));
        try (Journey journey = program.journey(decided)) {
            AccountState account = journey.survey();
            journey.sayWhose(account);
            Choices used = decided.orElseGet(() -> Conventions.choices(account));
            List<Finding> findings = journey.judge(account, used);
            Printout.leave(Printout.checklist(journey, account,
                    journey.withBeyond(findings, account, used.attestations()), List.of(),
                    journey.plan(account, used)), folder, formats)
                    .forEach((file) -> program.terminal()
                            .say(TEXTS.get("file.written", Map.of("file", file.toString()))));
            return Journey.exitCode(findings);
        }
    }
}
