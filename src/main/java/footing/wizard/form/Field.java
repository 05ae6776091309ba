package footing.wizard.form;

import footing.choices.Complaint;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * One value that a person gives. What is wrong with it is shown once they have left the field, or have asked to go on:
 * never while they are still writing it for the first time.
 */
public final class Field {

    private final String id;
    private final StringProperty value = new SimpleStringProperty(this, "value", "");
    private final BooleanProperty looked = new SimpleBooleanProperty(this, "looked");
    private final ReadOnlyObjectWrapper<Optional<Complaint>> complaint = new ReadOnlyObjectWrapper<>(this, "complaint",
            Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Complaint>> shown = new ReadOnlyObjectWrapper<>(this, "shown",
            Optional.empty());

    /** @param id the value's place in the choices file: {@code contacts.security.email} */
    Field(String id) {
        this.id = id;
        shown.bind(looked.flatMap((show) -> complaint.map((what) -> show ? what : Optional.<Complaint>empty())));
    }

    public String id() {
        return id;
    }

    public StringProperty value() {
        return value;
    }

    /** The value without the white space around it; empty where nothing is left. */
    public Optional<String> given() {
        return Optional.of(value.get().strip()).filter((text) -> !text.isEmpty());
    }

    /** The person has left the field. */
    public void leave() {
        looked.set(true);
    }

    /** What is wrong or odd, shown or not. */
    public Optional<Complaint> complaint() {
        return complaint.get();
    }

    /** What is wrong or odd, as far as it is to be shown. */
    public ReadOnlyObjectProperty<Optional<Complaint>> shown() {
        return shown.getReadOnlyProperty();
    }

    void complain(Optional<Complaint> what) {
        complaint.set(what);
    }
}
