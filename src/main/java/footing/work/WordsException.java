package footing.work;

import footing.aws.Explained;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The words that are kept for an account cannot be read, or none can be added. */
public final class WordsException extends RuntimeException implements Explained {

    private final String key;
    private final transient Map<String, String> values;

    private WordsException(String key, Map<String, String> values, Exception cause) {
        super(key, cause);
        this.key = key;
        this.values = Map.copyOf(values);
    }

    static WordsException unreadable(Path file, Exception cause) {
        return new WordsException("words-unreadable", Map.of("file", file.toString(), "message", reason(cause)),
                cause);
    }

    /** @param line counted from 1 */
    static WordsException damaged(Path file, int line, Exception cause) {
        return new WordsException("words-damaged", Map.of("file", file.toString(), "line", Integer.toString(line)),
                cause);
    }

    static WordsException notKept(Path file, Exception cause) {
        return new WordsException("words-not-kept", Map.of("file", file.toString(), "message", reason(cause)), cause);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Map<String, String> values() {
        return values;
    }

    /** What the system said, without the file's name, which is told already. */
    private static String reason(Exception problem) {
        return Optional.of(problem)
                .filter(FileSystemException.class::isInstance)
                .flatMap((named) -> Optional.ofNullable(((FileSystemException) named).getReason()))
                .or(() -> Optional.ofNullable(problem.getMessage()).filter((said) -> !said.contains("/")))
                .orElseGet(() -> problem.getClass().getSimpleName());
    }
}
