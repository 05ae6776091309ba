package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import footing.wizard.control.TextScale;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeTextTest {

    @Test
    void footer_isWholeAndInView_whenTheTextIsTwiceAsLargeInTheSmallestWindow(@TempDir Path dir) {
        try (Driver driver = Driver.practice(dir)) {
            Fx.run(() -> TextScale.of(driver.stage().getScene()).set(2));
            for (Step step : new Step[] {Step.SURVEY, Step.CONTACTS}) {
                driver.next(step);
                Fx.pulse();
                assertWhole(driver, "back");
                assertWhole(driver, "primary");
            }
        }
    }

    private static void assertWhole(Driver driver, String id) {
        Button button = (Button) driver.find(id).orElseThrow();
        Bounds place = Fx.get(() -> button.localToScene(button.getLayoutBounds()));
        double wanted = Fx.get(() -> button.prefWidth(-1));
        Scene scene = driver.stage().getScene();
        assertThat(place.getWidth()).as(id + " is whole").isGreaterThanOrEqualTo(wanted - 1);
        assertThat(place.getMaxX()).as(id + " ends in view").isLessThanOrEqualTo(scene.getWidth());
        assertThat(place.getMaxY()).as(id + " stands in view").isLessThanOrEqualTo(scene.getHeight());
    }
}
