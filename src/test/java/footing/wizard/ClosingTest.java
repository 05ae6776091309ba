package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingTest {

    private final FakeWork work = new FakeWork();
    private final List<SignInOption> options = List.of(
            new SignInOption(SignInOption.Kind.PRACTICE, "fresh", "", List.of(), FakeWork::connection));

    @Test
    void window_asksOnce_whenSomethingRuns(@TempDir Path dir) {
        work.halfway = new CountDownLatch(1);
        try (Driver driver = Driver.with(work, options, dir)) {
            driver.press(KeyCode.ALT, KeyCode.RIGHT);
            Fx.waitFor("the survey is half done",
                    () -> driver.isShown("finding-security-contact", "finding-status"));
            close(driver);
            assertThat(driver.stage().isShowing()).isTrue();
            assertThat(driver.focused().map(Node::getId)).contains("close-stay");
            driver.press(KeyCode.ENTER);
            assertThat(driver.find("close-stay")).isEmpty();
            close(driver);
            close(driver);
            assertThat(driver.stage().isShowing()).isFalse();
            work.halfway.countDown();
        }
    }

    @Test
    void window_closes_whenNothingRuns(@TempDir Path dir) {
        try (Driver driver = Driver.with(work, options, dir)) {
            close(driver);
            assertThat(driver.stage().isShowing()).isFalse();
        }
    }

    private static void close(Driver driver) {
        Fx.run(() -> driver.stage().fireEvent(new WindowEvent(driver.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }
}
