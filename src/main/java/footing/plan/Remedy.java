package footing.plan;

import java.util.List;

/** What would bring an item to where it should be. */
public sealed interface Remedy {

    /** These changes, of which some may already be in place: the plan tells. */
    record Changes(List<Change> changes) implements Remedy {
        public Changes {
            changes = List.copyOf(changes);
        }
    }

    /** Nothing, for a reason. What Footing made for the item before stays as it is. */
    record Nothing(Reason reason) implements Remedy {
    }

    enum Reason {
        /** It is met by something that Footing did not make. */
        ADOPTED,
        /** It is as it should be. */
        IN_ORDER,
        /** A person chose to leave it. */
        LEFT,
        /** It was not seen, so nothing is proposed. */
        NOT_SEEN,
        /** A person has yet to decide something it needs. */
        NOT_DECIDED,
        /** It waits for somebody: an address has yet to be confirmed, a first log file to arrive. */
        WAITING,
        /** It comes with the change of another item. */
        COMES_WITH_ANOTHER,
        /** It belongs to another account or to the organization. */
        OWNED_ELSEWHERE,
        /** What it would have to stand beside is in another Region than the home Region. */
        OTHER_REGION,
        /** It needs something that another item would make, and that item is left as it is. */
        NEEDS_ANOTHER,
        /** The stack holds what Footing did not write: updating it could take away what somebody else put there. */
        STACK_ALTERED
    }

    static Remedy of(Change... changes) {
        return new Changes(List.of(changes));
    }

    static Remedy nothing(Reason reason) {
        return new Nothing(reason);
    }
}
