package footing.plan;

import footing.account.AccountState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The plan that takes back what was applied. */
final class WayBack {

    private final AccountState account;
    private final TreeMap<Stack, List<Change.StackResource>> deployed;

    WayBack(AccountState account, Map<Stack, List<Change.StackResource>> deployed) {
        this.account = account;
        this.deployed = new TreeMap<>(deployed);
    }

    Plan plan(Collection<? extends Change.DirectSetting<?>> settings) {
        List<PlannedChange> changes = new ArrayList<>(planned(settings, Change.When.BEFORE_STACKS));
        deployed.descendingMap()
                .values()
                .forEach((resources) -> changes.addAll(StackChanges.between(resources, List.of(), account)));
        changes.addAll(planned(settings, Change.When.AFTER_STACKS));
        return new Plan(account.identity(), account.home(), changes, List.of(), Map.of(), Map.of(), deployed);
    }

    private static List<PlannedChange> planned(Collection<? extends Change.DirectSetting<?>> settings,
            Change.When when) {
        return settings.stream()
                .filter((setting) -> setting.when() == when)
                .flatMap((setting) -> planned(setting).stream())
                .toList();
    }

    private static <T> Optional<PlannedChange> planned(Change.DirectSetting<T> change) {
        if (SettingValues.same(change.setting(), change.before(), change.after())) {
            return Optional.empty();
        }
        return Optional.of(new PlannedChange(change, PlannedChange.Kind.RESTORE,
                SettingValues.show(change.setting(), change.before()),
                SettingValues.show(change.setting(), change.after()), Cost.NONE, PlannedChange.Undo.AGAIN));
    }
}
