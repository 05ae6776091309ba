package footing.wizard.notifications;

import footing.account.AccountState;
import footing.account.Region;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.wizard.ChoicesEdit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** In which Regions Footing looks after things, and which parts of AWS Config stay as they are. */
final class ConfigFields {

    static final List<ItemId> LEAVABLE = List.of(ItemId.CONFIG_RECORDER, ItemId.CONFIG_RULES,
            ItemId.CONFIG_NOTIFICATIONS);

    private final Runnable changed;
    private final SortedMap<Region, BooleanProperty> regions = new TreeMap<>();
    private final Map<ItemId, BooleanProperty> leave = new EnumMap<>(ItemId.class);

    /** @param changed is told of whatever is chosen */
    ConfigFields(Runnable changed) {
        this.changed = changed;
        LEAVABLE.forEach(this::leave);
    }

    /** The Regions of the account, and whether each is looked after; the home Region always is. */
    SortedMap<Region, BooleanProperty> regions() {
        return regions;
    }

    /** Whether the item stays as it is. */
    BooleanProperty leave(ItemId item) {
        return leave.computeIfAbsent(item, (key) -> followed(new SimpleBooleanProperty(this, key.id())));
    }

    void fill(AccountState account, Choices choices) {
        regions.clear();
        account.regions()
                .forEach((region) -> regions.put(region,
                        followed(new SimpleBooleanProperty(this, region.id(), choices.regions().contains(region)))));
    }

    /** What other pages may have changed since; what could not be seen is not written either. */
    void fillLeft(Choices choices, Predicate<ItemId> hidden) {
        leave.forEach((item, left) -> left.set(choices.leaves(item) || hidden.test(item)));
    }

    Choices choices(Choices base) {
        List<Region> wanted = new ArrayList<>(base.regions());
        regions.forEach((region, on) -> {
            if (!on.get() && !region.equals(base.home())) {
                wanted.remove(region);
            } else if (!wanted.contains(region)) {
                wanted.add(region);
            }
        });
        Choices choices = base.withRegions(wanted);
        for (ItemId item : LEAVABLE) {
            choices = ChoicesEdit.leave(choices, item, leave(item).get());
        }
        return choices;
    }

    private BooleanProperty followed(BooleanProperty property) {
        property.subscribe((before, now) -> changed.run());
        return property;
    }
}
