package footing.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.choices.Attestation;
import footing.choices.ItemId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordFileTest {

    private static final String ACCOUNT = "123456789012";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @TempDir private Path folder = Path.of("");

    private WordFile file() {
        return WordFile.of(folder, ACCOUNT);
    }

    private static Attestation word(String statement, LocalDate on) {
        return new Attestation("Head of IT", on, statement, "", on.plusYears(1));
    }

    private static WordEntry given(ItemId item, String statement) {
        return new WordEntry.Given(item, word(statement, DAY));
    }

    @Test
    void words_areReadAsTheyWereGiven_andTheLastOfAnItemCounts() {
        assertThat(file().read()).isEqualTo(KeptWords.NONE);
        file().add(given(ItemId.ROOT_MFA, "One key"));
        Attestation second = new Attestation("Ada \"the\" <b>Example</b> 李", DAY, "Two keys; = {\"v\":2}\\n", "SAFE-7",
                DAY.plusYears(5));
        file().add(new WordEntry.Given(ItemId.ROOT_MFA, second));
        file().add(given(ItemId.BUDGET, "A list"));

        assertThat(file().read().given()).containsExactly(Map.entry(ItemId.ROOT_MFA, second),
                Map.entry(ItemId.BUDGET, word("A list", DAY)));
        assertThat(file().path()).content().hasLineCount(3);
    }

    @Test
    void takenBack_countsNoMore_andStaysOnRecord() {
        file().add(given(ItemId.ROOT_MFA, "Two keys"));
        KeptWords now = file().add(new WordEntry.Withdrawn(ItemId.ROOT_MFA, "Ada", DAY));

        assertThat(now).isEqualTo(file().read());
        assertThat(now.given()).isEmpty();
        assertThat(file().path()).content().contains("Two keys", "\"kind\":\"withdrawn\"", "\"by\":\"Ada\"");
        assertThat(file().add(given(ItemId.ROOT_MFA, "Again")).given()).containsKey(ItemId.ROOT_MFA);
    }

    @Test
    void tornLastLine_isSkippedAndTold_andNothingIsGluedToIt() throws IOException {
        file().add(given(ItemId.ROOT_MFA, "Two keys"));
        byte[] whole = Files.readAllBytes(file().path());
        file().add(given(ItemId.BUDGET, "Ünü"));
        byte[] both = Files.readAllBytes(file().path());
        for (int cut = whole.length + 1; cut < both.length; cut++) {
            Files.write(file().path(), java.util.Arrays.copyOf(both, cut));
            assertThat(file().read().torn()).isTrue();
            assertThat(file().read().given()).containsOnlyKeys(ItemId.ROOT_MFA);
        }

        file().add(given(ItemId.USAGE_REPORT, "It arrives"));

        assertThat(file().read().torn()).isFalse();
        assertThat(file().read().given()).containsOnlyKeys(ItemId.ROOT_MFA, ItemId.USAGE_REPORT);
        assertThat(Files.readAllBytes(file().path())).startsWith(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "nonsense", "{\"v\":2}", "{\"v\":1,\"kind\":\"given\"}",
        "{\"v\":1,\"kind\":\"other\",\"item\":\"budget\",\"by\":\"A\",\"on\":\"2026-03-01\"}",
        "{\"v\":1,\"kind\":\"withdrawn\",\"item\":\"no-such\",\"by\":\"A\",\"on\":\"2026-03-01\"}",
        "{\"v\":1,\"kind\":\"withdrawn\",\"item\":\"budget\",\"by\":\"\",\"on\":\"2026-03-01\"}",
        "{\"v\":1,\"kind\":\"withdrawn\",\"item\":\"budget\",\"by\":\"A\\u0000\",\"on\":\"2026-03-01\"}",
        "{\"v\":1,\"kind\":\"withdrawn\",\"item\":\"budget\",\"by\":7,\"on\":\"2026-03-01\"}",
        "{\"v\":1,\"kind\":\"withdrawn\",\"item\":\"budget\",\"by\":\"A\",\"on\":\"yesterday\"}",
        "{\"v\":1,\"kind\":\"withdrawn\",\"item\":\"budget\",\"by\":\"A\",\"by\":\"B\",\"on\":\"2026-03-01\"}",
        "{\"v\":1,\"kind\":\"given\",\"item\":\"budget\",\"by\":\"A\",\"on\":\"2026-03-01\",\"statement\":\"x\\ny\",\"reference\":\"\",\"validUntil\":\"2026-04-01\"}",
        "{\"v\":1,\"kind\":\"given\",\"item\":\"budget\",\"by\":\"A\",\"on\":\"2026-03-01\",\"statement\":\"x\",\"reference\":\"\",\"validUntil\":\"2036-04-01\"}"})
    void lineThatIsNotAsFootingWroteIt_isAnErrorThatNamesIt(String line) throws IOException {
        file().add(given(ItemId.ROOT_MFA, "Two keys"));
        Files.writeString(file().path(), line + "\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> file().read()).isInstanceOf(WordsException.class)
                .satisfies((problem) -> assertThat(Trouble.words(problem)).contains("line 2 of", ACCOUNT,
                        "Take the line out"));
        String before = Files.readString(file().path());
        assertThatThrownBy(() -> file().add(given(ItemId.BUDGET, "A list"))).isInstanceOf(WordsException.class);
        assertThat(file().path()).hasContent(before);
    }

    @Test
    void whatNobodyWroteByHand_isNotRead() throws IOException {
        Files.createDirectories(file().path().getParent());
        Files.write(file().path(), new byte[8_000_001]);

        assertThatThrownBy(() -> file().read()).satisfies((problem) -> assertThat(Trouble.words(problem))
                .contains("far too large", "put it elsewhere"));
    }

    @Test
    void otherAccounts_standApart_andWhatIsNoAccountIsNoFile() {
        file().add(given(ItemId.ROOT_MFA, "Two keys"));

        assertThat(WordFile.of(folder, "210987654321").read()).isEqualTo(KeptWords.NONE);
        assertThatThrownBy(() -> WordFile.of(folder, "../2109876543")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void file_isForItsOwnerAlone_evenWhereItWasNot() throws IOException {
        file().add(given(ItemId.ROOT_MFA, "Two keys"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path().getParent())))
                .isEqualTo("rwx------");

        Files.setPosixFilePermissions(file().path(), PosixFilePermissions.fromString("rw-rw-rw-"));
        file().add(given(ItemId.BUDGET, "A list"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path()))).isEqualTo("rw-------");
    }

    @Test
    void whereNothingCanBeWritten_theErrorSaysWhatToDo() throws IOException {
        Files.writeString(folder.resolve("attestations"), "a file in the place of the folder", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> file().add(given(ItemId.ROOT_MFA, "Two keys")))
                .isInstanceOf(WordsException.class)
                .satisfies((problem) -> assertThat(Trouble.words(problem)).contains("was not kept", "writable",
                        ACCOUNT));
    }

    @Test
    void manyAtOnce_areAllKept() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = java.util.stream.IntStream.range(0, 50)
                    .<Future<?>>mapToObj((n) -> threads.submit(() -> file().add(given(ItemId.ROOT_MFA, "No. " + n))))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(Files.readAllLines(file().path())).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void newer_counts_andTheFilesOwnOnTheSameDay() {
        KeptWords kept = new KeptWords(Map.of(ItemId.ROOT_MFA, given(ItemId.ROOT_MFA, "kept"), ItemId.BUDGET,
                new WordEntry.Withdrawn(ItemId.BUDGET, "Ada", DAY)), false);

        for (ItemId item : List.of(ItemId.ROOT_MFA, ItemId.BUDGET)) {
            for (int days = 0; days <= 1; days++) {
                Attestation later = word("chosen", DAY.plusDays(days));
                assertThat(kept.over(Map.of(item, later))).containsEntry(item, later);
            }
        }
        Attestation earlier = word("chosen", DAY.minusDays(1));
        assertThat(kept.over(Map.of(ItemId.ROOT_MFA, earlier, ItemId.BUDGET, earlier, ItemId.USAGE_REPORT, earlier)))
                .containsOnly(Map.entry(ItemId.ROOT_MFA, word("kept", DAY)),
                        Map.entry(ItemId.USAGE_REPORT, earlier));
    }
}
