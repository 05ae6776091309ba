package footing.aws.apply;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
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
final class OwnerOnly {

    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerOnly() {
    }

    static void createDirectories(Path directory) throws IOException {
        Files.createDirectories(directory, permissions("rwx------"));
    }

    static void createFile(Path file) throws IOException {
        Files.createFile(file, permissions("rw-------"));
        Optional<AclFileAttributeView> acl = Optional
                .ofNullable(Files.getFileAttributeView(file, AclFileAttributeView.class));
        if (!POSIX && acl.isPresent()) {
            acl.get()
                    .setAcl(List.of(AclEntry.newBuilder()
                            .setType(AclEntryType.ALLOW)
                            .setPrincipal(acl.get().getOwner())
                            .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                            .build()));
        }
    }

    private static FileAttribute<?>[] permissions(String bits) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(bits))}
                : new FileAttribute<?>[0];
    }
}
