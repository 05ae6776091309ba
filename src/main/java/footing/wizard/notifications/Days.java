package footing.wizard.notifications;

import footing.wizard.Words;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** How long logs are kept: what is offered, and how it is said. */
final class Days {

    private static final List<Integer> LOG_GROUP = List.of(90, 180, 365, 400, 545, 731, 1096, 1827, 2557, 3653);
    private static final List<Integer> ARCHIVE = List.of(30, 60, 90, 180, 365);
    private static final List<Integer> EXPIRE = List.of(365, 731, 1096, 1827, 2557, 3653);

    private Days() {
    }

    static List<Integer> logGroup(int now) {
        return with(LOG_GROUP, now);
    }

    static List<Integer> archive(int now) {
        return with(ARCHIVE, now);
    }

    /** @return empty stands for never */
    static List<Optional<Integer>> expire(Optional<Integer> now) {
        List<Integer> days = now.map((value) -> with(EXPIRE, value)).orElse(EXPIRE);
        return java.util.stream.Stream
                .concat(java.util.stream.Stream.of(Optional.<Integer>empty()), days.stream().map(Optional::of))
                .toList();
    }

    static String words(int days) {
        return Words.count("days", days);
    }

    static String words(Optional<Integer> days) {
        return days.map(Days::words).orElseGet(() -> Words.get("days.never"));
    }

    private static List<Integer> with(List<Integer> offered, int now) {
        TreeSet<Integer> all = new TreeSet<>(offered);
        all.add(now);
        return List.copyOf(all);
    }
}
