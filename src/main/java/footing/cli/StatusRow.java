package footing.cli;

import footing.text.StatusLook;
import java.util.ArrayList;
import java.util.List;

/** A row of a table that fits the terminal: a status, what it is of, and what there is to say. */
record StatusRow(Terminal terminal) {

    private static final int STATUS = 16;
    private static final int TITLE = 24;
    private static final int GAP = 2;
    /** Below so many columns there is no room for columns. */
    private static final int NARROW = 64;

    /** @param status with its symbol */
    void print(StatusLook look, String status, String title, List<String> said) {
        if (terminal.width() < NARROW) {
            terminal.say(title);
            terminal.print(List.of("  " + terminal.paint(look, status)));
            said.forEach((text) -> terminal.say(text, GAP));
            return;
        }
        List<String> titles = Cells.wrap(title, TITLE);
        List<String> texts = said.stream()
                .flatMap((text) -> Cells.wrap(text, terminal.width() - STATUS - TITLE - 2 * GAP).stream())
                .toList();
        List<String> lines = new ArrayList<>();
        for (int n = 0; n < Math.max(titles.size(), texts.size()); n++) {
            lines.add((terminal.paint(look, Cells.pad(n == 0 ? status : "", STATUS)) + " ".repeat(GAP)
                    + Cells.pad(at(titles, n), TITLE) + " ".repeat(GAP) + at(texts, n)).stripTrailing());
        }
        terminal.print(lines);
    }

    private static String at(List<String> lines, int n) {
        return n < lines.size() ? lines.get(n) : "";
    }
}
