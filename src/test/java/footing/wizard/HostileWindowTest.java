package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import footing.practice.HostileState;
import footing.practice.Practice;
import footing.practice.PracticeOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account in which much of what AWS tells is hostile, on every page of the window. */
class HostileWindowTest {

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void pages_areDrawnWhole_whateverTheTextsOfTheAccountAre(long seed, @TempDir Path dir) throws IOException {
        Path state = HostileState.write(dir.resolve("state.json"), new Random(seed));
        SignInOption hostile = new SignInOption(SignInOption.Kind.PRACTICE, "hostile", "", List.of(),
                () -> Practice.open(new PracticeOptions("inherited", false, Optional.of(state), Duration.ZERO,
                        Driver.CLOCK)));
        List<String> wrong = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        try (Driver driver = Driver.practice(dir.resolve("data"), hostile)) {
            Fx.run(() -> driver.stage().setWidth(1000));
            Walk.survey(driver, "hostile");
            Walk.on(driver, (page) -> {
                pages.add(page);
                Drawn.wrong(driver).forEach((what) -> wrong.add(page + ": " + what));
                assertThat(driver.find("broken")).as(page).isEmpty();
            });
        }
        assertThat(pages).contains("survey", "people", "apply", "finish", "checklist");
        assertThat(wrong).isEmpty();
    }
}
