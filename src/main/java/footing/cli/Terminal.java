package footing.cli;

import footing.baseline.Status;
import footing.text.StatusLook;
import footing.text.Texts;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where a command writes. Results go to standard output, progress and complaints to standard error; colour only where
 * a person looks.
 */
public final class Terminal {

    private static final Set<String> YES = Set.of(Texts.of("cli").get("apply.yes"),
            Texts.of("cli").get("apply.yes-short"));
    private static final int USUAL_WIDTH = 80;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 200;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Optional<Function<String, Optional<String>>> person;
    private final boolean color;
    private final boolean unicode;
    private final int width;
    private boolean midLine;

    /**
     * @param person asks whoever sits at the terminal, and gives what they typed; absent where nobody does
     * @param unicode whether the terminal shows more than ASCII
     * @param columns how wide the terminal is, where it says so
     */
    Terminal(PrintWriter out, PrintWriter err, Optional<Function<String, Optional<String>>> person, boolean unicode,
            Optional<Integer> columns, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.person = person;
        this.unicode = unicode;
        this.color = person.isPresent() && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        this.width = columns.map(Terminal::bounded).orElseGet(() -> width(environment));
    }

    public static Terminal ofProcess() {
        Charset charset = System.out.charset();
        Optional<Function<String, Optional<String>>> person = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map((console) -> (question) -> Optional.ofNullable(console.readLine("%s", question)));
        // Not System.out, which keeps to itself what could not be written.
        PrintWriter out = new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), charset),
                true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, System.err.charset()), true);
        return new Terminal(out, err, person, charset.newEncoder().canEncode("✓◷…"),
                person.flatMap((somebody) -> TerminalSize.columns()), System.getenv());
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** Whether some of the results could not be written: the disk is full, or nobody reads any more. */
    boolean isBroken() {
        return out.checkError();
    }

    boolean hasPerson() {
        return person.isPresent();
    }

    boolean hasColor() {
        return color;
    }

    /** Columns to a line. */
    int width() {
        return width;
    }

    /** A line of the result, wrapped. */
    void say(String text) {
        say(text, 0);
    }

    /** Lines of the result, so far from the left. */
    void say(String text, int indent) {
        endProgress();
        for (String line : Cells.wrap(text, width - indent)) {
            out.println((" ".repeat(indent) + shown(line)).stripTrailing());
        }
        out.flush();
    }

    /** Lines that are laid out already. */
    void print(List<String> lines) {
        endProgress();
        lines.forEach((line) -> out.println(shown(line)));
        out.flush();
    }

    void heading(String text) {
        heading(text, "1");
    }

    /** A heading over what nobody may miss. */
    void alarm(String text) {
        heading(text, "1;" + StatusLook.of(Status.NOT_MET).ansiColor());
    }

    private void heading(String text, String look) {
        say("");
        for (String line : Cells.wrap(text, width)) {
            out.println(color ? "\u001b[" + look + "m" + shown(line) + "\u001b[0m" : shown(line));
        }
        out.flush();
    }

    /** What is under way: one line that changes where a person looks, nothing elsewhere. */
    void progress(String text) {
        if (person.isPresent()) {
            String line = Cells.wrap(text, width - 1).getFirst();
            err.print("\r" + Cells.pad(shown(line), width - 1));
            err.flush();
            midLine = true;
        }
    }

    /** A line that stays, on standard error. */
    void note(String text) {
        endProgress();
        Cells.wrap(text, width).forEach((line) -> err.println(shown(line)));
        err.flush();
    }

    /** What is wrong, in one line however long it is. */
    void complain(String text) {
        endProgress();
        err.println(shown("footing: " + text));
        err.flush();
    }

    /** What a person answered; empty where nobody is there. */
    Optional<String> ask(String question) {
        endProgress();
        return person.flatMap((asked) -> asked.apply(shown(question) + " "));
    }

    String symbol(StatusLook look) {
        return unicode ? look.symbol() : look.asciiSymbol();
    }

    String paint(StatusLook look, String text) {
        return color ? "\u001b[" + look.ansiColor() + "m" + text + "\u001b[0m" : text;
    }

    /** Whether whoever sits at the terminal says yes to a question; no where nobody does. */
    boolean agrees(String question) {
        say("");
        return ask(question)
                .filter((answer) -> YES.contains(answer.strip().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /** Whether whoever sits at the terminal answers a call to do something with Enter alone; no where nobody does. */
    boolean goesOn(String call) {
        say("");
        return ask(call).filter(String::isBlank).isPresent();
    }

    private void endProgress() {
        if (midLine) {
            err.print("\r" + " ".repeat(width - 1) + "\r");
            err.flush();
            midLine = false;
        }
    }

    private String shown(String text) {
        return unicode
                ? text
                : text.replace("…", "...").replace("·", "-").replace("→", "->").replace("–", "-").replace("’", "'");
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[0-9]{1,4}")
                ? bounded(Integer.parseInt(columns))
                : USUAL_WIDTH;
    }

    private static int bounded(int columns) {
        return Math.clamp(columns, NARROWEST, WIDEST);
    }
}
