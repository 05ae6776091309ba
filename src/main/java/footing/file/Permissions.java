package footing.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** The permission bits of a file that exists; none where the file system knows no such bits. */
record Permissions(Optional<Set<PosixFilePermission>> bits) {

    private static final Set<PosixFilePermission> WRITE = Set.of(PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    static Permissions of(Path file) throws IOException {
        Optional<PosixFileAttributeView> view = view(file);
        return new Permissions(
                view.isPresent() ? Optional.of(view.get().readAttributes().permissions()) : Optional.empty());
    }

    /** Nobody is to write to it; the administrator, who could, is held to that too. */
    boolean areReadOnly() {
        return bits.filter((set) -> set.stream().noneMatch(WRITE::contains)).isPresent();
    }

    void give(Path file) throws IOException {
        Optional<PosixFileAttributeView> view = view(file);
        if (view.isPresent() && bits.isPresent()) {
            view.get().setPermissions(bits.get());
        }
    }

    private static Optional<PosixFileAttributeView> view(Path file) {
        return Optional.ofNullable(Files.getFileAttributeView(file, PosixFileAttributeView.class));
    }
}
