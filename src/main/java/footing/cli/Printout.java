package footing.cli;

import footing.account.AccountState;
import footing.baseline.Finding;
import footing.checklist.Checklist;
import footing.checklist.ChecklistHtml;
import footing.checklist.ChecklistPdf;
import footing.file.OutputFile;
import footing.file.OutputFolder;
import footing.plan.Plan;
import footing.text.Texts;
import footing.text.Visible;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** The checklist as files in a folder. */
final class Printout {

    private static final Texts TEXTS = Texts.of("cli");

    enum Format {
        PDF,
        HTML;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Printout() {
    }

    static SequencedSet<Format> formats(List<String> words) {
        SequencedSet<Format> formats = new LinkedHashSet<>();
        for (String word : words) {
            formats.add(Arrays.stream(Format.values())
                    .filter((format) -> format.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> CommandException.wrongUse(TEXTS.get("options.format", Map.of("value",
                            Visible.line(word, 60), "allowed", Arrays.stream(Format.values())
                                    .map(Format::word)
                                    .collect(Collectors.joining(", ")))))));
        }
        return formats;
    }

    static Checklist checklist(Journey journey, AccountState account, List<Finding> findings,
            List<Checklist.Applied> applied, Plan left) {
        return journey.surroundings()
                .work()
                .checklist(journey.connection(), account, findings, journey.redirected(), applied, left.byHand());
    }

    /** @return the files, in the order of the formats */
    static List<Path> leave(Checklist checklist, Path folder, SequencedSet<Format> formats) {
        return formats.stream().map((format) -> {
            OutputFile file = new OutputFolder("--out", folder).file("checklist." + format.word());
            switch (format) {
                case PDF -> file.write((out) -> ChecklistPdf.write(checklist, out));
                case HTML -> file.write(ChecklistHtml.render(checklist));
            }
            return file.path();
        }).toList();
    }
}
