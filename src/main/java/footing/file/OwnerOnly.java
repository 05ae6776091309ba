package footing.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Files that their owner alone can read, on systems with permission bits and on those with access control lists. */
public final class OwnerOnly {

    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerOnly() {
    }

    public static void createDirectories(Path directory) throws IOException {
        Files.createDirectories(directory, permissions("rwx------"));
    }

    public static void createFile(Path file) throws IOException {
        Files.createFile(file, permissions("rw-------"));
        restrict(file);
    }

    /** For a file that is there already, and may have been made with less care. */
    public static void restrict(Path file) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return;
        }
        Optional<AclFileAttributeView> acl = Optional
                .ofNullable(Files.getFileAttributeView(file, AclFileAttributeView.class));
        if (acl.isPresent()) {
            acl.get()
                    .setAcl(List.of(AclEntry.newBuilder()
                            .setType(AclEntryType.ALLOW)
                            .setPrincipal(acl.get().getOwner())
                            .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                            .build()));
        }
    }

    /** Puts on the disk which files a folder holds; a system without permission bits does that by itself. */
    public static void force(Path directory) throws IOException {
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] permissions(String bits) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(bits))}
                : new FileAttribute<?>[0];
    }
}
