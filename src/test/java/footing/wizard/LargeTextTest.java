package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import footing.wizard.control.TextScale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeTextTest {

    /** What finds no room beside what stands before it is scrolled to sideways; it must not be cut. */
    @Test
    void pages_cutNothing_whenTheTextIsTwiceAsLargeInTheSmallestWindow(@TempDir Path dir) {
        List<String> pages = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try (Driver driver = Driver.practice(dir)) {
            Fx.run(() -> TextScale.of(driver.stage().getScene()).set(2));
            cut(driver).forEach((what) -> wrong.add("sign in: " + what));
            Walk.survey(driver, "fresh");
            Walk.toFinish(driver, (page) -> {
                pages.add(page);
                cut(driver).forEach((what) -> wrong.add(page + ": " + what));
                assertWhole(driver, page, "back");
                assertWhole(driver, page, "primary");
            });
        }
        assertThat(pages).contains("survey", "people", "apply", "finish");
        assertThat(wrong).isEmpty();
    }

    private static List<String> cut(Driver driver) {
        return Drawn.wrong(driver).stream().filter((what) -> what.startsWith("clipped")).toList();
    }

    private static void assertWhole(Driver driver, String page, String id) {
        Button button = (Button) driver.find(id).orElseThrow();
        Bounds place = Fx.get(() -> button.localToScene(button.getLayoutBounds()));
        double wanted = Fx.get(() -> button.prefWidth(-1));
        Scene scene = driver.stage().getScene();
        assertThat(place.getWidth()).as(page + ": " + id + " is whole").isGreaterThanOrEqualTo(wanted - 1);
        assertThat(place.getMaxX()).as(page + ": " + id + " ends in view").isLessThanOrEqualTo(scene.getWidth());
        assertThat(place.getMaxY()).as(page + ": " + id + " stands in view").isLessThanOrEqualTo(scene.getHeight());
    }
}
