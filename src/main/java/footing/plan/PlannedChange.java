package footing.plan;

import footing.choices.ItemId;

/**
 * A change that is really left to make, ready to be shown.
 *
 * @param change the resource or the setting
 * @param kind whether something is made, altered or taken away
 * @param before what is there; {@link Value#ABSENT} where nothing is
 * @param after what will be there; {@link Value#ABSENT} where nothing will be
 * @param cost what it adds to the bill
 * @param undo how it is taken back
 */
public record PlannedChange(Change change, Kind kind, Value before, Value after, Cost cost, Undo undo) {

    public enum Kind {
        CREATE,
        UPDATE,
        REMOVE
    }

    public enum Undo {
        /** Deleted with its stack. */
        DELETE,
        /** Kept when its stack goes, since it holds logs. */
        KEEP,
        /** Written back to what was there. */
        RESTORE
    }

    public ItemId item() {
        return change.item();
    }
}
