package footing.wizard.finish;

import footing.wizard.Failure;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A word that somebody is writing, and has not given yet. It outlives the fields that show it, which are made anew
 * whenever something else on the page changes.
 *
 * @param keeping whether it was given, and is being kept
 * @param failure why it could not be kept
 */
record WordDraft(StringProperty by, StringProperty statement, StringProperty reference, BooleanProperty keeping,
        ObjectProperty<Optional<Failure>> failure) {

    WordDraft() {
        this(new SimpleStringProperty(""), new SimpleStringProperty(""), new SimpleStringProperty(""),
                new SimpleBooleanProperty(), new SimpleObjectProperty<>(Optional.empty()));
    }
}
