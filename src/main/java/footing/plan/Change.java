package footing.plan;

import footing.choices.ItemId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** One thing that would be different, and how it would be made so. */
public sealed interface Change {

    /** The item that asks for it. */
    ItemId item();

    /**
     * A resource that one of Footing's stacks is to hold.
     *
     * @param logicalId its name in the template
     * @param type {@code AWS::SNS::Topic}
     * @param keep whether it outlives its stack, as everything that holds logs does
     * @param after the logical ids that must be there first without being referred to
     */
    record StackResource(ItemId item, Stack stack, String logicalId, String type, Value.Fields properties, boolean keep,
            Set<String> after) implements Change {
        public StackResource {
            after = Collections.unmodifiableSortedSet(new TreeSet<>(after));
        }
    }

    /**
     * A setting that is written by an API call of its own.
     *
     * @param before what the survey saw
     * @param after what it is to be
     * @param when before the stacks, where a stack needs it, or after them, where it needs what a stack makes
     */
    record DirectSetting<T>(ItemId item, Setting<T> setting, T before, T after, When when) implements Change {
    }

    /** Something that only a person can do. */
    record ManualStep(ItemId item, Guide guide) implements Change {
    }

    enum When {
        BEFORE_STACKS,
        AFTER_STACKS
    }
}
