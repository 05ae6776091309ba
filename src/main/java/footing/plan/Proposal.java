package footing.plan;

import footing.choices.ItemId;
import footing.plan.PlannedChange.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is proposed for one item: window, terminal and choices file tell it, and none of them decides it. */
public sealed interface Proposal {

    /**
     * Something is changed.
     *
     * @param manner what becomes of what is there
     * @param changes at least one
     * @param byHand what is left to people beside it
     */
    record Act(Manner manner, List<ChangeGroup> changes, List<Change.ManualStep> byHand) implements Proposal {
        public Act {
            changes = List.copyOf(changes);
            byHand = List.copyOf(byHand);
        }
    }

    /** Only people can do what is left. */
    record ByHand(List<Change.ManualStep> steps) implements Proposal {
        public ByHand {
            steps = List.copyOf(steps);
        }
    }

    /** What is there stays as it is: adopted, left, or for another reason. */
    record Keep(Remedy.Reason reason) implements Proposal {
    }

    /** What becomes of what is there. */
    enum Manner {
        /** Nothing of it is changed; what is missing is made. */
        CREATE,
        /** It is changed, and nothing is made beside it. */
        CHANGE,
        /** It is changed, and what is missing is made. */
        COMPLETE,
        /** It goes, since nobody chooses it any more. */
        REMOVE;

        static Manner of(Set<Kind> kinds) {
            if (kinds.equals(EnumSet.of(Kind.CREATE))) {
                return CREATE;
            }
            if (kinds.equals(EnumSet.of(Kind.REMOVE))) {
                return REMOVE;
            }
            return kinds.contains(Kind.CREATE) ? COMPLETE : CHANGE;
        }
    }

    /** @return empty where the plan does not speak of the item */
    static Optional<Proposal> of(Plan plan, ItemId item) {
        Optional<Proposal> kept = Optional.ofNullable(plan.untouched().get(item)).map(Keep::new);
        return kept.or(() -> {
            List<PlannedChange> changes = plan.changes().stream().filter((one) -> one.item() == item).toList();
            List<Change.ManualStep> byHand = plan.byHand().stream().filter((one) -> one.item() == item).toList();
            if (changes.isEmpty()) {
                return byHand.isEmpty() ? Optional.empty() : Optional.of(new ByHand(byHand));
            }
            Set<Kind> kinds = changes.stream().map(PlannedChange::kind).collect(Collectors.toSet());
            return Optional.of(new Act(Manner.of(kinds), ChangeGroup.of(changes), byHand));
        });
    }
}
