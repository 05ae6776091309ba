package footing.cli;

import footing.account.Region;
import footing.aws.apply.Announced;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.Preview;
import footing.aws.apply.Preview.Outcome;
import footing.plan.Stack;
import footing.text.Texts;
import footing.text.Visible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What CloudFormation says it would do, told in the terminal: what nobody planned first, then stack by stack. */
final class PreviewText {

    private static final Texts TEXTS = Texts.of("cli");
    private static final int LONGEST = 300;
    private static final int MOST_VALUES = 12;

    private final Terminal terminal;

    PreviewText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param details whether each resource is named, also those that are only made */
    void print(Preview preview, boolean details) {
        surprises(preview);
        if (!preview.stacks().isEmpty()) {
            terminal.heading(TEXTS.get("preview.heading"));
            together(preview).forEach((outcome, stacks) -> outcome(names(stacks), outcome, details));
        }
    }

    private void surprises(Preview preview) {
        if (!preview.isOtherwise()) {
            return;
        }
        terminal.alarm(TEXTS.get("preview.surprises"));
        preview.stacks().forEach((one) -> {
            if (one.outcome() instanceof Outcome.Changes(List<Announced> all, List<Announced> surprises)) {
                surprises.forEach((change) -> {
                    terminal.say(TEXTS.get("preview.surprise", Map.of("stack", one.stack().label(), "change",
                            line(change))), 2);
                    values(change);
                });
            }
        });
        preview.failures()
                .filter((failure) -> failure.cause() == ApplyEvent.Cause.CHANGED_SINCE_REVIEW)
                .forEach((failure) -> terminal.say(ApplyLines.failure(failure, List.of()), 2));
    }

    /** What is said of one stack and of others alike, as of those of each Region, is said once. */
    private static SequencedMap<Outcome, List<Stack>> together(Preview preview) {
        return preview.stacks()
                .stream()
                .collect(Collectors.groupingBy(Preview.OfStack::outcome, LinkedHashMap::new,
                        Collectors.mapping(Preview.OfStack::stack, Collectors.toList())));
    }

    /** By name; those of many Regions with the Regions. */
    private static String names(List<Stack> stacks) {
        return stacks.stream()
                .collect(Collectors.groupingBy(Stack::stackName, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map((entry) -> entry.getValue().size() == 1
                        ? entry.getValue().getFirst().label()
                        : entry.getKey() + entry.getValue()
                                .stream()
                                .flatMap((stack) -> stack.place().stream())
                                .map(Region::id)
                                .collect(Collectors.joining(", ", " (", ")")))
                .collect(Collectors.joining(", "));
    }

    /** How many resources are made, altered, replaced and deleted; none of which there is none. */
    private static String counts(List<Announced> all) {
        return all.stream()
                .collect(Collectors.groupingBy(PreviewText::action, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map((entry) -> TEXTS.get("preview.count", Map.of("count", entry.getValue().toString(), "action",
                        word(entry.getKey()))))
                .collect(Collectors.joining(", "));
    }

    private void outcome(String stacks, Outcome outcome, boolean details) {
        switch (outcome) {
            case Outcome.Changes(List<Announced> all, List<Announced> surprises) -> {
                terminal.say(TEXTS.get("preview.changes", Map.of("stacks", stacks, "counts", counts(all))), 2);
                all.stream().filter((change) -> details || !change.action().equals("Add")).forEach((change) -> {
                    terminal.say(line(change), 4);
                    values(change);
                });
            }
            case Outcome.Nothing() -> terminal.say(TEXTS.get("preview.nothing", Map.of("stacks", stacks)), 2);
            case Outcome.InTheWay(var condition) ->
                terminal.say(TEXTS.get("preview.in-the-way", Map.of("stacks", stacks)), 2);
            case Outcome.NotTold(var failure) -> terminal.say(TEXTS.get("preview.not-told", Map.of("stacks", stacks,
                    "why", ApplyLines.failure(failure, List.of()))), 2);
        }
    }

    private static String action(Announced change) {
        return change.replacement() ? "replace" : change.action().toLowerCase(Locale.ROOT);
    }

    /** What CloudFormation may come to call an action is told as it calls it. */
    private static String word(String action) {
        String key = "preview.action." + action;
        return TEXTS.has(key) ? TEXTS.get(key) : Visible.line(action, LONGEST);
    }

    private static String line(Announced change) {
        return TEXTS.get("preview.line", Map.of("action", word(action(change)), "id",
                Visible.line(change.logicalId(), LONGEST), "type", Visible.line(change.type(), LONGEST)));
    }

    private void values(Announced change) {
        change.values().stream().limit(MOST_VALUES).forEach((value) -> PlanText.detail(terminal, value, 6));
        int more = change.values().size() - MOST_VALUES;
        if (more > 0) {
            terminal.say(TEXTS.get("plan.more", Map.of("count", Integer.toString(more))), 6);
        }
    }
}
