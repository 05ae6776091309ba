package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import footing.choices.ItemId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java/footing/wizard");
    private static final Path PAGES = Path.of("src/main/resources/footing/wizard");
    private static final Pattern QUOTED = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*)\"");
    private static final Pattern IN_FXML = Pattern.compile("\"%([^\"]+)\"");
    private static final Pattern ASKED = Pattern
            .compile("(?:Words|WIZARD)\\s*\\.\\s*(get|count)\\(\\s*\"([a-z][a-z0-9.-]*)\"[,)]");
    private static final Pattern ID = Pattern.compile("fx:id=\"([^\"]+)\"|field=\"([^\"]+)\"");

    @Test
    void everyText_isThere_whenItIsAskedFor() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path source : files(SOURCES, ".java")) {
            Matcher asked = ASKED.matcher(Files.readString(source));
            while (asked.find()) {
                String key = asked.group(2);
                boolean there = asked.group(1).equals("count")
                        ? Words.WIZARD.has(key + ".one") && Words.WIZARD.has(key + ".many")
                        : Words.WIZARD.has(key);
                if (!there) {
                    missing.add(key + " in " + source.getFileName());
                }
            }
        }
        for (Path page : files(PAGES, ".fxml")) {
            Matcher asked = IN_FXML.matcher(Files.readString(page));
            while (asked.find()) {
                if (!Words.WIZARD.has(asked.group(1))) {
                    missing.add(asked.group(1) + " in " + page.getFileName());
                }
            }
        }
        for (String key : made()) {
            if (!Words.WIZARD.has(key)) {
                missing.add(key);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noText_isLeft_thatNobodyAsksFor() throws IOException {
        Set<String> used = new TreeSet<>(made());
        for (Path source : files(SOURCES, ".java")) {
            Matcher quoted = QUOTED.matcher(Files.readString(source));
            while (quoted.find()) {
                used.add(quoted.group(1));
                used.add(quoted.group(1) + ".one");
                used.add(quoted.group(1) + ".many");
            }
        }
        for (Path page : files(PAGES, ".fxml")) {
            Matcher asked = IN_FXML.matcher(Files.readString(page));
            while (asked.find()) {
                used.add(asked.group(1));
            }
        }
        assertThat(Words.WIZARD.keys()).isSubsetOf(used);
    }

    @Test
    void ids_areUnique_onEveryPage() throws IOException {
        for (Path page : files(PAGES, ".fxml")) {
            List<String> ids = new ArrayList<>();
            Matcher found = ID.matcher(Files.readString(page));
            while (found.find()) {
                ids.add(found.group(1) == null ? found.group(2) : found.group(1));
            }
            assertThat(ids).as(page.toString()).doesNotHaveDuplicates();
        }
    }

    /** The keys that are put together from a constant's name. */
    private static Set<String> made() {
        return Stream
                .of(Arrays.stream(Step.values())
                        .flatMap((step) -> Stream.of("step", "title", "purpose", "help")
                                .map((part) -> step.key() + "." + part)),
                        Arrays.stream(Phase.values()).map((phase) -> "phase." + word(phase)),
                        Arrays.stream(SignInOption.Kind.values()).map((kind) -> "kind." + word(kind)),
                        Stream.of("waiting", "under-way", "done", "failed", "taken-back", "left")
                                .map((state) -> "apply." + state),
                        Stream.of("uppercase", "lowercase", "numbers", "symbols", "own-change", "hard-expiry")
                                .map((one) -> "people.password." + one),
                        Stream.of("name", "limit", "currency", "actual", "forecast")
                                .flatMap((part) -> Stream.of("budgets." + part, "budgets." + part + ".help")),
                        ItemId.BEYOND.stream().map((item) -> "beyond." + item.id()),
                        Stream.of("monthly", "quarterly", "annually").map((period) -> "budgets." + period),
                        Stream.of("by", "reference", "on", "until", "statement")
                                .flatMap((part) -> Stream.of("word." + part, "word." + part + ".help")),
                        Stream.of("saml", "saml.name", "openid", "issuer", "audience")
                                .map((field) -> "people." + field + ".help"),
                        Stream.of("name", "email", "phone").map((field) -> "contacts." + field),
                        Stream.of("practice", "profiles").map((part) -> "sign-in." + part + ".text"))
                .flatMap((keys) -> keys)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter((file) -> file.toString().endsWith(ending)).toList();
        }
    }
}
