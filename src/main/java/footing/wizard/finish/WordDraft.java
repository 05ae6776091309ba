package footing.wizard.finish;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A word that somebody is writing, and has not given yet. It outlives the fields that show it, which are made anew
 * whenever something else on the page changes.
 */
record WordDraft(StringProperty by, StringProperty statement, StringProperty reference) {

    WordDraft() {
        this(new SimpleStringProperty(""), new SimpleStringProperty(""), new SimpleStringProperty(""));
    }
}
