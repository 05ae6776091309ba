package footing.wizard.finish;

import footing.account.AccountState;
import footing.aws.survey.SurveyEvent;
import footing.aws.Connection;
import footing.baseline.Finding;
import footing.baseline.Status;
import footing.choices.Attestation;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.choices.Rules;
import footing.plan.Change;
import footing.plan.Plan;
import footing.plan.Remedy;
import footing.wizard.ChoicesEdit;
import footing.wizard.Desk;
import footing.wizard.Failure;
import footing.wizard.Missing;
import footing.wizard.PageModel;
import footing.wizard.Session;
import footing.wizard.Words;
import footing.work.KeptWords;
import footing.work.Work;
import footing.work.WordEntry;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** What is left to people: addresses to confirm, things to do by hand, words to give. */
public final class FinishModel implements PageModel {

    /** For so long a word is taken to hold. */
    private static final int YEARS = 1;

    private final Desk desk;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(this, "failure",
            Optional.empty());

    private final ReadOnlyObjectWrapper<Optional<Failure>> notKept = new ReadOnlyObjectWrapper<>(this, "notKept",
            Optional.empty());

    private final Map<ItemId, WordDraft> drafts = new EnumMap<>(ItemId.class);
    private Optional<Connection> draftedFor = Optional.empty();

    public FinishModel(Desk desk) {
        this.desk = desk;
    }

    /** What there is to draw: changes with the account and with what was chosen. */
    ObservableValue<Optional<Left>> left() {
        return desk.session()
                .map((session) -> session.account()
                        .flatMap((account) -> session.choices().map((choices) -> left(account, choices))));
    }

    ObservableValue<Optional<Failure>> failure() {
        return failure.getReadOnlyProperty();
    }

    /** Why words that were given on an earlier page could not be kept. */
    ObservableValue<Optional<Failure>> notKept() {
        return notKept.getReadOnlyProperty();
    }

    /**
     * What is left.
     *
     * @param pending addresses that have not been confirmed
     * @param byHand what only people can do
     * @param unsure the findings that need somebody's word
     * @param open what is not met beside all that, could not be seen, or waits for something
     */
    record Left(List<Finding> findings, List<Work.Unconfirmed> pending, List<Change.ManualStep> byHand,
            List<Finding> unsure, List<Open> open) {

        boolean nothing() {
            return pending.isEmpty() && byHand.isEmpty() && unsure.isEmpty() && open.isEmpty();
        }

        boolean needsWord(ItemId item) {
            return unsure.stream().anyMatch((finding) -> finding.item().id() == item);
        }
    }

    /** @param why why Footing leaves it so, where it does */
    record Open(Finding finding, Optional<Remedy.Reason> why) {
    }

    private Left left(AccountState account, Choices choices) {
        List<Finding> findings = work().judge(account, choices);
        Plan plan = Work.plan(account, choices);
        Set<ItemId> byHand = plan.byHand().stream().map(Change.ManualStep::item).collect(Collectors.toSet());
        List<Open> open = findings.stream()
                .filter((finding) -> finding.status() == Status.NOT_MET || finding.status() == Status.UNKNOWN
                        || finding.status() == Status.PENDING)
                .filter((finding) -> !byHand.contains(finding.item().id()))
                .map((finding) -> new Open(finding, Optional.ofNullable(plan.open().get(finding.item().id()))))
                .toList();
        return new Left(findings, Work.unconfirmed(account), plan.byHand(),
                findings.stream().filter((finding) -> finding.status() == Status.NEEDS_ATTESTATION).toList(), open);
    }

    private Work work() {
        return desk.services().work();
    }

    /** What is written of a word for the item, until it is given. */
    WordDraft draft(ItemId item) {
        return drafts.computeIfAbsent(item, (key) -> new WordDraft());
    }

    /**
     * Somebody gives the word that is written for an item, from today on. It counts once it is kept; where it could not
     * be, it stays as it is written, and says so.
     *
     * @return what is wrong with it; then nothing is kept
     */
    List<Complaint> attest(ItemId item) {
        LocalDate today = work().place().today();
        WordDraft draft = draft(item);
        Attestation word = new Attestation(draft.by().get().strip(), today, draft.statement().get().strip(),
                draft.reference().get().strip(), today.plusYears(YEARS));
        List<Complaint> complaints = Rules.attestation("attestations." + item.id(), word);
        if (complaints.stream().noneMatch(Complaint::isError)) {
            Session session = desk.session().get();
            session.connection()
                    .ifPresent((connection) -> session.account()
                            .ifPresent((account) -> keep(connection, account, item, word)));
        }
        return complaints;
    }

    private void keep(Connection connection, AccountState account, ItemId item, Attestation word) {
        WordDraft draft = draft(item);
        draft.failure().set(Optional.empty());
        draft.keeping().set(true);
        desk.background()
                .<KeptWords, KeptWords>run(
                        (tell) -> work().keep(connection, account.identity().account(),
                                new WordEntry.Given(item, word)),
                        (event) -> {
                        }, (kept) -> {
                            draft.keeping().set(false);
                            kept(connection, item, word, kept);
                        }, (problem) -> {
                            draft.keeping().set(false);
                            draft.failure().set(Optional.of(Failure.of(problem)));
                        });
    }

    private void kept(Connection connection, ItemId item, Attestation word, KeptWords kept) {
        if (desk.isAt(connection)) {
            drafts.remove(item);
            Session session = desk.session().get().remembered(kept);
            desk.session()
                    .set(session.choices()
                            .map((choices) -> session
                                    .chose(ChoicesEdit.attest(choices, item, Optional.of(word))))
                            .orElse(session));
        }
    }

    /** Words that were given on an earlier page count already; from here on they are kept as well. */
    private void keepEarlier(Connection connection, AccountState account) {
        Session session = desk.session().get();
        List<WordEntry> earlier = session.choices()
                .map((choices) -> new TreeMap<>(choices.attestations()))
                .orElseGet(TreeMap::new)
                .entrySet()
                .stream()
                .filter((word) -> !session.words().given().entrySet().contains(word))
                .<WordEntry>map((word) -> new WordEntry.Given(word.getKey(), word.getValue()))
                .toList();
        if (earlier.isEmpty()) {
            return;
        }
        desk.background().<KeptWords, KeptWords>run((tell) -> {
            KeptWords kept = session.words();
            for (WordEntry word : earlier) {
                kept = work().keep(connection, account.identity().account(), word);
            }
            return kept;
        }, (event) -> {
        }, (kept) -> {
            if (desk.isAt(connection)) {
                desk.session().set(desk.session().get().remembered(kept));
            }
        }, (problem) -> notKept.set(Optional.of(Failure.of(problem))));
    }

    void look() {
        desk.session().get().connection().ifPresent((connection) -> {
            busy.set(true);
            failure.set(Optional.empty());
            desk.background()
                    .<SurveyEvent, AccountState>run(desk.survey(connection), (event) -> {
                    }, (account) -> {
                        busy.set(false);
                        desk.saw(connection, account);
                    }, (problem) -> {
                        busy.set(false);
                        failure.set(Optional.of(Failure.of(problem)));
                    });
        });
    }

    @Override
    public String help() {
        return "finish.help";
    }

    @Override
    public void enter() {
        failure.set(Optional.empty());
        Optional<Connection> connection = desk.session().get().connection();
        if (!draftedFor.equals(connection)) {
            drafts.clear();
            draftedFor = connection;
        }
        notKept.set(Optional.empty());
        connection.ifPresent((way) -> desk.session()
                .get()
                .account()
                .ifPresent((account) -> keepEarlier(way, account)));
    }

    @Override
    public ObservableValue<String> primary() {
        return busy.map((looking) -> Words.get(looking ? "apply.looking" : "finish.next"));
    }

    @Override
    public ObservableValue<Optional<Missing>> missing() {
        return new SimpleObjectProperty<>(Optional.empty());
    }

    @Override
    public ObservableValue<Boolean> busy() {
        return busy.getReadOnlyProperty();
    }

    @Override
    public void proceed() {
        desk.next();
    }
}
