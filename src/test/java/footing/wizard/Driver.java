package footing.wizard;

import footing.practice.Practice;
import footing.practice.PracticeOptions;
import footing.text.Texts;
import footing.wizard.control.Scrolling;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;

/** A window on the practice account that is worked by keyboard alone, as somebody without a mouse would. */
final class Driver implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:15:00Z"), ZoneOffset.UTC);
    private static final Browser NONE = (address) -> {
    };
    /** More than there are controls on any page. */
    private static final int MOST_TABS = 400;

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final BaseRobot robot = new FxRobot().robotContext().getBaseRobot();
    private final WizardWindow window;
    private final Stage stage;

    private Driver(WizardServices services, AccountWork work, Browser browser) {
        Fx.start();
        window = Fx.get(() -> new WizardWindow(services, work, workers, Platform::runLater, browser));
        stage = Fx.get(() -> {
            Theme.apply(window.scene(), ColorScheme.LIGHT);
            Stage shown = new Stage();
            shown.setScene(window.scene());
            // The headless screen is a thousand pixels high; what stands at its corner may be as wide as it likes.
            shown.setX(0);
            shown.setY(0);
            shown.setWidth(WindowPlace.SMALLEST_WIDTH);
            shown.setHeight(WindowPlace.SMALLEST_HEIGHT);
            shown.setOnCloseRequest((event) -> {
                if (!window.mayClose()) {
                    event.consume();
                }
            });
            shown.show();
            shown.requestFocus();
            return shown;
        });
        settle();
    }

    /** The program as it is, but for the time. */
    static Driver practice(Path dataDir, SignInOption... more) {
        return browsing(NONE, dataDir, more);
    }

    /** The same with a browser. */
    static Driver browsing(Browser browser, Path dataDir, SignInOption... more) {
        WizardServices services = new WizardServices(
                () -> Stream.concat(options().stream(), Stream.of(more)).toList(), CLOCK, dataDir, "0.1.0",
                Optional.empty());
        return new Driver(services, new AwsAccountWork(services.work()), browser);
    }

    static Driver with(AccountWork work, List<SignInOption> options, Path dataDir) {
        return redirected(work, options, dataDir, Optional.empty());
    }

    /** @param endpoint where calls would go instead of to AWS */
    static Driver redirected(AccountWork work, List<SignInOption> options, Path dataDir, Optional<String> endpoint) {
        return new Driver(new WizardServices(() -> options, CLOCK, dataDir, "0.1.0", endpoint), work, NONE);
    }

    private static List<SignInOption> options() {
        return Practice.scenarios()
                .stream()
                .map((scenario) -> new SignInOption(SignInOption.Kind.PRACTICE, scenario,
                        Texts.of("cli").get("way.practice." + scenario),
                        List.of(),
                        () -> Practice.open(
                                new PracticeOptions(scenario, true, Optional.empty(), Duration.ZERO, CLOCK,
                                        footing.practice.fault.Faults.NONE))))
                .toList();
    }

    Stage stage() {
        return stage;
    }

    Session session() {
        return Fx.get(window::session);
    }

    /** Waits until nothing runs and everything that came of it is drawn. */
    void settle() {
        Fx.waitFor("nothing runs any more", window::isIdle);
        Fx.run(() -> stage.getScene().getRoot().layout());
    }

    void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.pressKeyboard(key);
        }
        for (KeyCode key : List.of(keys).reversed()) {
            robot.releaseKeyboard(key);
        }
        Fx.run(() -> {
        });
    }

    /** Holds a key down for so long that the keyboard repeats it. */
    void hold(KeyCode key, int times) {
        for (int time = 0; time < times; time++) {
            robot.pressKeyboard(key);
            settle();
        }
        robot.releaseKeyboard(key);
        settle();
    }

    /** Goes from control to control until one of this id has the focus. */
    void tabTo(String id) {
        tabTo("one with the id " + id, (node) -> id.equals(node.getId()));
    }

    void tabTo(String what, Predicate<Node> wanted) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if (focused().filter(wanted).isPresent()) {
                return;
            }
            press(KeyCode.TAB);
        }
        throw new AssertionError("no Tab leads to " + what + " on the page " + session().at() + "; the focus is on "
                + focused());
    }

    void write(String id, String text) {
        tabTo(id);
        press(KeyCode.CONTROL, KeyCode.A);
        text.chars()
                .forEach((character) -> robot.typeKeyboard(stage.getScene(), KeyCode.UNDEFINED,
                        Character.toString(character)));
        Fx.run(() -> {
        });
    }

    /** Presses the page's own button by its key, and waits for what comes of it. */
    void next(Step expected) {
        Step before = session().at();
        press(KeyCode.ALT, KeyCode.RIGHT);
        settle();
        if (session().at() != expected) {
            throw new AssertionError("from " + before + " the way leads to " + session().at() + ", not to " + expected
                    + "; missing: " + text("missing"));
        }
    }

    Optional<Node> focused() {
        return Fx.get(() -> Optional.ofNullable(stage.getScene().getFocusOwner()));
    }

    Optional<Node> find(String id) {
        return Fx.get(() -> Scrolling.find(stage.getScene().getRoot(), id));
    }

    /** Whether a control shows something of this style class; on the JavaFX thread. */
    boolean isShown(String id, String styleClass) {
        return Scrolling.find(stage.getScene().getRoot(), id)
                .filter((node) -> node.lookup("." + styleClass) instanceof Labeled)
                .isPresent();
    }

    /** The controls that can have the focus and that assistive technology would have no name for. */
    List<String> nameless() {
        return Fx.get(() -> nameless(stage.getScene().getRoot()).toList());
    }

    private static Stream<String> nameless(Node node) {
        if (!node.isVisible()) {
            return Stream.of();
        }
        Stream<String> inside = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Driver::nameless)
                : Stream.of();
        return node.isFocusTraversable() && name(node).isBlank()
                ? Stream.concat(Stream.of(node.toString()), inside)
                : inside;
    }

    private static String name(Node node) {
        String own = Optional.ofNullable(node.getAccessibleText()).orElse("");
        // The cells and buttons inside a control are named by the control.
        boolean part = node.getStyleClass().contains("list-cell") || node.getStyleClass().contains("arrow-button");
        return node instanceof Labeled labeled && own.isBlank()
                ? Optional.ofNullable(labeled.getText()).orElse("")
                : part ? "a part" : own;
    }

    String text(String id) {
        return Fx.get(() -> Scrolling.find(stage.getScene().getRoot(), id)
                .filter(Labeled.class::isInstance)
                .map((node) -> ((Labeled) node).getText())
                .orElse(""));
    }

    @Override
    public void close() {
        Fx.run(stage::close);
        workers.shutdownNow();
    }
}
