package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Region;
import footing.aws.Connection;
import footing.wizard.control.Scrolling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameTest {

    private final List<SignInOption> options = List.of(
            new SignInOption(SignInOption.Kind.PRACTICE, "fresh", "", List.of(), FakeWork::connection));

    @Test
    void banner_isShown_whereCallsAreRedirected_butNotForThePracticeAccount(@TempDir Path dir) {
        try (Driver driver = Driver.redirected(new FakeWork(), options, dir, Optional.of("http://127.0.0.1:5000"))) {
            assertThat(driver.find("endpoint").map(Node::getAccessibleText).orElse(""))
                    .contains("http://127.0.0.1:5000");
            driver.press(KeyCode.ALT, KeyCode.RIGHT);
            driver.settle();
            assertThat(driver.session().practice()).isTrue();
            assertThat(driver.find("endpoint")).isEmpty();
        }
    }

    @Test
    void banner_isShown_onceAProfileIsChosenThatRedirectsCalls(@TempDir Path dir) {
        SignInOption local = new SignInOption(SignInOption.Kind.ACCESS_KEYS, "local", "", List.of(),
                () -> new Connection(FakeWork.connection().clients(), "local", Optional.empty(), Region.US_EAST_1,
                        Optional.of("http://127.0.0.1:7")));
        try (Driver driver = Driver.redirected(new FakeWork(), List.of(local), dir, Optional.empty())) {
            assertThat(driver.find("endpoint")).isEmpty();
            driver.press(KeyCode.ALT, KeyCode.RIGHT);
            driver.settle();
            assertThat(driver.find("endpoint").map(Node::getAccessibleText).orElse("")).contains("http://127.0.0.1:7");
        }
    }

    @Test
    void banner_isNotThere_whereCallsGoToAws(@TempDir Path dir) {
        try (Driver driver = Driver.redirected(new FakeWork(), options, dir, Optional.empty())) {
            assertThat(driver.find("endpoint")).isEmpty();
        }
    }

    @Test
    void address_isShownToBeCopied_whenNothingOpensIt(@TempDir Path dir) {
        Browser none = (address) -> {
            throw new IOException("there is no browser");
        };
        try (Driver driver = Driver.browsing(none, dir)) {
            Walk.survey(driver, "fresh");
            driver.next(Step.CONTACTS);
            Walk.fillContacts(driver);
            driver.next(Step.NOTIFICATIONS);
            Walk.set(driver, "notifications.securityList", "aws-security@example.com");
            driver.next(Step.PEOPLE);
            driver.next(Step.BUDGETS);
            Walk.set(driver, "billing.budgets.1.limit", "500");
            driver.next(Step.REVIEW);
            Fx.run(() -> ((TabPane) Scrolling.find(driver.stage().getScene().getRoot(), "tabs").orElseThrow())
                    .getSelectionModel()
                    .select(3));
            driver.tabTo("a guide's button",
                    (node) -> node.getAccessibleText() != null && node.getAccessibleText().startsWith("Open in the"));
            driver.press(KeyCode.SPACE);
            Fx.waitFor("it is told", () -> driver.isShown("unopened", "notice-title"));
            assertThat(driver.find("unopened").map(Node::getAccessibleText).orElse("")).contains("https://");

            driver.press(KeyCode.ALT, KeyCode.LEFT);
            assertThat(driver.find("unopened")).isEmpty();
        }
    }

    @Test
    void icons_areThere_inEverySize() {
        assertThat(Fx.get(StageIcons::load)).extracting(Image::getWidth)
                .containsExactlyElementsOf(StageIcons.SIZES.stream().map(Integer::doubleValue).toList());
    }
}
