package footing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import footing.choices.ItemId;
import footing.plan.Proposal.Manner;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProposalTest {

    private static final Map<Stack, List<Change.StackResource>> NOTHING = Map.of();

    private static Optional<Proposal> of(ItemId item, Remedy remedy, Map<Stack, List<Change.StackResource>> deployed) {
        Map<ItemId, Remedy> remedies = new HashMap<>(Samples.remedies());
        remedies.put(item, remedy);
        return Proposal.of(Plan.of(Samples.account(), remedies, deployed), item);
    }

    private static Optional<Manner> manner(List<Change.StackResource> now, Change... then) {
        return of(ItemId.SECURITY_NOTIFICATIONS, Remedy.of(then), Map.of(Stack.SECURITY, now))
                .filter(Proposal.Act.class::isInstance)
                .map((act) -> ((Proposal.Act) act).manner());
    }

    private static List<Change.StackResource> deployed(Change.StackResource... resources) {
        return List.of(resources);
    }

    @Test
    void item_isCreated_changed_completedOrRemoved_byWhatBecomesOfWhatIsThere() {
        Change.StackResource list = Samples.subscription("aws-security@example.com");
        Change.StackResource other = new Change.StackResource(ItemId.SECURITY_NOTIFICATIONS, Stack.SECURITY,
                "SecurityTopic", "AWS::SNS::Topic", Samples.topic()
                        .properties()
                        .with("DisplayName",
                                Value.text("Security")),
                false, java.util.Set.of());

        assertThat(manner(deployed(), Samples.topic(), list)).contains(Manner.CREATE);
        assertThat(manner(deployed(Samples.topic()), Samples.topic(), list)).contains(Manner.CREATE);
        assertThat(manner(deployed(Samples.topic(), list), other, list)).contains(Manner.CHANGE);
        assertThat(manner(deployed(Samples.topic()), other, list)).contains(Manner.COMPLETE);
        assertThat(manner(deployed(Samples.topic(), list), Samples.topic())).contains(Manner.REMOVE);
    }

    @Test
    void item_isKept_forTheReasonOfThePlan() {
        for (Remedy.Reason reason : List.of(Remedy.Reason.ADOPTED, Remedy.Reason.LEFT, Remedy.Reason.NOT_SEEN)) {
            assertThat(of(ItemId.PASSWORD_POLICY, Remedy.nothing(reason), NOTHING))
                    .contains(new Proposal.Keep(reason));
        }
    }

    @Test
    void item_isLeftToPeople_whenTheyAloneCanDoIt_andWhatIsBesideAChangeIsNotLost() {
        Change.ManualStep step = new Change.ManualStep(ItemId.SECURITY_NOTIFICATIONS,
                new Guide("guide.topic-access", URI.create("https://example.com/")));

        assertThat(of(ItemId.SECURITY_NOTIFICATIONS, Remedy.of(step), NOTHING))
                .contains(new Proposal.ByHand(List.of(step)));
        assertThat(of(ItemId.SECURITY_NOTIFICATIONS, Remedy.of(Samples.topic(), step), NOTHING))
                .hasValueSatisfying((both) -> assertThat(((Proposal.Act) both).byHand()).containsExactly(step));
    }

    @Test
    void everyItemThatThePlanSpeaksOf_hasAProposal() {
        Plan plan = Plan.of(Samples.account(), Samples.remedies(), NOTHING);
        List<ItemId> silent = new ArrayList<>(Samples.remedies().keySet());
        silent.removeIf((item) -> Proposal.of(plan, item).isPresent());

        assertThat(silent).isEmpty();
        assertThat(Proposal.of(plan, ItemId.ROOT_MFA)).as("nobody spoke of it").isEmpty();
    }
}
