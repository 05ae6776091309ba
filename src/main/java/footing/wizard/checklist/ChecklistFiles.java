package footing.wizard.checklist;

import footing.checklist.Checklist;
import footing.checklist.ChecklistHtml;
import footing.checklist.ChecklistPdf;
import footing.file.OutputFile;
import footing.file.OutputFolder;
import footing.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes the printout as PDF and HTML. */
final class ChecklistFiles {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ChecklistFiles() {
    }

    /**
     * @throws footing.file.FileException where they cannot be written there
     * @return the files, in the order in which people read of them
     */
    static List<Path> write(Checklist checklist, OutputFolder folder) {
        String name = "footing-checklist-" + checklist.about().account() + "-"
                + DAY_AND_TIME.format(checklist.about().at());
        OutputFile pdf = folder.file(name + ".pdf");
        pdf.write((out) -> ChecklistPdf.write(checklist, out));
        OutputFile html = folder.file(name + ".html");
        html.write(ChecklistHtml.render(checklist));
        return List.of(pdf.path(), html.path());
    }

    /** The PDF alone, for its owner alone, in the place of the one that was printed last. */
    static Path forPrinting(Checklist checklist, Path dataDir) throws IOException {
        Path folder = dataDir.resolve("print");
        OwnerOnly.createDirectories(folder);
        OutputFile pdf = OutputFile.ownersOnly("checklist", folder.resolve("checklist.pdf"));
        pdf.write((out) -> ChecklistPdf.write(checklist, out));
        return pdf.path();
    }
}
