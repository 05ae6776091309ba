package footing.plan;

import footing.choices.ItemId;
import java.util.Optional;

/**
 * A change that is really left to make, ready to be shown.
 *
 * @param change the resource or the setting
 * @param kind whether something is made, altered or taken away
 * @param before what is there, by the names that things have in the account; {@link Value#ABSENT} where nothing is
 * @param after what will be there, in the same way; {@link Value#ABSENT} where nothing will be
 * @param cost what it adds to the bill
 * @param undo how it is taken back
 */
public record PlannedChange(Change change, Kind kind, Value before, Value after, Cost cost, Undo undo) {

    public enum Kind {
        CREATE,
        UPDATE,
        /** Another one is made in its place, since what is to be different cannot be changed: its name, mostly. */
        REPLACE,
        REMOVE,
        /** Made what it was before Footing altered it. */
        RESTORE
    }

    public enum Undo {
        /** Deleted with its stack. */
        DELETE,
        /** Kept when its stack goes: logs, and what people are in. */
        KEEP,
        /** The one that was replaced is kept, and the new one as well. */
        KEEP_BOTH,
        /** What there was is deleted, with what it knew: going back makes it anew. */
        MAKE_ANEW,
        /** Written back to what was there. */
        RESTORE,
        /** It is taken back itself: choosing it again makes it so again. */
        AGAIN
    }

    /**
     * @param what a setting's key, or a resource's logical id
     * @param stack the resource's stack, since there are resources of one logical id in many
     */
    public boolean isAbout(String what, Optional<Stack> stack) {
        return switch (change) {
            case Change.StackResource resource -> resource.logicalId().equals(what)
                    && stack.filter(resource.stack()::equals).isPresent();
            case Change.DirectSetting<?> setting -> Settings.key(setting.setting()).equals(what);
            case Change.ManualStep step -> false;
        };
    }

    public ItemId item() {
        return change.item();
    }
}
