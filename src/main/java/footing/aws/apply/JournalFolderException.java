package footing.aws.apply;

import java.nio.file.Path;

/** No journal can be kept, and nothing is written to AWS without one. */
public final class JournalFolderException extends RuntimeException {

    private final transient Path folder;

    JournalFolderException(Path folder, Exception cause) {
        super("No journal can be written in " + folder + ": " + cause.getMessage(), cause);
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }
}
