package footing.wizard.review;

import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.plan.Permissions;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Remedy;
import footing.plan.Stack;
import footing.template.Templates;
import footing.text.ItemTexts;
import footing.wizard.ChoicesEdit;
import footing.wizard.Desk;
import footing.wizard.Missing;
import footing.wizard.PageModel;
import footing.work.Work;
import footing.wizard.Session;
import footing.wizard.Step;
import footing.wizard.Words;
import footing.wizard.control.ChangeWords;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;

/** What would change, before anything is changed. */
public final class ReviewModel implements PageModel {

    private static final ItemTexts ITEMS = new ItemTexts();

    private final Desk desk;
    private final StackWait stackWait;
    private final AllowanceCheck allowances;

    public ReviewModel(Desk desk) {
        this.desk = desk;
        this.stackWait = new StackWait(desk, this::enter);
        this.allowances = new AllowanceCheck(desk);
    }

    /** What whoever is signed in may do of the plan. */
    AllowanceCheck allowances() {
        return allowances;
    }

    ObservableValue<Optional<Plan>> plan() {
        return desk.session().map(Session::plan);
    }

    /** Whether something has to end before anything can be planned for good. */
    ObservableValue<StackWait.State> waiting() {
        return stackWait.state();
    }

    /** The changes of each item, items in the order in which their first change is made. */
    static Map<ItemId, List<PlannedChange>> byItem(Plan plan) {
        return plan.changes()
                .stream()
                .collect(Collectors.groupingBy(PlannedChange::item, LinkedHashMap::new, Collectors.toList()));
    }

    /** The items that nothing is done for, with the reason. */
    static Map<ItemId, Remedy.Reason> untouched(Plan plan) {
        return plan.untouched();
    }

    /** The text of each stack's template. */
    static Map<Stack, String> templates(Plan plan) {
        Map<Stack, String> texts = new TreeMap<>();
        plan.stacks()
                .keySet()
                .stream()
                .filter((stack) -> !plan.stacks().getOrDefault(stack, List.of()).isEmpty())
                .forEach((stack) -> texts.put(stack, Templates.text(plan, stack)));
        return texts;
    }

    /** What it takes to apply it, as an IAM policy. */
    static String permissions(Plan plan) {
        return Permissions.policy(plan).json();
    }

    static String summary(Plan plan) {
        return plan.isEmpty()
                ? Words.get("review.summary.none") + open(plan)
                : Words.count("review.summary", plan.changes().size()) + " " + ChangeWords.cost(plan.cost());
    }

    /** What stays open where nothing is left to change; who can do it stands beside each of them. */
    private static String open(Plan plan) {
        Set<ItemId> open = EnumSet.noneOf(ItemId.class);
        open.addAll(plan.open().keySet());
        plan.byHand().forEach((step) -> open.add(step.item()));
        return open.isEmpty()
                ? ""
                : " " + Words.get("review.summary.open", "items",
                        open.stream().map((item) -> ITEMS.title(item.id())).collect(Collectors.joining(", ")));
    }

    /** What was chosen that cannot be so. */
    ObservableValue<Optional<Wrong>> wrong() {
        return desk.session().map(ReviewModel::wrong);
    }

    private static Optional<Wrong> wrong(Session session) {
        return session.account()
                .flatMap((account) -> session.choices().map((choices) -> Work.complaints(account, choices)))
                .flatMap((complaints) -> complaints.stream().filter(Complaint::isError).findFirst())
                .map(Wrong::new);
    }

    void open(Step step) {
        desk.open(step);
    }

    /** @param left whether the item is to stay as it is, against what was proposed */
    void leave(ItemId item, boolean left) {
        Session session = desk.session().get();
        session.choices()
                .map((choices) -> ChoicesEdit.leave(choices, item, left))
                .ifPresent((choices) -> session.account()
                        .ifPresent((account) -> desk.session()
                                .set(session.chose(choices).planned(Work.plan(account, choices)))));
        allowances.start();
    }

    @Override
    public String help() {
        return "review.help";
    }

    @Override
    public void enter() {
        Session session = desk.session().get();
        session.account()
                .flatMap((account) -> session.choices().map((choices) -> Work.plan(account, choices)))
                .ifPresent((plan) -> desk.session().set(session.planned(plan)));
        stackWait.start();
        allowances.start();
    }

    @Override
    public ObservableValue<String> primary() {
        return busy().flatMap((waiting) -> plan().map((plan) -> waiting
                ? Words.get("review.waiting")
                : plan.filter((all) -> !all.isEmpty())
                        .map((all) -> Words.count("review.apply", all.changes().size()))
                        .orElseGet(() -> Words.get("review.go-on"))));
    }

    @Override
    public ObservableValue<Optional<Missing>> missing() {
        return wrong()
                .flatMap((what) -> allowances.missing().map((denied) -> what.map(Wrong::missing).or(() -> denied)));
    }

    @Override
    public boolean changesTheAccount() {
        return desk.session().get().plan().filter((plan) -> !plan.isEmpty()).isPresent();
    }

    @Override
    public ObservableValue<Boolean> busy() {
        return waiting().flatMap((state) -> allowances.isAsking().map((asking) -> asking || isBusy(state)));
    }

    private static boolean isBusy(StackWait.State waiting) {
        return switch (waiting) {
            case StackWait.State.Nothing nothing -> false;
            case StackWait.State.Waiting stack -> true;
            case StackWait.State.Looking looking -> true;
            case StackWait.State.GivenUp gaveUp -> false;
        };
    }

    @Override
    public void proceed() {
        Session session = desk.session().get();
        if (busy().getValue() || missing().getValue().isPresent()) {
            return;
        }
        if (changesTheAccount()) {
            desk.session().set(session.applying());
        }
        desk.next();
    }
}
