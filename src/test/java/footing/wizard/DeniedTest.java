package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The review page, where whoever is signed in may not do all of the plan. */
@Timeout(120)
class DeniedTest {

    private final Path dir;

    DeniedTest(@TempDir Path dir) {
        this.dir = dir;
    }

    @Test
    void denial_isShownWithWhatToHandOn_andHoldsThePlanBack_untilSomebodySaysOtherwise() {
        try (Driver driver = Driver.practice(dir, Denying.option())) {
            Denying.toReview(driver, "denying");

            assertThat(driver.find("denied").map(Node::getAccessibleText).orElse(""))
                    .contains("iam:CreateGroup", "config:PutConfigurationRecorder", "organization");
            assertThat(driver.nameless()).isEmpty();
            assertThat(copied(driver, "copy-missing-policy")).contains("\"iam:CreateGroup\"")
                    .doesNotContain("config:PutConfigurationRecorder");
            assertThat(copied(driver, "copy-denied")).contains("- iam:CreateGroup on arn:aws:iam:",
                    "- config:PutConfigurationRecorder", "robin");

            driver.press(KeyCode.ALT, KeyCode.RIGHT);
            driver.settle();
            assertThat(driver.session().at()).isEqualTo(Step.REVIEW);
            assertThat(driver.focused().flatMap((node) -> Optional.ofNullable(node.getId())))
                    .contains("despite-denied");

            Fx.run(() -> ((CheckBox) driver.find("despite-denied").orElseThrow()).setSelected(true));
            driver.next(Step.APPLY);
        }
    }

    private static String copied(Driver driver, String button) {
        return Fx.get(() -> {
            ((Button) driver.find(button).orElseThrow()).fire();
            return Clipboard.getSystemClipboard().getString();
        });
    }

    @Test
    void whatIsAllowed_isAQuietLine() {
        try (Driver driver = Driver.practice(dir)) {
            Denying.toReview(driver, "fresh");

            assertThat(driver.text("allowances")).isEqualTo(Words.get("review.allowed"));
            assertThat(driver.find("denied")).isEmpty();
        }
    }
}
