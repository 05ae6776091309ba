package footing.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that somebody wants written. It is there whole or not at all: what is in it before stays until the new content
 * is complete. A link stays a link, and what it leads to is written. What is neither a file nor a folder (a pipe, a
 * device) is written into and never replaced. A file that exists keeps its permissions.
 *
 * @param field the option or the field that names it, for people
 * @param path where it is
 * @param access who may read it, where it is made anew
 */
public record OutputFile(String field, Path path, Access access) {

    /** Names of what is open already: what comes is added to it. */
    private static final Pattern OPEN = Pattern.compile("/proc/.*|/dev/fd/.*|/dev/std(in|out|err)");
    private static final int MOST_LINKS = 40;

    /** Who may read a file that did not exist before. */
    public enum Access {
        /** Whoever the system lets. */
        USUAL,
        /** Its owner alone: choices, journals, state. */
        OWNER
    }

    /** What goes into a file. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    public static OutputFile of(String field, Path path) {
        return new OutputFile(field, path, Access.USUAL);
    }

    public static OutputFile ownersOnly(String field, Path path) {
        return new OutputFile(field, path, Access.OWNER);
    }

    /**
     * @throws FileException where no file can have this name
     */
    public static Path path(String field, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new FileException("invalid", Map.of("field", field, "file", name), e);
        }
    }

    /**
     * Sees to it, before anything else is done, that it can be written. Nothing is touched.
     *
     * @throws FileException where it cannot
     */
    public void check() {
        try {
            target();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * @throws FileException where it cannot be written; then what was there before is as it was
     */
    public void write(String text) {
        write((out) -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * @throws FileException where it cannot be written; then what was there before is as it was
     */
    public void write(Content content) {
        try {
            Path target = target();
            if (isSpecial(target)) {
                writeInto(target, content);
            } else {
                Replacement.of(target, access).write(content);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private FileException failed(IOException e) {
        return new FileException("failed", Map.of("field", field, "file", path.toString(), "message", reason(e)), e);
    }

    /** What is really written: the file at the end of all links, which has a folder to stand in. */
    private Path target() throws IOException {
        if (isSpecial(path)) {
            // Not where its links lead: those of /proc lead to names that are no files.
            return writable(path);
        }
        Path target = followed();
        Path folder = OutputFolder.above(target);
        if (Files.isDirectory(target)) {
            throw new FileException("is-folder", field, path);
        }
        if (!Files.isDirectory(folder)) {
            throw new FileException("no-folder", field, folder);
        }
        if (Files.exists(target)) {
            writable(target);
        }
        if (!Files.isWritable(folder)) {
            throw new FileException("not-writable", field, folder);
        }
        return target;
    }

    private Path writable(Path target) throws IOException {
        if (!Files.isWritable(target) || Permissions.of(target).areReadOnly()) {
            throw new FileException("read-only", field, path);
        }
        return target;
    }

    /** The end of the links, whether there is anything or not. */
    private Path followed() throws IOException {
        Path at = path;
        for (int links = 0; links < MOST_LINKS; links++) {
            if (!Files.isSymbolicLink(at)) {
                return at;
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        throw new FileException("links", field, path);
    }

    /** A pipe or a device, or what this or another program has open: whatever that is, nothing takes its place. */
    private static boolean isSpecial(Path file) throws IOException {
        return Files.exists(file) && !Files.isDirectory(file)
                && (!Files.isRegularFile(file) || isOpenElsewhere(file));
    }

    private static boolean isOpenElsewhere(Path file) throws IOException {
        Path at = file;
        for (int links = 0; links < MOST_LINKS; links++) {
            Path absolute = at.toAbsolutePath().normalize();
            if (OPEN.matcher(absolute.toString()).matches()) {
                return true;
            }
            if (!Files.isSymbolicLink(at)) {
                return false;
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return false;
    }

    /** All at once, so that whoever reads at the other end gets nothing of a content that could not be made. */
    private static void writeInto(Path special, Content content) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        content.write(whole);
        try (
                OutputStream out = Files.newOutputStream(special, StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND)) {
            whole.writeTo(out);
        }
    }

    private static String reason(IOException problem) {
        return Optional.of(problem)
                .filter(FileSystemException.class::isInstance)
                .flatMap((named) -> Optional.ofNullable(((FileSystemException) named).getReason()))
                .or(() -> Optional.ofNullable(problem.getMessage()))
                .orElse(problem.getClass().getSimpleName());
    }
}
