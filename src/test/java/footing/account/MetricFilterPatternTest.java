package footing.account;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricFilterPatternTest {

    private static boolean isSame(String one, String other) {
        return new MetricFilter("f", "g", States.HOME, one, "n", "m").hasPattern(other);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"` { $.a = 1 }\n`,{$.a=1},true", "{$.a=1},{$.a=2},false",
        "{$.a=1},{$.a=1} x,false", "{$.a=1}x,{$.a=1},false", "``,` `,true"})
    void patterns_areTheSame_butForWhiteSpace(String one, String other, boolean same) {
        assertThat(isSame(one, other)).isEqualTo(same);
    }

    @Property
    void patterns_areTheSame_whereTheyAreWhenFolded(@ForAll @Chars({'a', 'b', ' ', '\n'}) String one,
            @ForAll @Chars({'a', 'b', ' ', '\n'}) String other) {
        assertThat(isSame(one, other)).isEqualTo(MetricFilter.fold(one).equals(MetricFilter.fold(other)));
        assertThat(isSame(one, MetricFilter.fold(one))).isTrue();
    }
}
