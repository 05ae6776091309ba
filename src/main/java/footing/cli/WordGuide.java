package footing.cli;

import footing.account.AccountState;
import footing.baseline.Finding;
import footing.baseline.Status;
import footing.choices.Choices;
import footing.choices.Conventions;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.text.FindingText;
import footing.text.ItemTexts;
import footing.text.StatusLook;
import footing.text.Texts;
import footing.work.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leads whoever is to give their word: where the item stands, what to do, where, and what to look for. */
final class WordGuide {

    private static final Texts TEXTS = Texts.of("cli");
    private static final FindingText FINDINGS = new FindingText();

    private final Terminal terminal;
    private final ItemTexts items = new ItemTexts();

    WordGuide(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @return what AWS shows of the item, whoever gave their word */
    Status print(Journey journey, AccountState account, ItemId item) {
        Choices choices = Conventions.choices(account);
        Finding finding = journey.withBeyond(journey.judge(account, choices), account, choices.attestations())
                .stream()
                .filter((one) -> one.item().id() == item)
                .findFirst()
                .orElseThrow();
        StatusLook look = StatusLook.of(finding.status());
        terminal.heading(FINDINGS.title(finding.item()));
        terminal.print(List.of(terminal.paint(look,
                terminal.symbol(look) + " " + FINDINGS.status(finding.status()))));
        terminal.say(FINDINGS.what(finding.item()));
        terminal.say(FINDINGS.summary(finding));
        // Without anybody's word: whoever gave one may look again all the same.
        Optional<Change.ManualStep> step = Work.plan(account, choices)
                .byHand()
                .stream()
                .filter((one) -> one.item() == item)
                .findFirst();
        step.ifPresentOrElse(this::print, () -> terminal.say(items.fix(item.id())));
        return finding.verdict().status();
    }

    /** The steps of a guide, and the place in the console where they begin. */
    void print(Change.ManualStep step) {
        terminal.heading(items.guide(step.guide().key()));
        terminal.say(step.guide().link().toString());
        steps(step, 2);
    }

    void steps(Change.ManualStep step, int indent) {
        int number = 0;
        for (String text : items.steps(step.guide().key())) {
            number++;
            terminal.say(TEXTS.get("attest.step", Map.of("number", Integer.toString(number), "text", text)), indent);
        }
    }
}
