package footing.cli;

import footing.text.Texts;
import footing.text.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Files that a command leaves: each is there whole or not at all. */
final class Written {

    private static final Texts TEXTS = Texts.of("cli");

    private Written() {
    }

    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    static Path path(String option, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw CommandException.wrongUse(TEXTS.get("file.invalid", Map.of("option", option, "file",
                    Visible.line(name, 200))), e);
        }
    }

    /** Sees to it, before anything else is done, that a file can be left there. */
    static void checkFile(String option, Path file) {
        Path folder = folder(file);
        if (!Files.isDirectory(folder)) {
            throw wrong("file.no-folder", option, folder);
        }
        if (!Files.isWritable(folder)) {
            throw wrong("file.not-writable", option, folder);
        }
        if (Files.isDirectory(file)) {
            throw wrong("file.is-folder", option, file);
        }
    }

    /** Sees to it, before anything else is done, that files can be left in a folder; it is made with the first. */
    static void checkFolder(String option, Path folder) {
        if (Files.exists(folder)) {
            if (!Files.isDirectory(folder)) {
                throw wrong("folder.is-file", option, folder);
            }
            if (!Files.isWritable(folder)) {
                throw wrong("file.not-writable", option, folder);
            }
            return;
        }
        Path above = folder(folder);
        if (!Files.isDirectory(above)) {
            throw wrong("folder.no-folder", option, above);
        }
        if (!Files.isWritable(above)) {
            throw wrong("file.not-writable", option, above);
        }
    }

    static void file(String option, Path file, String text) {
        file(option, file, (out) -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    static void file(String option, Path file, Content content) {
        try {
            Path whole = Files.createTempFile(folder(file), ".footing-", ".tmp");
            try {
                try (OutputStream out = Files.newOutputStream(whole)) {
                    content.write(out);
                }
                move(whole, file);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw CommandException.wrongUse(TEXTS.get("file.failed", Map.of("option", option, "file", file.toString(),
                    "message", Visible.line(String.valueOf(e.getMessage()), 300))), e);
        }
    }

    static void folder(String option, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw wrong("file.not-writable", option, folder);
        }
    }

    private static void move(Path whole, Path file) throws IOException {
        try {
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // A file system that knows no rename in one step: it is still written whole before it takes its name.
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path folder(Path file) {
        Path absolute = file.toAbsolutePath().getParent();
        return absolute == null ? file.toAbsolutePath() : absolute;
    }

    private static CommandException wrong(String key, String option, Path path) {
        return CommandException.wrongUse(TEXTS.get(key, Map.of("option", option, "file", path.toString())));
    }
}
