package footing.text;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Region;
import footing.account.States;
import footing.baseline.Baseline;
import footing.baseline.Finding;
import footing.choices.Choices;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.ChangeGroup;
import footing.plan.Cost;
import footing.plan.PlannedChange;
import footing.plan.Proposal;
import footing.plan.Setting;
import footing.plan.Value;
import footing.work.Work;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
    void regions_areCounted_whereThereAreManyOfThem() {
        assertThat(encrypting("eu-central-1", "eu-west-1", "eu-west-2", "us-east-1"))
                .endsWith("encrypt every new EBS volume in eu-central-1, eu-west-1, eu-west-2, us-east-1.");
        assertThat(encrypting("eu-central-1", "eu-west-1", "eu-west-2", "us-east-1", "us-east-2"))
                .endsWith("encrypt every new EBS volume in eu-central-1, eu-west-1, eu-west-2 and 2 more.");
    }

    private static String encrypting(String... regions) {
        List<PlannedChange> changes = Stream.of(regions)
                .map((region) -> new PlannedChange(
                        new Change.DirectSetting<>(ItemId.EBS_ENCRYPTION,
                                new Setting.EbsEncryptionSetting(new Region(region)), false, true,
                                Change.When.AFTER_STACKS),
                        PlannedChange.Kind.UPDATE, Value.ABSENT, Value.ABSENT, Cost.NONE, PlannedChange.Undo.RESTORE))
                .toList();
        return TEXT.sentence(new Proposal.Act(Proposal.Manner.CHANGE, ChangeGroup.of(changes), List.of()));
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
