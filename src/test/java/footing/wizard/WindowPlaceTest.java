package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowPlaceTest {

    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1920, 1040);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 2560, 1400);
    private final WindowPlace place = new WindowPlace(new Rectangle2D(2000, 50, 1200, 800), true);

    @Test
    void place_comesBackAsItWas_whenWrittenAndRead(@TempDir Path dir) {
        WindowMemory memory = new WindowMemory(dir.resolve("not/there/yet"));
        assertThat(memory.read()).isEmpty();
        memory.write(place);
        assertThat(memory.read()).contains(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x=1", "x=1\ny=2\nwidth=NaN\nheight=3", "x=1\ny=2\nwidth=-5\nheight=3",
        "x=1e300\ny=2\nwidth=900\nheight=700", "x=a\ny=2\nwidth=900\nheight=700", "\\u12", "\u0000\u0001"})
    void place_isForgotten_whenTheFileIsDamaged(String text, @TempDir Path dir) throws IOException {
        Files.writeString(dir.resolve("window.properties"), text);
        assertThat(new WindowMemory(dir).read()).isEmpty();
    }

    @Test
    void place_isForgotten_whenTheFileIsEndless(@TempDir Path dir) throws IOException {
        Files.writeString(dir.resolve("window.properties"), "#".repeat(100_000) + "\nx=1\ny=1\nwidth=900\nheight=700");
        assertThat(new WindowMemory(dir).read()).isEmpty();
    }

    @Test
    void place_staysWhereItIs_whenItsScreenIsThere() {
        assertThat(place.on(List.of(LEFT, RIGHT))).isEqualTo(place);
    }

    @Test
    void place_comesToTheMiddleOfTheMainScreen_whenItsScreenIsGone() {
        Rectangle2D bounds = place.on(List.of(LEFT)).bounds();
        assertThat(bounds).isEqualTo(new Rectangle2D(360, 120, 1200, 800));
    }

    @Test
    void size_isBroughtIntoBounds_whenTooSmallOrTooLarge() {
        WindowPlace tiny = new WindowPlace(new Rectangle2D(10, 10, 300, 5), false);
        assertThat(tiny.on(List.of(LEFT)).bounds().getWidth()).isEqualTo(WindowPlace.SMALLEST_WIDTH);
        assertThat(tiny.on(List.of(LEFT)).bounds().getHeight()).isEqualTo(WindowPlace.SMALLEST_HEIGHT);
        WindowPlace huge = new WindowPlace(new Rectangle2D(0, 0, 9000, 9000), false);
        assertThat(huge.on(List.of(LEFT)).bounds().getWidth()).isEqualTo(LEFT.getWidth());
    }

    @Test
    void place_isWrittenWhole_whenReadAsProperties() {
        Properties properties = place.properties();
        assertThat(WindowPlace.of(properties)).isEqualTo(Optional.of(place));
    }

    @Test
    void firstPlace_isInTheMiddleOfTheMainScreen_andNoLargerThanThat() {
        Rectangle2D small = new Rectangle2D(0, 24, 1000, 700);
        assertThat(WindowPlace.FIRST.on(List.of(small)).bounds()).isEqualTo(small);
        assertThat(WindowPlace.FIRST.on(List.of(LEFT, RIGHT)).bounds())
                .isEqualTo(new Rectangle2D(400, 140, 1120, 760));
    }
}
