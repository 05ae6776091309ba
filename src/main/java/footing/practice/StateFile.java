package footing.practice;

import footing.file.OutputFile;
import footing.practice.AccountJson.NotAnAccountException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The file that keeps a practice account between runs. It is written whole beside itself and then renamed, so that it
 * is never half written.
 */
final class StateFile {

    /** No practice account is anywhere near this; what is larger is something else. */
    private static final long LARGEST = 64L * 1024 * 1024;

    /** What tells one state of the file from the next: the rename gives it a new inode. */
    private record Stamp(FileTime modified, long size, Object key) {
    }

    private final Path file;
    private Optional<Stamp> seen = Optional.empty();
    private String id = UUID.randomUUID().toString();

    StateFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * @throws PracticeException where it cannot be read or is no practice account
     */
    PracticeAccount read() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new NotAnAccountException("it is not a practice account");
            }
            AccountJson.Kept kept = AccountJson.read(Files.readString(file));
            // One that has none, as a person may have written it, gets one when it is first changed.
            id = kept.id().orElse(id);
            seen = Optional.of(stamp());
            return kept.account();
        } catch (NotAnAccountException foreign) {
            throw problem("cannot be used: " + foreign.getMessage(), foreign);
        } catch (CharacterCodingException foreign) {
            throw problem("cannot be used: it is not text", foreign);
        } catch (IOException unreadable) {
            throw problem("cannot be read: " + reason(unreadable), unreadable);
        }
    }

    /**
     * @throws footing.file.FileException where it cannot be written
     * @throws PracticeException where somebody else has changed it since it was last seen here
     */
    void write(PracticeAccount account) {
        try {
            if (seen.isPresent() && !seen.get().equals(stamp())) {
                throw new PracticeException(
                        "The practice state file %s was changed by another program; start again to go on from there"
                                .formatted(file));
            }
            if (Files.exists(file) && isReadOnly()) {
                throw new PracticeException("The practice state file %s is read-only, so nothing was changed"
                        .formatted(file));
            }
            OutputFile.ownersOnly("practice state file", file).write(AccountJson.write(account, id));
            seen = Optional.of(stamp());
        } catch (IOException unwritable) {
            throw problem("cannot be written: " + reason(unwritable), unwritable);
        }
    }

    /** Tells the account from every other one, as long as the file is not begun anew. */
    String id() {
        return id;
    }

    /** By its own permissions: a file is replaced whole, for which those of its folder would do. */
    private boolean isReadOnly() throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return !Files.isWritable(file) || (posix && Collections.disjoint(Files.getPosixFilePermissions(file),
                Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE,
                        PosixFilePermission.OTHERS_WRITE)));
    }

    private Stamp stamp() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.lastModifiedTime(), attributes.size(),
                Optional.ofNullable(attributes.fileKey()).orElse(""));
    }

    private PracticeException problem(String what, IOException cause) {
        return new PracticeException("The practice state file %s %s".formatted(file, what), cause);
    }

    private static String reason(IOException exception) {
        return switch (exception) {
            case NoSuchFileException missing -> "there is no folder for it";
            case java.nio.file.AccessDeniedException denied -> "permission denied";
            case java.nio.file.FileSystemException named ->
                Optional.ofNullable(named.getReason()).orElse(named.getClass().getSimpleName());
            default -> exception.getClass().getSimpleName();
        };
    }
}
