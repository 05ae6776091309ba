package footing.wizard;

import java.util.Optional;
import javafx.scene.Node;

/** What the frame asks of a page's controller. */
public interface PageController {

    PageModel model();

    /** The page is shown (again), with its model as it is now. */
    default void shown() {
    }

    /** Where the focus goes when the page opens, once there is something to go to. */
    Optional<Node> first();

    /** The page's search field. */
    default Optional<Node> search() {
        return Optional.empty();
    }

    /** Prints what the page shows, where that is something to print. */
    default boolean print() {
        return false;
    }

    /** Closes what opened last. */
    default boolean escape() {
        return false;
    }

    /** Explains what has the focus. */
    default boolean explain() {
        return false;
    }
}
