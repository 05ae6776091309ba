package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A language that is a third longer than English, with accents: what does not fit in it would not fit in a real one. */
class PseudoLocaleTest {

    private static final String LANGUAGE = "eo";
    private static final Path BUNDLES = Path.of("src/main/resources/footing/text");
    private static final Pattern VALUE = Pattern.compile("\\{[^}]*}|%[sd]");
    private static final String PLAIN = "aeiouAEIOUcnyz";
    private static final String ACCENTED = "àéîõüÀÉÎÕÜçñýž";

    /** In a Java of its own, since the texts are read once, in the language that it begins with. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void nothingIsClipped_onAnyPage_inALongerLanguage(@TempDir Path dir) throws IOException, InterruptedException {
        Path texts = dir.resolve("texts");
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            for (Path bundle : bundles.filter((file) -> file.toString().endsWith(".properties")).toList()) {
                translate(bundle, texts.resolve("footing/text"));
            }
        }
        Path report = dir.resolve("report");
        Process walk = new ProcessBuilder(command(texts, dir.resolve("data"), report))
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("out").toFile())
                .start();
        assertThat(walk.waitFor()).as(() -> read(dir.resolve("out"))).isZero();

        assertThat(Files.readAllLines(report)).as("that the language was spoken")
                .first()
                .asString()
                .isEqualTo(longer(Words.get("people.next")));
        assertThat(Files.readAllLines(report).stream().skip(1)).isEmpty();
    }

    private static List<String> command(Path texts, Path data, Path report) {
        String separator = System.getProperty("path.separator", ":");
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        Stream<String> settings = Stream.of("glass.platform", "prism.order", "prism.lcdtext", "java.awt.headless",
                "testfx.robot", "user.home", "user.timezone")
                .map((name) -> "-D" + name + "=" + System.getProperty(name, ""));
        return Stream.of(
                Stream.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                        "-Duser.language=" + LANGUAGE),
                settings,
                Stream.of("-cp", texts + separator + classes, PseudoLocaleTest.class.getName(), data.toString(),
                        report.toString()))
                .flatMap((part) -> part)
                .toList();
    }

    /** Walks through the pages, in the language that this Java begins with, and writes down what does not fit. */
    public static void main(String[] arguments) throws IOException {
        Path report = Path.of(arguments[1]);
        Files.writeString(report, Words.get("people.next") + "\n");
        try (Driver driver = Driver.practice(Path.of(arguments[0]))) {
            Fx.run(() -> driver.stage().setWidth(1000));
            look(driver, "sign in", report);
            Walk.survey(driver, "inherited");
            Walk.toFinish(driver, (page) -> look(driver, page, report));
        } catch (AssertionError | RuntimeException stopped) {
            // What the window runs on would keep this Java alive.
            stopped.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static void look(Driver driver, String page, Path report) {
        StringBuilder wrong = new StringBuilder();
        Drawn.wrong(driver)
                .forEach((what) -> wrong.append(page)
                        .append(": ")
                        .append(what.replace('\n', ' '))
                        .append('\n'));
        try {
            Files.writeString(report, wrong, StandardOpenOption.APPEND);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private static void translate(Path bundle, Path folder) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Files.newInputStream(bundle)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        texts.replaceAll((key, text) -> longer(text.toString()));
        Files.createDirectories(folder);
        String name = bundle.getFileName().toString().replace(".properties", "_" + LANGUAGE + ".properties");
        try (Writer out = Files.newBufferedWriter(folder.resolve(name))) {
            texts.store(out, "");
        }
    }

    /** With accents, and more words at its end; what a value is put into stays as it is. */
    static String longer(String text) {
        StringBuilder accented = new StringBuilder();
        Matcher values = VALUE.matcher(text);
        int from = 0;
        while (values.find()) {
            accented.append(accented(text.substring(from, values.start()))).append(values.group());
            from = values.end();
        }
        accented.append(accented(text.substring(from)));
        int more = (text.length() + 2) / 3;
        return accented + IntStream.range(0, more).mapToObj((at) -> at % 6 == 0 ? " " : "ö").reduce("", String::concat);
    }

    private static String accented(String text) {
        StringBuilder accented = new StringBuilder();
        text.chars().forEach((one) -> {
            int at = PLAIN.indexOf(one);
            accented.append(at < 0 ? (char) one : ACCENTED.charAt(at));
        });
        return accented.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unread) {
            return unread.toString();
        }
    }

    @Test
    void longerLanguage_isAThirdLonger_andKeepsItsValues() {
        String text = longer("Apply {count} changes");
        assertThat(text).hasSize(28).contains("{count}").doesNotContain("Apply");
        assertThat(text.toLowerCase(Locale.ROOT)).startsWith("àpplý {count} çhàñgés ö");
    }
}
