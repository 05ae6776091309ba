package footing.cli;

import footing.account.AccountState;
import footing.baseline.Finding;
import footing.baseline.Status;
import footing.choices.Attestation;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.file.OutputFile;
import footing.text.StatusLook;
import footing.text.Texts;
import footing.text.Visible;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Findings, as a table. */
@Command(name = "survey")
final class SurveyCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of("cli");

    private final Program program;

    @Option(names = "--json", paramLabel = "FILE") private @Nullable String json;

    @Option(names = "--timings") private boolean timings;

    @Option(names = "--fail-on", paramLabel = "STATUS", split = ",") private @Nullable List<String> failOn;

    @Option(names = "--beyond") private boolean beyond;

    @Option(names = "--choices", paramLabel = "FILE") private @Nullable String choices;

    SurveyCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Set<Status> failing = failing();
        Optional<OutputFile> file = Optional.ofNullable(json)
                .map((name) -> OutputFile.of("--json", OutputFile.path("--json", name)));
        file.ifPresent(OutputFile::check);
        Optional<Choices> decided = Optional.ofNullable(choices).map((name) -> ChoicesInput.read(name, program));
        Map<ItemId, Attestation> words = decided.map(Choices::attestations).orElseGet(Map::of);
        try (Journey journey = program.journey(decided, further(decided))) {
            AccountState account = journey.survey();
            List<Finding> findings = decided.map((all) -> journey.judge(account, all))
                    .orElseGet(() -> journey.judge(account, words));
            journey.sayWhose(account);
            new FindingTable(program.terminal()).print(journey.withBeyond(findings, account, words));
            StackNotes.print(program.terminal(), account);
            sayWanted(journey.withBeyond(findings, account, words));
            file.ifPresent((out) -> {
                out.write(SurveyJson.write(account, findings));
                program.terminal().note(TEXTS.get("file.written", Map.of("file", out.path().toString())));
            });
            if (timings) {
                TimingsTable.print(program.terminal(), account.regions().size(), journey.timings());
            }
            return findings.stream().anyMatch((finding) -> failing.contains(finding.status()))
                    ? ExitCode.NOT_MET
                    : Journey.exitCode(findings);
        }
    }

    /** The table has titles; whoever gives their word needs the ids. */
    private void sayWanted(List<Finding> findings) {
        List<String> wanted = findings.stream()
                .filter((finding) -> finding.status() == Status.NEEDS_ATTESTATION)
                .map((finding) -> finding.item().id().id())
                .toList();
        if (!wanted.isEmpty()) {
            program.terminal().say("");
            program.terminal()
                    .say(TEXTS.get("attest.wanted", Map.of("items", String.join(", ", wanted), "account",
                            program.account().typed())));
        }
    }

    private Set<ItemId> further(Optional<Choices> decided) {
        return beyond ? Set.copyOf(ItemId.BEYOND) : decided.map((all) -> all.beyond().on()).orElseGet(Set::of);
    }

    private Set<Status> failing() {
        Set<Status> failing = EnumSet.noneOf(Status.class);
        for (String word : Optional.ofNullable(failOn).orElse(List.of())) {
            failing.add(Arrays.stream(Status.values())
                    .filter((status) -> word(status).equals(word.strip().toLowerCase(Locale.ROOT).replace('_', '-')))
                    .findFirst()
                    .orElseThrow(() -> CommandException.wrongUse(TEXTS.get("options.fail-on", Map.of("value",
                            Visible.line(word, 60), "allowed", Arrays.stream(Status.values())
                                    .map(SurveyCommand::word)
                                    .collect(Collectors.joining(", ")))))));
        }
        return failing;
    }

    private static String word(Status status) {
        return StatusLook.of(status).wordKey().substring("status.".length());
    }
}
