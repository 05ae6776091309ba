package footing.file;

import footing.file.OutputFile.Access;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/** A file that is written beside another one and then takes its name, which it may be the first to have. */
record Replacement(Path beside, Path target, Access access, Optional<Permissions> former) {

    static Replacement of(Path target, Access access) throws IOException {
        // Not a temporary file of Java's: that one is for its owner alone, whoever may read the file that it becomes.
        Path beside = OutputFolder.above(target).resolve(".footing-" + UUID.randomUUID() + ".tmp");
        return new Replacement(beside, target, access,
                Files.exists(target) ? Optional.of(Permissions.of(target)) : Optional.empty());
    }

    void write(OutputFile.Content content) throws IOException {
        create();
        try {
            try (OutputStream out = Files.newOutputStream(beside)) {
                content.write(out);
            }
            if (former.isPresent()) {
                former.get().give(beside);
            }
            move();
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** What is private is so from its first byte on, also while it has no name of its own yet. */
    private void create() throws IOException {
        if (access == Access.OWNER || former.flatMap(Permissions::bits).isPresent()) {
            OwnerOnly.createFile(beside);
        } else {
            Files.createFile(beside);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // A file system that knows no rename in one step: it is still written whole before it takes its name.
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
