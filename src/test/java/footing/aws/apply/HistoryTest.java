package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Region;
import footing.choices.ItemId;
import footing.plan.FieldReader;
import footing.plan.Setting;
import footing.plan.SettingValues;
import footing.plan.Settings;
import footing.plan.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What all journals together tell of one setting: here a policy of a bucket, which may be any text. */
class HistoryTest {

    private static final Setting<Optional<String>> POLICY = new Setting.BucketPolicySetting("logs",
            new Region("eu-central-1"));

    private final List<JournalEntry> entries = new ArrayList<>();

    @Test
    void original_isWhatWasThereBeforeTheFirstOfSeveralWrites() {
        write("a", "b", JournalEntry.Kind.WRITTEN);
        write("b", "c", JournalEntry.Kind.WRITTEN);

        assertThat(before()).isEqualTo("a");
        assertThat(isOurs("b")).isTrue();
        assertThat(isOurs("c")).isTrue();
        assertThat(isOurs("a")).isFalse();
    }

    @Test
    void original_isWhatSomebodyElseWroteBetweenTwoWrites() {
        write("a", "b", JournalEntry.Kind.WRITTEN);
        write("theirs", "c", JournalEntry.Kind.WRITTEN);

        assertThat(before()).isEqualTo("theirs");
        assertThat(isOurs("b")).isFalse();
    }

    @Test
    void write_countsAsNone_whereItWasRefused() {
        write("a", "b", JournalEntry.Kind.FAILED);

        assertThat(History.of(entries)).isEmpty();
    }

    @Test
    void write_mayHaveBeenDone_whereItsAnswerWasLostOrTheProgramEnded() {
        write("a", "b", JournalEntry.Kind.UNKNOWN);
        entries.add(entry("b", "c", JournalEntry.Kind.WRITING));

        assertThat(before()).isEqualTo("a");
        assertThat(isOurs("b")).isTrue();
        assertThat(isOurs("c")).isTrue();
    }

    /** The write whose answer was lost was not done: the next run finds what the one before it wrote. */
    @Test
    void original_stays_whereALostWriteWasNotDone() {
        write("a", "b", JournalEntry.Kind.WRITTEN);
        entries.add(entry("b", "c", JournalEntry.Kind.WRITING));
        write("b", "d", JournalEntry.Kind.WRITTEN);

        assertThat(before()).isEqualTo("a");
    }

    @Test
    void settingThatWasPutBack_isAsItWasBeforeAll() {
        write("a", "b", JournalEntry.Kind.WRITTEN);
        write("b", "a", JournalEntry.Kind.WRITTEN);

        assertThat(before()).isEqualTo("a");
    }

    private void write(String before, String after, JournalEntry.Kind end) {
        entries.add(entry(before, after, JournalEntry.Kind.WRITING));
        entries.add(entry(before, after, end));
    }

    private static JournalEntry entry(String before, String after, JournalEntry.Kind kind) {
        return new JournalEntry(Instant.EPOCH, kind,
                Settings.show(POLICY).with(History.ITEM, Value.text(ItemId.LOG_BUCKET.id())), value(before),
                value(after), "", "");
    }

    private static Value value(String policy) {
        return Value.fields("Policy", Value.text(policy));
    }

    private String before() {
        return FieldReader.of(shown(only().before())).text("Policy");
    }

    private boolean isOurs(String policy) {
        return ours(only(), policy);
    }

    private static <T> boolean ours(Written<T> written, String policy) {
        return written.isOurs(SettingValues.parse(written.setting(), value(policy)));
    }

    @SuppressWarnings("unchecked") // there is but this setting
    private static Value shown(Object value) {
        return SettingValues.show(POLICY, (Optional<String>) value);
    }

    private Written<?> only() {
        List<Written<?>> all = History.of(entries);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
