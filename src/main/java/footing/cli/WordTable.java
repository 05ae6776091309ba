package footing.cli;

import footing.baseline.Status;
import footing.choices.Attestation;
import footing.choices.ItemId;
import footing.text.FindingText;
import footing.text.ItemTexts;
import footing.text.StatusLook;
import footing.text.Texts;
import footing.text.Visible;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The words that are kept for an account, as a table that fits the terminal: whether it holds, for what, who says what. */
final class WordTable {

    private static final Texts TEXTS = Texts.of("cli");
    private static final FindingText FINDINGS = new FindingText();
    private static final int LONGEST = 2000;

    private final Terminal terminal;
    private final ItemTexts items = new ItemTexts();

    WordTable(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param today the day on which a word has to hold */
    void print(SortedMap<ItemId, Attestation> words, LocalDate today) {
        terminal.say("");
        if (words.isEmpty()) {
            terminal.say(TEXTS.get("attest.none"));
        }
        words.forEach((item, word) -> row(item, word, word.holdsOn(today)));
    }

    private void row(ItemId item, Attestation word, boolean holds) {
        StatusLook look = StatusLook.of(holds ? Status.ATTESTED : Status.NEEDS_ATTESTATION);
        String status = terminal.symbol(look) + " "
                + (holds ? FINDINGS.status(Status.ATTESTED) : TEXTS.get("attest.expired"));
        String title = TEXTS.get("attest.title", Map.of("item", item.id(), "title", items.title(item.id())));
        List<String> said = List.of(Visible.line(word.statement(), LONGEST),
                TEXTS.get("attest.line", Map.of("by", Visible.line(word.by(), LONGEST), "on", word.on().toString(),
                        "until", word.validUntil().toString()))
                        + (word.reference().isEmpty()
                                ? ""
                                : " " + TEXTS.get("attest.reference", Map.of("reference",
                                        Visible.line(word.reference(), LONGEST)))));
        new StatusRow(terminal).print(look, status, title, said);
    }
}
