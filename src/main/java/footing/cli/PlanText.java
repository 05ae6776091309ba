package footing.cli;

import footing.account.AccountState;
import footing.account.Permission;
import footing.baseline.Finding;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.ChangeGroup;
import footing.plan.Cost;
import footing.plan.Permissions;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Prices;
import footing.plan.Remedy;
import footing.plan.Value;
import footing.plan.Words;
import footing.text.FindingText;
import footing.text.ItemTexts;
import footing.text.Texts;
import footing.text.Visible;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan, told in the terminal. */
final class PlanText {

    private static final Texts TEXTS = Texts.of("cli");
    private static final Texts PLAN = Texts.of("plan");
    private static final FindingText FINDINGS = new FindingText();
    private static final int LONGEST = 300;
    private static final int MOST_DETAILS = 12;
    /** What CloudFormation writes for what it does not know before it has made something else. */
    private static final String KNOWN_LATER = "{{changeSet:KNOWN_AFTER_APPLY}}";

    private final Terminal terminal;
    private final ItemTexts items = new ItemTexts();

    PlanText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Changes with what they cost, the permissions they take, what is by hand, and what is left alone. */
    void print(Plan plan, AccountState account, List<Finding> findings) {
        print(plan, account, findings, false);
    }

    /**
     * @param findings where each item stands, which is the reason for what is proposed
     * @param details whether each change stands for itself, with all that it sets
     */
    void print(Plan plan, AccountState account, List<Finding> findings, boolean details) {
        StackNotes.print(terminal, account);
        heading(plan, account);
        List<ChangeGroup> groups = details ? ChangeGroup.each(plan.changes()) : ChangeGroup.of(plan.changes());
        Map<ItemId, Finding> reasons = new EnumMap<>(ItemId.class);
        findings.forEach((finding) -> reasons.put(finding.item().id(), finding));
        // What was seen of an item is said once, with the first of its changes.
        groups.forEach((group) -> print(group, Optional.ofNullable(reasons.remove(item(group))), details));
        if (!plan.isEmpty()) {
            terminal.say("");
            terminal.say(cost(plan.cost()));
            Words.usage(plan).forEach((usage) -> terminal.say(words(usage)));
            permissions(plan);
        }
        byHand(plan.byHand(), details);
        open(plan.open());
        adopted(plan, findings);
        settled(plan);
    }

    /** What would be taken back, and the permissions that it takes. */
    void printBack(Plan plan) {
        terminal.heading(TEXTS.get(plan.isEmpty() ? "undo.nothing" : "undo.heading",
                Map.of("count", Integer.toString(plan.changes().size()))));
        ChangeGroup.of(plan.changes()).forEach((group) -> print(group, Optional.empty(), false));
        if (!plan.isEmpty()) {
            permissions(plan);
        }
    }

    private void heading(Plan plan, AccountState account) {
        boolean over = plan.open().isEmpty() && plan.byHand().isEmpty();
        String nothing = StackNotes.allFree(account)
                ? over ? "plan.nothing" : "plan.nothing-but-open"
                : "plan.nothing-now";
        String key = plan.isEmpty() ? nothing : "plan.heading";
        terminal.heading(TEXTS.get(key, Map.of("count", Integer.toString(plan.changes().size()))));
    }

    private void open(Map<ItemId, Remedy.Reason> open) {
        if (!open.isEmpty()) {
            terminal.heading(TEXTS.get("plan.open"));
            open.forEach((item, reason) -> terminal.say(TEXTS.get("plan.untouched-line", Map.of("item",
                    items.title(item.id()), "reason", items.word("reason", reason))), 2));
        }
    }

    /** What is used as it is, and why it may. */
    private void adopted(Plan plan, List<Finding> findings) {
        List<Finding> adopted = findings.stream()
                .filter((finding) -> plan.untouched().get(finding.item().id()) == Remedy.Reason.ADOPTED)
                .toList();
        if (!adopted.isEmpty()) {
            terminal.heading(items.word("reason", Remedy.Reason.ADOPTED));
            adopted.forEach((finding) -> terminal.say(TEXTS.get("plan.untouched-line", Map.of("item",
                    items.title(finding.item().id().id()), "reason", FINDINGS.summary(finding))), 2));
        }
    }

    private void settled(Plan plan) {
        Map<Remedy.Reason, List<String>> settled = new EnumMap<>(Remedy.Reason.class);
        plan.untouched().forEach((item, reason) -> {
            if (!reason.isOpen() && reason != Remedy.Reason.ADOPTED) {
                settled.computeIfAbsent(reason, (one) -> new ArrayList<>()).add(items.title(item.id()));
            }
        });
        if (!settled.isEmpty()) {
            terminal.heading(TEXTS.get("plan.untouched"));
            settled.forEach((reason, titles) -> terminal.say(TEXTS.get("plan.untouched-line",
                    Map.of("item", String.join(", ", titles), "reason", items.word("reason", reason))), 2));
        }
    }

    void byHand(List<Change.ManualStep> steps) {
        byHand(steps, false);
    }

    /** @param details whether each step of the way is told, or only where it begins */
    private void byHand(List<Change.ManualStep> steps, boolean details) {
        if (steps.isEmpty()) {
            return;
        }
        terminal.heading(TEXTS.get("plan.by-hand"));
        for (Change.ManualStep step : steps) {
            terminal.say(items.guide(step.guide().key()), 2);
            terminal.say(step.guide().link().toString(), 2);
            if (details) {
                new WordGuide(terminal).steps(step, 4);
            }
        }
    }

    /** What a change says, on one line. */
    static String words(PlannedChange change) {
        return words(Words.of(change));
    }

    static String words(Words words) {
        Map<String, String> values = new LinkedHashMap<>();
        words.values().forEach((name, value) -> values.put(name, Visible.line(value, LONGEST)));
        return PLAN.get(words.key(), values).strip();
    }

    private void print(ChangeGroup group, Optional<Finding> because, boolean details) {
        PlannedChange change = group.changes().getFirst();
        String key = group.isOne() ? "plan.change" : group.isUnbroken() ? "plan.changes" : "plan.changes-among";
        terminal.say(TEXTS.get(key, Map.of("number", Integer.toString(group.first()), "last",
                Integer.toString(group.last()), "more", Integer.toString(group.changes().size() - 1), "words",
                words(group.words()))));
        terminal.say(TEXTS.get("plan.change-note", Map.of("item", items.title(change.item().id()), "undo",
                PLAN.get(Words.key(change.undo())))), 4);
        because.ifPresent((finding) -> terminal.say(FINDINGS.summary(finding), 4));
        costLine(group.cost()).ifPresent((line) -> terminal.say(line, 4));
        boolean inTemplate = change.change() instanceof Change.StackResource
                && change.before().equals(Value.ABSENT) != change.after().equals(Value.ABSENT);
        if (details || !inTemplate) {
            List<Words.Detail> all = group.words().details();
            int most = details ? all.size() : MOST_DETAILS;
            all.stream().limit(most).forEach((detail) -> detail(terminal, detail, 4));
            if (all.size() > most) {
                terminal.say(TEXTS.get("plan.more", Map.of("count", Integer.toString(all.size() - most))), 4);
            }
        }
    }

    private static ItemId item(ChangeGroup group) {
        return group.changes().getFirst().item();
    }

    static void detail(Terminal terminal, Words.Detail detail, int indent) {
        terminal.say(TEXTS.get("plan.detail", Map.of("path", Visible.line(detail.path(), LONGEST), "before",
                value(detail.before()), "after", value(detail.after()))), indent);
    }

    private static String value(Optional<String> value) {
        return value.map((text) -> Visible.line(text.replace(KNOWN_LATER, TEXTS.get("preview.known-later")), LONGEST))
                .orElseGet(() -> TEXTS.get("plan.was-nothing"));
    }

    /** What one change adds to the bill; empty where it adds nothing. */
    private static Optional<String> costLine(Cost cost) {
        boolean fixed = cost.monthlyUsd().signum() != 0;
        if (!fixed && !cost.usage()) {
            return Optional.empty();
        }
        String key = fixed ? cost.usage() ? "plan.cost-line-and-usage" : "plan.cost-line" : "plan.cost-line-usage";
        return Optional.of(TEXTS.get(key, Map.of("amount", amount(cost))));
    }

    private static String amount(Cost cost) {
        return cost.monthlyUsd().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String cost(Cost cost) {
        return TEXTS.get(cost.usage() ? "plan.cost-and-usage" : "plan.cost", Map.of("amount",
                amount(cost), "as", Prices.asOf().toString()));
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
