package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TagsTest {

    private static final Map<String, String> OLD = Map.of("a", "1", "b", "2");

    @Test
    void tag_isAddedToTheOthers_orTakesAnotherValue() {
        assertThat(Tags.with(OLD, Map.of("b", "3", "c", "4"))).isEqualTo(Map.of("a", "1", "b", "3", "c", "4"));
        assertThat(Tags.with(OLD, Map.of())).isEqualTo(OLD);
    }

    @Test
    void tag_isTakenAway_byItsKey_andTheOthersStay() {
        assertThat(Tags.without(OLD, List.of("a", "x"))).isEqualTo(Map.of("b", "2"));
    }

    @Test
    void tags_areTheSame_inTheShapeOfAService() {
        List<Map.Entry<String, String>> listed = Tags.list(OLD, Map::entry);

        assertThat(listed).containsExactlyInAnyOrder(Map.entry("a", "1"), Map.entry("b", "2"));
        assertThat(Tags.of(listed, Map.Entry::getKey, Map.Entry::getValue)).isEqualTo(OLD);
    }
}
