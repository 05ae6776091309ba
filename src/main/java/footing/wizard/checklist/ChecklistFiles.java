package footing.wizard.checklist;

import footing.checklist.Checklist;
import footing.checklist.ChecklistHtml;
import footing.checklist.ChecklistPdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes the printout as PDF and HTML. Each file is there whole or not at all. */
final class ChecklistFiles {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ChecklistFiles() {
    }

    /**
     * @param folder made where it is not there
     * @return the files, in the order in which people read of them
     */
    static List<Path> write(Checklist checklist, Path folder) throws IOException {
        String name = "footing-checklist-" + checklist.about().account() + "-"
                + DAY_AND_TIME.format(checklist.about().at());
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        ChecklistPdf.write(checklist, pdf);
        Files.createDirectories(folder);
        return List.of(write(folder.resolve(name + ".pdf"), pdf.toByteArray()),
                write(folder.resolve(name + ".html"),
                        ChecklistHtml.render(checklist).getBytes(StandardCharsets.UTF_8)));
    }

    private static Path write(Path file, byte[] content) throws IOException {
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "footing", ".tmp");
        try {
            Files.write(beside, content);
            return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
