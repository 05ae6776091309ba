package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.baseline.Control;
import footing.baseline.Item;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.choices.ItemId;
import footing.plan.Remedy;
import java.util.List;
import java.util.Set;

/** The part of an item that is only said: what it is called, where it stands, what it rests on. */
abstract class Described implements Item {

    private final ItemId id;
    private final Section section;
    private final Fix fix;
    private final Set<Fact<?>> facts;
    private final List<? extends Outcome> outcomes;
    private final List<Control> controls;

    Described(ItemId id, Section section, Fix fix, Set<Fact<?>> facts, Outcome[] outcomes, Controls controls) {
        this.id = id;
        this.section = section;
        this.fix = fix;
        this.facts = Set.copyOf(facts);
        this.outcomes = List.of(outcomes);
        this.controls = controls.list();
    }

    @Override
    public final ItemId id() {
        return id;
    }

    @Override
    public final Section section() {
        return section;
    }

    @Override
    public final Fix fix() {
        return fix;
    }

    @Override
    public final Set<Fact<?>> facts() {
        return facts;
    }

    @Override
    public final List<? extends Outcome> outcomes() {
        return outcomes;
    }

    @Override
    public final List<Control> controls() {
        return controls;
    }

    /**
     * Why nothing is changed: what others made is good, or waits for the world.
     *
     * @param open why not, where it is neither
     */
    final Remedy.Reason unchanged(AccountState account, Remedy.Reason open) {
        return switch (judge(account).status()) {
            case MET, ATTESTED, NOT_APPLICABLE -> Remedy.Reason.ADOPTED;
            case PENDING -> Remedy.Reason.WAITING;
            case NOT_MET, UNKNOWN, NEEDS_ATTESTATION -> open;
        };
    }

    @Override
    public final String toString() {
        return id.id();
    }
}
