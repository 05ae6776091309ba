package footing.work;

import footing.aws.Explained;
import footing.aws.Told;
import footing.file.FileException;
import footing.text.Texts;
import footing.text.Visible;
import java.util.Optional;

/** What went wrong, as people read it: one sentence, bounded, without secrets. */
public final class Trouble {

    private static final int LONGEST = 600;

    private Trouble() {
    }

    public static String words(Throwable problem) {
        return Visible.line(switch (problem) {
            case Explained told -> Texts.of("signin").get(told.key(), told.values());
            case FileException file -> Texts.of("file").get(file.key(), file.values());
            default -> Told.of(Optional.ofNullable(problem.getMessage())
                    .filter((message) -> !message.isBlank())
                    .orElseGet(() -> problem.getClass().getSimpleName()));
        }, LONGEST);
    }
}
