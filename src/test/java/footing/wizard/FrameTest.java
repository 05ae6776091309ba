package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Region;
import footing.aws.Connection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
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
    void icons_areThere_inEverySize() {
        assertThat(Fx.get(StageIcons::load)).extracting(Image::getWidth)
                .containsExactlyElementsOf(StageIcons.SIZES.stream().map(Integer::doubleValue).toList());
    }
}
