package footing.wizard.budgets;

import footing.account.AlternateContact;
import footing.account.ContactType;
import footing.account.Region;
import footing.choices.Addresses;
import footing.choices.Billing;
import footing.choices.BudgetChoice;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.choices.Rules;
import footing.wizard.BeyondSwitches;
import footing.wizard.ChoicesEdit;
import footing.wizard.Desk;
import footing.wizard.form.Field;
import footing.wizard.form.Form;
import footing.wizard.form.Rows;
import footing.wizard.form.Written;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** All that the page asks for, as it is written, and the choices that it makes. */
final class BudgetsForm {

    static final String LIST = "billing.list";
    static final String TOPIC = "billing.topicName";
    static final String BUCKET = "billing.reportBucket";
    static final String ANOMALY = "beyond.anomalyUsd";
    static final List<ItemId> LEAVABLE = List.of(ItemId.BILLING_NOTIFICATIONS, ItemId.BUDGET, ItemId.USAGE_REPORT);
    /** What the first budget is called, unless somebody has a better name. */
    private static final String USUAL_NAME = "monthly-cost";

    private final Form form;
    private final Field list;
    private final Field topic;
    private final Field bucket;
    private final Written<Integer> anomaly;
    private final BeyondSwitches beyond;
    private final Rows<BudgetRow> budgets;
    private final Map<ItemId, BooleanProperty> leave = new EnumMap<>(ItemId.class);

    /** @param rules what is wrong with what is written now */
    BudgetsForm(Desk desk, Supplier<List<Complaint>> rules) {
        form = new Form(rules);
        list = form.field(LIST);
        topic = form.field(TOPIC);
        bucket = form.field(BUCKET);
        anomaly = Written.number(form.field(ANOMALY));
        beyond = new BeyondSwitches(desk, List.of(ItemId.COST_ANOMALIES), form::check);
        budgets = new Rows<>(form, (number) -> new BudgetRow(form, number), BudgetRow::fields);
        budgets.all()
                .subscribe(() -> form.arrange(Stream.of(Stream.of(list, topic), budgets.fields(),
                        Stream.of(bucket, anomaly.field()))
                        .flatMap((fields) -> fields)
                        .toList()));
        LEAVABLE.forEach((item) -> leave(item).subscribe((before, now) -> form.check()));
    }

    /** What is offered here beyond the baseline. */
    BeyondSwitches beyond() {
        return beyond;
    }

    Form form() {
        return form;
    }

    Rows<BudgetRow> budgets() {
        return budgets;
    }

    /** Whether the item stays as it is. */
    BooleanProperty leave(ItemId item) {
        return leave.computeIfAbsent(item, (key) -> new SimpleBooleanProperty(this, key.id()));
    }

    /**
     * @param open whether an item is not met: then a first budget is there to be filled in, and the list that hears of
     * invoices is proposed
     */
    void fill(Choices choices, Predicate<ItemId> hidden, Predicate<ItemId> open) {
        Billing billing = choices.billing();
        beyond.fill(choices);
        anomaly.field().value().set(String.valueOf(choices.beyond().anomalyUsd()));
        list.value().set(billing.list().or(() -> proposal(choices)).orElse(""));
        topic.value().set(billing.topicName());
        bucket.value().set(billing.reportBucket().orElse(""));
        budgets.clear();
        billing.budgets().forEach((name, budget) -> budgets.add().fill(name, budget));
        if (billing.budgets().isEmpty() && open.test(ItemId.BUDGET)) {
            budgets.add().name().value().set(USUAL_NAME);
        }
        fillLeft(choices, hidden);
    }

    /** What other pages may have changed since. */
    void fillLeft(Choices choices, Predicate<ItemId> hidden) {
        leave.forEach((item, left) -> left.set(choices.leaves(item) || hidden.test(item)));
    }

    private static Optional<String> proposal(Choices choices) {
        return Optional.ofNullable(choices.contacts().alternate().get(ContactType.BILLING))
                .map(AlternateContact::email)
                .filter((email) -> !Addresses.looksPersonal(email));
    }

    /** What the page makes of the choices so far. */
    Choices choices(Choices base) {
        Billing before = base.billing();
        boolean heard = !leave(ItemId.BILLING_NOTIFICATIONS).get();
        Choices choices = base.withBeyond(beyond.choices(base.beyond())
                .withAnomalyUsd(anomaly.meant().orElse(base.beyond().anomalyUsd())))
                .withBilling(new Billing(heard ? list.given() : before.list(),
                        heard ? topic.given().orElse("") : before.topicName(),
                        leave(ItemId.USAGE_REPORT).get() ? before.reportBucket() : bucket.given(),
                        leave(ItemId.BUDGET).get() ? before.budgets() : named()));
        for (ItemId item : LEAVABLE) {
            choices = ChoicesEdit.leave(choices, item, leave(item).get());
        }
        return choices;
    }

    /** Of two that have the same name the first one counts; the other is complained about. */
    private SortedMap<String, BudgetChoice> named() {
        SortedMap<String, BudgetChoice> all = new TreeMap<>();
        budgets.all().forEach((row) -> all.putIfAbsent(row.budgetName(), row.choice()));
        return all;
    }

    /**
     * What is wrong or odd, each with the field that it stands at.
     *
     * @param open whether an item is not met: somebody has to hear of money then
     */
    List<Complaint> complaints(Choices choices, Predicate<ItemId> open, Region home) {
        List<Complaint> complaints = new ArrayList<>(Rules.check(choices));
        if (beyond.on(ItemId.COST_ANOMALIES).get()) {
            complaints.addAll(anomaly.complaintsOfRequired());
        }
        if (open.test(ItemId.BILLING_NOTIFICATIONS) && !leave(ItemId.BILLING_NOTIFICATIONS).get()
                && list.given().isEmpty()) {
            complaints.add(error(list, "complaint.required"));
        }
        if (!leave(ItemId.BUDGET).get()) {
            TreeSet<String> names = new TreeSet<>();
            for (BudgetRow row : budgets.all()) {
                complaints.addAll(row.complaints(home));
                if (!names.add(row.budgetName())) {
                    complaints.add(error(row.name(), "complaint.listed-twice"));
                }
            }
        }
        return complaints;
    }

    private static Complaint error(Field field, String key) {
        return new Complaint(field.id(), field.given().orElse(""), Complaint.Severity.ERROR, key, Map.of(),
                Optional.empty());
    }
}
