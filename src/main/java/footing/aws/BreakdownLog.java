package footing.aws;

import footing.file.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** The file that keeps what broke down: its owner's alone, without secrets, and never large. */
public record BreakdownLog(Path file) {

    /** From so many bytes on, the file makes way for a new one; the one before is kept beside it. */
    static final long LARGE = 512 * 1024;

    private static final String NAME = "footing.log";

    /** @param dataDir the user's folder for what Footing keeps; made where it is missing */
    public static BreakdownLog in(Path dataDir) {
        return new BreakdownLog(dataDir.resolve(NAME));
    }

    /** @throws IOException where the file cannot be written: then nobody has the stack trace */
    public void add(Breakdown breakdown, Instant at, String version) throws IOException {
        OwnerOnly.createDirectories(file.resolveSibling(""));
        if (Files.exists(file) && Files.size(file) > LARGE) {
            Files.move(file, file.resolveSibling(NAME + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(file)) {
            OwnerOnly.restrict(file);
        } else {
            OwnerOnly.createFile(file);
        }
        Files.writeString(file, at + " " + version + " " + breakdown.code() + "\n" + breakdown.details() + "\n\n",
                StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }
}
