package footing.aws.apply;

import footing.plan.Value;
import java.util.Optional;

/** What a run is for, as its journal tells it, so that a run that died can be gone on with. */
public sealed interface Intent {

    /**
     * To carry out what was decided.
     *
     * @param choices the text of the choices file, which says all of it; empty where the run does not tell
     */
    record Carry(Optional<String> choices) implements Intent {
    }

    /** To take back what earlier runs did. */
    record TakeBack() implements Intent {
    }

    /** As a line of the journal holds it; {@link #read} is the way back. */
    static Value show(Intent intent) {
        return switch (intent) {
            case Carry(Optional<String> choices) -> choices
                    .<Value>map((text) -> Value.fields("intent", Value.text("apply")).with("choices", Value.text(text)))
                    .orElseGet(() -> Value.fields("intent", Value.text("apply")));
            case TakeBack() -> Value.fields("intent", Value.text("undo"));
        };
    }

    /** What a run that began was for; one that does not say so is taken for one that applied something. */
    static Intent read(JournalEntry began) {
        if (began.after() instanceof Value.Fields(var fields)) {
            if (Value.text("undo").equals(fields.get("intent"))) {
                return new TakeBack();
            }
            if (fields.get("choices") instanceof Value.Text(String choices)) {
                return new Carry(Optional.of(choices));
            }
        }
        return new Carry(Optional.empty());
    }
}
