package footing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import footing.text.Visible;

class CellsTest {

    @Property
    void wrappedLines_fit_whateverTheText(@ForAll @StringLength(max = 300) String text,
            @ForAll @IntRange(min = 2, max = 100) int columns) {
        String shown = Visible.line(text);
        assertThat(Cells.wrap(shown, columns))
                .allSatisfy((line) -> assertThat(Cells.width(line)).isLessThanOrEqualTo(columns));
        assertThat(String.join("", Cells.wrap(shown, columns)).replace(" ", "")).isEqualTo(shown.replace(" ", ""));
    }

    @Property
    void shownText_holdsNothingThatMovesOrHides(@ForAll @StringLength(max = 200) String text) {
        assertThat(Visible.line(text).codePoints()).noneMatch((point) -> Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT || Character.getType(point) == Character.SURROGATE);
    }
}
