package footing.baseline.item;

import footing.account.Reading;
import footing.baseline.Outcome;
import footing.baseline.Status;
import footing.baseline.Verdict.Ruling;
import java.util.Comparator;
import java.util.List;

/**
 * Where one good thing of several is enough: the best that was seen, unless something that was not seen could be
 * better.
 */
final class Best {

    private Best() {
    }

    /**
     * @param bestFirst the outcomes in the order in which they are compared
     * @param none what it comes to where there is nothing at all
     */
    static Reading<Ruling> of(Outcome[] bestFirst, List<Reading<Ruling>> rulings, Ruling none) {
        List<Outcome> order = List.of(bestFirst);
        List<Reading<Ruling>> seen = rulings.stream()
                .filter((reading) -> reading instanceof Reading.Seen<Ruling>)
                .sorted(Comparator.comparing((reading) -> rank(reading, order)))
                .toList();
        return seen.stream()
                .findFirst()
                .filter((best) -> best.found().filter((ruling) -> ruling.outcome().status() == Status.MET).isPresent())
                .or(() -> rulings.stream().filter((reading) -> !(reading instanceof Reading.Seen<Ruling>)).findFirst())
                .or(() -> seen.stream().findFirst())
                .orElseGet(() -> Reading.seen(none));
    }

    private static int rank(Reading<Ruling> reading, List<Outcome> order) {
        return reading.found().map((ruling) -> order.indexOf(ruling.outcome())).orElse(order.size());
    }
}
