package footing.baseline;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Region;
import footing.account.Regional;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.Complaint.Severity;
import footing.choices.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What people chose or said where it can have no effect: said before it is relied on. */
final class Misplaced {

    private Misplaced() {
    }

    static List<Complaint> complaints(AccountState account, Choices choices) {
        List<Complaint> complaints = new ArrayList<>(regions(account, choices));
        new TreeSet<>(choices.attestations().keySet()).stream()
                .filter((item) -> !isSettledByAWord(item))
                .map((item) -> new Complaint("attestations." + item.id(), "", Severity.WARNING, "complaint.no-word",
                        Map.of(), Optional.empty()))
                .forEach(complaints::add);
        return complaints;
    }

    /** Nothing can be made in a Region that is off, and nothing that was made there can be seen. */
    private static List<Complaint> regions(AccountState account, Choices choices) {
        List<Region> on = account.read(Fact.REGIONS).found().orElse(choices.regions());
        return choices.regions()
                .stream()
                .filter((region) -> !on.contains(region))
                .map((region) -> new Complaint("regions", region.id(), Severity.ERROR, "complaint.region-off",
                        Map.of("allowed", Regional.list(on)), Optional.empty()))
                .toList();
    }

    /** Whether there is a way for the item to turn out in which a person's word counts. */
    static boolean isSettledByAWord(ItemId id) {
        return Stream.concat(Baseline.ITEMS.stream(), Beyond.ITEMS.stream())
                .filter((item) -> item.id() == id)
                .flatMap((item) -> item.outcomes().stream())
                .anyMatch((outcome) -> outcome.status() == Status.NEEDS_ATTESTATION);
    }
}
