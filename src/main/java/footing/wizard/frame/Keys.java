package footing.wizard.frame;

import footing.wizard.PageController;
import footing.wizard.control.Scrolling;
import footing.wizard.control.TextScale;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Window;

/** The keys that work on every page. */
final class Keys {

    private final Runnable back;
    private final Runnable proceed;
    private final Supplier<Optional<PageController>> page;
    private final Help help;
    /** The keys that are down, each with what it meant when it went down: held, it means that once. */
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);

    Keys(Runnable back, Runnable proceed, Supplier<Optional<PageController>> page, Help help) {
        this.back = back;
        this.proceed = proceed;
        this.page = page;
        this.help = help;
    }

    /** To the scene, whatever it is: where the focus is nowhere, as when its field is gone, keys go to the scene alone. */
    void listenTo(BorderPane frame) {
        frame.sceneProperty().subscribe((scene) -> Optional.ofNullable(scene).ifPresent((there) -> {
            there.addEventFilter(KeyEvent.KEY_PRESSED, (event) -> {
                if (isRepeated(event) || handle(frame, event)) {
                    event.consume();
                }
            });
            there.addEventFilter(KeyEvent.KEY_RELEASED, (event) -> held.remove(event.getCode()));
        }));
        // What is let go of elsewhere is never told here.
        frame.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .subscribe((focused) -> held.clear());
    }

    /** A key that is held down goes through one page at the most: nobody has read the next one yet. */
    private boolean isRepeated(KeyEvent event) {
        boolean leads = event.getCode() == KeyCode.ENTER
                || (event.isAltDown() && (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT));
        return leads && !held.add(event.getCode());
    }

    private boolean handle(BorderPane frame, KeyEvent event) {
        if (event.isAltDown()) {
            return alt(event.getCode());
        }
        if (event.isShortcutDown()) {
            return shortcut(frame, event);
        }
        return switch (event.getCode()) {
            case F1 -> {
                explain();
                yield true;
            }
            case ESCAPE -> help.close() || page.get().map(PageController::escape).orElse(false);
            case ENTER -> enter(Optional.ofNullable(frame.getScene().getFocusOwner()));
            default -> false;
        };
    }

    private boolean alt(KeyCode code) {
        if (code == KeyCode.LEFT) {
            back.run();
        } else if (code == KeyCode.RIGHT) {
            proceed.run();
        }
        return code == KeyCode.LEFT || code == KeyCode.RIGHT;
    }

    private boolean shortcut(BorderPane frame, KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.F) {
            Optional<Node> search = page.get().flatMap(PageController::search);
            search.ifPresent(Scrolling::focus);
            return search.isPresent();
        }
        if (code == KeyCode.P) {
            return page.get().map(PageController::print).orElse(false);
        }
        return TextScale.of(frame.getScene()).handle(code);
    }

    private void explain() {
        if (!page.get().map(PageController::explain).orElse(false)) {
            page.get().ifPresent(help::toggle);
        }
    }

    /**
     * A button or a link that has the focus is what Enter presses, and what opens takes Enter itself. From anywhere else
     * it is the page's own button, unless that changes an account: that one is pressed by who has gone to it.
     */
    private boolean enter(Optional<Node> focused) {
        boolean itself = focused.filter((node) -> node.getStyleClass().contains("opens")
                || (node instanceof ComboBoxBase<?> list && list.isShowing())).isPresent();
        if (!itself) {
            focused.filter((node) -> node instanceof Button || node instanceof Hyperlink)
                    .map(ButtonBase.class::cast)
                    .ifPresentOrElse(ButtonBase::fire, this::proceedByEnter);
        }
        return !itself;
    }

    private void proceedByEnter() {
        if (page.get().filter((shown) -> shown.model().changesTheAccount()).isEmpty()) {
            proceed.run();
        }
    }
}
