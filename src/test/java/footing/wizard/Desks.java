package footing.wizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleObjectProperty;

/** A desk whose work is done at once, on the thread that asks for it: models need no window. */
public final class Desks {

    private Desks() {
    }

    public static Desk atOnce(AccountWork work, List<SignInOption> options) {
        return desk(work, options, Runnable::run);
    }

    /** @param workers where what takes time is done */
    public static Desk desk(AccountWork work, List<SignInOption> options, Executor workers) {
        return desk(work, options, workers, Path.of("target"));
    }

    /** @param dataDir what is kept, is kept here */
    public static Desk desk(AccountWork work, List<SignInOption> options, Executor workers, Path dataDir) {
        return new Desk(new SimpleObjectProperty<>(Session.start()), new Background(workers, Runnable::run), work,
                new WizardServices(() -> options, Driver.CLOCK, dataDir, "0.1.0", Optional.empty()),
                (link) -> {
                });
    }
}
