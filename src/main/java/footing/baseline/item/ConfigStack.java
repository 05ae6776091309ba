package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Reading;
import footing.account.Region;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change.StackResource;
import footing.plan.Stack;
import footing.plan.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The stack that each chosen Region has for AWS Config. */
final class ConfigStack {

    private ConfigStack() {
    }

    /**
     * The Regions to look after, the home Region first, without those of which nobody could see what Footing made
     * there.
     */
    static List<Region> regions(AccountState account, Choices choices) {
        return Stream.concat(Stream.of(account.home()), choices.regions().stream().sorted())
                .distinct()
                .filter((region) -> Stack.config(region).deployed(account) instanceof Reading.Seen<?>)
                .toList();
    }

    /** Whether Footing made it in that Region before. */
    static boolean holds(AccountState account, Region region, String logicalId) {
        return Stack.config(region)
                .deployed(account)
                .found()
                .flatMap((there) -> there)
                .filter((stack) -> stack.resources().stream().anyMatch((one) -> one.logicalId().equals(logicalId)))
                .isPresent();
    }

    static StackResource resource(ItemId item, Region region, String id, String type, Value.Fields properties,
            Set<String> after) {
        return new StackResource(item, Stack.config(region), id, type, properties, false, after);
    }
}
