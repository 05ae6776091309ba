package footing.aws.apply;

import footing.aws.Explained;
import java.nio.file.Path;
import java.util.Map;

/** Another run of this machine is writing to the account, and two at once would undo each other's work. */
public final class AnotherRunException extends RuntimeException implements Explained {

    private final transient Path journal;

    AnotherRunException(Path journal) {
        super("Another Footing is changing this account just now; its journal is " + journal);
        this.journal = journal;
    }

    /** The journal that the other run writes. */
    public Path journal() {
        return journal;
    }

    @Override
    public String key() {
        return "another-run";
    }

    @Override
    public Map<String, String> values() {
        return Map.of("journal", journal.toString());
    }
}
