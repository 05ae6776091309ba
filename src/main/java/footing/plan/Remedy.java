package footing.plan;

import java.util.List;

/** What would bring an item to where it should be. */
public sealed interface Remedy {

    /**
     * These changes, of which some may already be in place: the plan tells.
     *
     * @param settled what is to be said of the item where all of them are
     */
    record Changes(List<Change> changes, Reason settled) implements Remedy {
        public Changes {
            changes = List.copyOf(changes);
        }

        public Changes(List<Change> changes) {
            this(changes, Reason.IN_ORDER);
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
        /** A person switched it off, or a part of it. */
        SWITCHED_OFF,
        /** It is not as it should be, and what people decided leaves nothing for software to do about it. */
        STILL_OPEN,
        /** Only a person can say whether it is as it should be. */
        NEEDS_WORD,
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
        /** A policy of the organization forbids it, as far as that can be told. */
        FORBIDDEN,
        /** The name that was chosen is somebody else's already. */
        NAME_TAKEN,
        /** What it would have to stand beside is in another Region than the home Region. */
        OTHER_REGION,
        /** It needs something that another item would make, and that item is left as it is. */
        NEEDS_ANOTHER,
        /** The stack holds what Footing did not write: updating it could take away what somebody else put there. */
        STACK_ALTERED,
        /** CloudFormation is working on the stack: what it will hold is not known before that has ended. */
        STACK_BUSY,
        /** The stack is in a state in which it cannot be changed, until a person has put it right. */
        STACK_STUCK,
        /** The stack holds all that the item needs, and still the item is not met. */
        NOT_IN_EFFECT;

        /** Whether somebody has something left to do or to decide. */
        public boolean isOpen() {
            return switch (this) {
                case ADOPTED, IN_ORDER, COMES_WITH_ANOTHER -> false;
                case LEFT, SWITCHED_OFF, STILL_OPEN, NEEDS_WORD, NOT_SEEN, NOT_DECIDED, WAITING, OWNED_ELSEWHERE, FORBIDDEN, NAME_TAKEN, OTHER_REGION, NEEDS_ANOTHER, STACK_ALTERED, STACK_BUSY, STACK_STUCK, NOT_IN_EFFECT ->
                    true;
            };
        }
    }

    static Remedy of(Change... changes) {
        return new Changes(List.of(changes));
    }

    static Remedy nothing(Reason reason) {
        return new Nothing(reason);
    }
}
