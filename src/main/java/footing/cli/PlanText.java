package footing.cli;

import footing.account.Permission;
import footing.plan.Change;
import footing.plan.Cost;
import footing.plan.Permissions;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Prices;
import footing.plan.Words;
import footing.text.ItemTexts;
import footing.text.Texts;
import footing.text.Visible;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan, told in the terminal. */
final class PlanText {

    private static final Texts TEXTS = Texts.of("cli");
    private static final Texts PLAN = Texts.of("plan");
    private static final int LONGEST = 300;
    private static final int MOST_DETAILS = 12;

    private final Terminal terminal;
    private final ItemTexts items = new ItemTexts();

    PlanText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Changes with what they cost, the permissions they take, what is by hand, and what is left alone. */
    void print(Plan plan) {
        terminal.heading(TEXTS.get(plan.isEmpty() ? "plan.nothing" : "plan.heading",
                Map.of("count", Integer.toString(plan.changes().size()))));
        for (int n = 0; n < plan.changes().size(); n++) {
            print(n + 1, plan.changes().get(n));
        }
        if (!plan.isEmpty()) {
            terminal.say("");
            terminal.say(cost(plan.cost()));
            permissions(plan);
        }
        byHand(plan.byHand());
        if (!plan.untouched().isEmpty()) {
            terminal.heading(TEXTS.get("plan.untouched"));
            plan.untouched()
                    .forEach((item, reason) -> terminal.say(TEXTS.get("plan.untouched-line", Map.of("item",
                            items.title(item.id()), "reason", items.word("reason", reason))), 2));
        }
    }

    void byHand(List<Change.ManualStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        terminal.heading(TEXTS.get("plan.by-hand"));
        for (Change.ManualStep step : steps) {
            terminal.say(items.guide(step.guide().key()), 2);
            terminal.say(step.guide().link().toString(), 2);
        }
    }

    /** What a change says, on one line. */
    static String words(PlannedChange change) {
        Words words = Words.of(change);
        Map<String, String> values = new LinkedHashMap<>();
        words.values().forEach((name, value) -> values.put(name, Visible.line(value, LONGEST)));
        return PLAN.get(words.key(), values).strip();
    }

    private void print(int number, PlannedChange change) {
        terminal.say(TEXTS.get("plan.change", Map.of("number", Integer.toString(number), "words", words(change))));
        terminal.say(TEXTS.get("plan.change-note", Map.of("item", items.title(change.item().id()), "undo",
                PLAN.get(Words.key(change.undo())))), 4);
        boolean inTemplate = change.change() instanceof Change.StackResource
                && change.kind() != PlannedChange.Kind.UPDATE;
        if (!inTemplate) {
            List<Words.Detail> details = Words.of(change).details();
            details.stream().limit(MOST_DETAILS).forEach(this::detail);
            if (details.size() > MOST_DETAILS) {
                terminal.say(TEXTS.get("plan.more",
                        Map.of("count", Integer.toString(details.size() - MOST_DETAILS))), 4);
            }
        }
    }

    private void detail(Words.Detail detail) {
        String nothing = TEXTS.get("plan.was-nothing");
        terminal.say(TEXTS.get("plan.detail", Map.of("path", Visible.line(detail.path(), LONGEST), "before",
                detail.before().map((value) -> Visible.line(value, LONGEST)).orElse(nothing), "after",
                detail.after().map((value) -> Visible.line(value, LONGEST)).orElse(nothing))), 4);
    }

    private static String cost(Cost cost) {
        return TEXTS.get(cost.usage() ? "plan.cost-and-usage" : "plan.cost", Map.of("amount",
                cost.monthlyUsd().setScale(2, RoundingMode.HALF_UP).toPlainString(), "as", Prices.asOf().toString()));
    }

    private void permissions(Plan plan) {
        terminal.heading(TEXTS.get("plan.permissions"));
        Permissions.of(plan)
                .stream()
                .collect(Collectors.groupingBy((permission) -> permission.action().split(":", 2)[0],
                        java.util.TreeMap::new, Collectors.toList()))
                .forEach((service, list) -> terminal.say(service + ": " + list.stream()
                        .map(Permission::action)
                        .map((action) -> action.substring(action.indexOf(':') + 1))
                        .collect(Collectors.joining(", ")), 2));
    }
}
