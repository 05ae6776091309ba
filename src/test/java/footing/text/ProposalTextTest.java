package footing.text;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.States;
import footing.baseline.Baseline;
import footing.baseline.Finding;
import footing.choices.Choices;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.plan.Proposal;
import footing.work.Work;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProposalTextTest {

    private static final ProposalText TEXT = new ProposalText();
    private static final AccountState ACCOUNT = States.fresh().account();

    private static String sentence(ItemId item, Choices choices) {
        return TEXT.sentence(Proposal.of(Work.plan(ACCOUNT, choices), item).orElseThrow());
    }

    @Test
    void whatWouldBeMade_isTold_inOneSentence() {
        assertThat(sentence(ItemId.TRAIL, ExampleChoices.of(ACCOUNT)))
                .startsWith("New: Footing would create the trail ")
                .endsWith(".");
        assertThat(sentence(ItemId.ACTIVITY_ALARMS, ExampleChoices.of(ACCOUNT)))
                .contains("create 15 metric filters: ")
                .hasSizeLessThan(700);
    }

    @Test
    void whatPeopleLeave_isSaidToBeTheirChoice() {
        assertThat(sentence(ItemId.TRAIL, ExampleChoices.of(ACCOUNT).withLeave(Set.of(ItemId.TRAIL))))
                .isEqualTo("Left as it is: you chose so.");
    }

    @Test
    void whatOnlyPeopleCanDo_isCalledByItsGuide() {
        assertThat(sentence(ItemId.FEDERATION, ExampleChoices.of(ACCOUNT)))
                .startsWith("By hand: ");
    }

    @Test
    void reason_standsBeforeTheProposal_andAWordIsAskedForOnce() {
        Choices choices = ExampleChoices.of(ACCOUNT);
        for (Finding finding : Baseline.judge(ACCOUNT, Map.of(), LocalDate.of(2026, 3, 2))) {
            String text = TEXT.reasoned(Proposal.of(Work.plan(ACCOUNT, choices), finding.item().id()).orElseThrow(),
                    finding);

            assertThat(text).startsWith(new FindingText().summary(finding) + " ");
            assertThat(text.split("ive your word", -1)).as(text).hasSizeLessThanOrEqualTo(2);
        }
    }
}
