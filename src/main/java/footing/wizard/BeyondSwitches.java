package footing.wizard;

import footing.account.AccountState;
import footing.aws.Connection;
import footing.baseline.Beyond;
import footing.choices.BeyondChoices;
import footing.choices.Choices;
import footing.choices.ItemId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/**
 * What a page offers beyond the baseline, each off until somebody switches it on. What it rests on is read then, and
 * not before: whoever does not want it pays neither with time nor with permissions.
 */
public final class BeyondSwitches {

    private final Desk desk;
    private final Runnable changed;
    private final Map<ItemId, BooleanProperty> on = new EnumMap<>(ItemId.class);
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(this, "reading");
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(this, "failure",
            Optional.empty());
    private Optional<Background.Job> job = Optional.empty();
    private boolean filling;

    /** @param changed is told of whatever is switched, and when what was switched on has been read */
    public BeyondSwitches(Desk desk, List<ItemId> items, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        items.forEach((item) -> on.put(item, new SimpleBooleanProperty(this, item.id())));
        on.values().forEach((one) -> one.subscribe((before, now) -> {
            if (!filling) {
                read();
            }
            changed.run();
        }));
    }

    public List<ItemId> items() {
        return List.copyOf(on.keySet());
    }

    /** Whether the item is wanted. */
    public BooleanProperty on(ItemId item) {
        return Optional.ofNullable(on.get(item))
                .orElseThrow(() -> new IllegalArgumentException("not offered on this page: " + item));
    }

    /** Whether AWS is being asked. */
    public ObservableValue<Boolean> reading() {
        return reading.getReadOnlyProperty();
    }

    /** Why it could not be asked. */
    public ObservableValue<Optional<Failure>> failure() {
        return failure.getReadOnlyProperty();
    }

    /** Switches on what is chosen; nothing is read before the page asks for it. */
    public void fill(Choices choices) {
        filling = true;
        on.forEach((item, wanted) -> wanted.set(choices.beyond().wants(item)));
        filling = false;
    }

    public BeyondChoices choices(BeyondChoices base) {
        BeyondChoices choices = base;
        for (Map.Entry<ItemId, BooleanProperty> entry : on.entrySet()) {
            choices = choices.with(entry.getKey(), entry.getValue().get());
        }
        return choices;
    }

    /** Asks AWS what it has not been asked yet of what is on, and once at a time. */
    public void read() {
        Session session = desk.session().get();
        if (session.connection().isEmpty() || session.account().isEmpty()) {
            return;
        }
        Connection connection = session.connection().get();
        AccountState account = session.account().get();
        Set<ItemId> unread = on.keySet()
                .stream()
                .filter((item) -> on(item).get() && !account.hasRead(Beyond.facts(Set.of(item))))
                .collect(Collectors.toUnmodifiableSet());
        job.ifPresent(Background.Job::cancel);
        reading.set(!unread.isEmpty());
        failure.set(Optional.empty());
        job = Optional.of(unread)
                .filter((items) -> !items.isEmpty())
                .map((items) -> desk.background()
                        .<AccountState, AccountState>run(
                                (tell) -> desk.work().more(connection, account, items), (event) -> {
                                }, (more) -> {
                                    reading.set(false);
                                    desk.learned(connection, more, Beyond.facts(items));
                                    if (desk.isAt(connection)) {
                                        read(); // what was dropped, since the account was surveyed anew meanwhile
                                    }
                                    changed.run();
                                }, (problem) -> {
                                    reading.set(false);
                                    failure.set(Optional.of(Failure.of(problem)));
                                }));
    }
}
