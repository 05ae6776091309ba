package footing.wizard;

import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** What the frame asks of a page. A page knows the session, and none of the other pages. */
public interface PageModel {

    /** The key of the text that explains the page. */
    String help();

    /** The page is about to be shown. */
    void enter();

    /** What the page's one button does, in words. */
    ObservableValue<String> primary();

    /** What has to be done before it does it. */
    ObservableValue<Optional<Missing>> missing();

    /** Whether its button changes the account: then it is pressed for itself, never by a key meant for the page. */
    default boolean changesTheAccount() {
        return false;
    }

    /** Whether the page is at work, so that the button has to wait. */
    ObservableValue<Boolean> busy();

    /** The button was pressed: does its work and goes on, or shows what is missing. */
    void proceed();
}
