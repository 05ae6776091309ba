package footing.aws.apply;

import footing.choices.ItemId;
import footing.plan.FieldReader;
import footing.plan.Setting;
import footing.plan.SettingValues;
import footing.plan.Settings;
import footing.plan.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** What all runs together wrote to the settings of an account, told by their journals. */
final class History {

    /** Beside a setting in the journal: the item that asked for it. */
    static final String ITEM = "item";

    private final SequencedMap<Setting<?>, Written<?>> settings = new LinkedHashMap<>();
    private Optional<JournalEntry> open = Optional.empty();

    private History() {
    }

    /**
     * @param entries of all runs, the oldest first
     * @return each setting once, the one that was written first before the others
     * @throws IllegalArgumentException where a line is none that this program writes
     */
    static List<Written<?>> of(List<JournalEntry> entries) {
        History history = new History();
        entries.forEach(history::follow);
        history.close();
        return List.copyOf(history.settings.values());
    }

    /** What was refused was not written. Of what has no end, only the account can tell. */
    private void follow(JournalEntry entry) {
        switch (entry.kind()) {
            case WRITING -> {
                close();
                open = Optional.of(entry);
            }
            case FAILED -> open = Optional.empty();
            case WRITTEN, UNKNOWN, RUN_BEGAN, RUN_ENDED -> close();
        }
    }

    private void close() {
        open.filter((entry) -> entry.subject() instanceof Value.Fields(var fields) && fields.containsKey(ITEM))
                .ifPresent(this::add);
        open = Optional.empty();
    }

    private void add(JournalEntry entry) {
        FieldReader subject = FieldReader.of(entry.subject());
        Setting<?> setting = Settings.read(entry.subject());
        ItemId item = ItemId.of(subject.text(ITEM))
                .orElseThrow(() -> new IllegalArgumentException("no such item: " + subject.text(ITEM)));
        add(item, setting, entry.before(), entry.after());
        if (setting instanceof Setting.TrailCoverageSetting(var trail, var region)) {
            selectors(entry.before()).ifPresent((was) -> selectors(entry.after()).ifPresent(
                    (is) -> add(item, new Setting.TrailSelectorsSetting(trail, region), was, is)));
        }
    }

    private <T> void add(ItemId item, Setting<T> setting, Value before, Value after) {
        Written<T> next = new Written<>(item, setting, SettingValues.parse(setting, before),
                List.of(SettingValues.parse(setting, after)));
        settings.merge(setting, next, (former, same) -> and(former, next));
    }

    @SuppressWarnings("unchecked") // both are of one setting
    private static <T> Written<T> and(Written<?> former, Written<T> next) {
        return ((Written<T>) former).and(next);
    }

    /** The trail's selectors, which stand beside what the trail covers where they were overwritten. */
    private static Optional<Value.Fields> selectors(Value value) {
        if (!(value instanceof Value.Fields)) {
            return Optional.empty();
        }
        FieldReader fields = FieldReader.of(value);
        return Stream.of("EventSelectors", "AdvancedEventSelectors")
                .flatMap((name) -> fields.find(name).map((found) -> Value.fields(name, found)).stream())
                .findFirst();
    }
}
