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

    String INTENT = "intent";
    String CHOICES = "choices";
    String APPLY = "apply";
    String UNDO = "undo";

    /** As a line of the journal holds it; {@link #read} is the way back. */
    static Value show(Intent intent) {
        return switch (intent) {
            case Carry(Optional<String> choices) -> {
                Value.Fields carry = Value.fields(INTENT, Value.text(APPLY));
                yield choices.map((text) -> carry.with(CHOICES, Value.text(text))).orElse(carry);
            }
            case TakeBack() -> Value.fields(INTENT, Value.text(UNDO));
        };
    }

    /** What a run that began was for; one that does not say so is taken for one that applied something. */
    static Intent read(JournalEntry began) {
        if (began.after() instanceof Value.Fields(var fields)) {
            if (Value.text(UNDO).equals(fields.get(INTENT))) {
                return new TakeBack();
            }
            if (fields.get(CHOICES) instanceof Value.Text(String choices)) {
                return new Carry(Optional.of(choices));
            }
        }
        return new Carry(Optional.empty());
    }
}
