package footing.wizard.control;

import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Brings what gets the focus into view. */
public final class Scrolling {

    private static final double MARGIN = 48;

    private Scrolling() {
    }

    /** The node of this id; ids may hold dots, which a selector could not. */
    public static Optional<Node> find(Node root, String id) {
        if (id.equals(root.getId())) {
            return Optional.of(root);
        }
        return root instanceof Parent parent
                ? parent.getChildrenUnmodifiable()
                        .stream()
                        .filter(Node::isVisible)
                        .flatMap((child) -> find(child, id).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Whether a node stands somewhere inside another, and is seen. */
    public static boolean isInside(Node node, Parent outer) {
        for (Optional<Parent> parent = above(node); parent.isPresent(); parent = above(parent.get())) {
            if (!parent.get().isVisible()) {
                return false;
            }
            if (parent.get() == outer) {
                return true;
            }
        }
        return false;
    }

    /** Gives it the focus and, once it is laid out, scrolls to it. */
    public static void focus(Node node) {
        node.requestFocus();
        Platform.runLater(() -> reveal(node));
    }

    /** Scrolls, once they are laid out, to each of these; the last one is in view in any case. */
    public static void revealLater(Node... nodes) {
        Platform.runLater(() -> {
            for (Node node : nodes) {
                reveal(node);
            }
        });
    }

    public static void reveal(Node node) {
        for (Optional<Parent> parent = above(node); parent.isPresent(); parent = above(parent.get())) {
            if (parent.get() instanceof ScrollPane pane && pane.getContent() != null) {
                reveal(node, pane);
            }
        }
    }

    private static Optional<Parent> above(Node node) {
        return Optional.ofNullable(node.getParent());
    }

    private static void reveal(Node node, ScrollPane pane) {
        Node content = pane.getContent();
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double view = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - view;
        if (hidden <= 0) {
            return;
        }
        double top = pane.getVvalue() * hidden;
        if (place.getMinY() - MARGIN < top) {
            pane.setVvalue(Math.clamp((place.getMinY() - MARGIN) / hidden, 0, 1));
        } else if (place.getMaxY() + MARGIN > top + view) {
            pane.setVvalue(Math.clamp((place.getMaxY() + MARGIN - view) / hidden, 0, 1));
        }
    }
}
