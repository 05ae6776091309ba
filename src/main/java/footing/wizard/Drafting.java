package footing.wizard;

import footing.account.AccountState;
import footing.baseline.Finding;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Plan;
import footing.plan.Proposal;
import footing.plan.Stack;
import footing.work.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * What would come of choices that are still being made. While a person writes it is worked out in the background, and
 * only the last of several counts.
 */
public final class Drafting {

    /**
     * What would come of them.
     *
     * @param findings where each item stands, by what is chosen to measure it by
     */
    public record Draft(Plan plan, Map<ItemId, Finding> findings) {

        static Draft of(Work work, AccountState account, Choices choices) {
            return new Draft(Work.plan(account, choices), Stream.concat(work.judge(account, choices).stream(),
                    work.beyond(account, choices.beyond().on(), choices.attestations())
                            .stream()
                            // Of what nobody has looked at yet there is nothing to say.
                            .filter((finding) -> account.hasRead(finding.item().facts())))
                    .collect(Collectors.toMap((finding) -> finding.item().id(), Function.identity())));
        }
    }

    private final Desk desk;
    private final ReadOnlyObjectWrapper<Optional<Draft>> latest = new ReadOnlyObjectWrapper<>(this, "latest",
            Optional.empty());
    private Optional<Background.Job> job = Optional.empty();

    public Drafting(Desk desk) {
        this.desk = desk;
    }

    /** The page opens: it must not change under whoever begins to read it. */
    public void begin(AccountState account, Choices choices) {
        job.ifPresent(Background.Job::cancel);
        latest.set(Optional.of(Draft.of(desk.services().work(), account, choices)));
    }

    /** Something else was chosen. */
    public void follow(AccountState account, Choices choices) {
        job.ifPresent(Background.Job::cancel);
        Work work = desk.services().work();
        job = Optional.of(desk.background()
                .<Draft, Draft>run((tell) -> Draft.of(work, account, choices), (draft) -> {
                }, (draft) -> latest.set(Optional.of(draft)), (problem) -> latest.set(Optional.empty())));
    }

    /** Where an item stands. */
    public ObservableValue<Optional<Finding>> finding(ItemId item) {
        return latest.map((draft) -> draft.flatMap((all) -> Optional.ofNullable(all.findings().get(item))));
    }

    /** What is proposed for an item. */
    public ObservableValue<Optional<Proposal>> proposal(ItemId item) {
        return latest.map((draft) -> draft.flatMap((all) -> Proposal.of(all.plan(), item)));
    }

    /** Whether Footing makes such a resource, so that what it is called and how it is set up can be chosen. */
    public ObservableValue<Boolean> makes(Stack stack, String type) {
        return latest.map((draft) -> draft.map((all) -> all.plan()
                .stacks()
                .getOrDefault(stack, List.of())
                .stream()
                .anyMatch((resource) -> resource.type().equals(type))).orElse(true));
    }

    /** How many changes there would be. */
    public ObservableValue<Optional<Integer>> changes() {
        return latest.map((draft) -> draft.map((all) -> all.plan().changes().size()));
    }
}
