package footing.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Region;
import footing.account.States;
import footing.choices.Attestation;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MisplacedTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Attestation WORD = new Attestation("Jane", TODAY, "Seen", "", TODAY.plusDays(30));

    private static List<Complaint> complaints(AccountState account, Choices choices) {
        return Baseline.complaints(account, choices);
    }

    @Test
    void wordForAnItemThatNoWordSettles_isWarnedOf_andOneThatCounts_isNot() {
        AccountState account = States.fresh().account();
        Choices choices = ExampleChoices.of(account)
                .withAttestations(Map.of(ItemId.ROOT_MFA, WORD, ItemId.ROOT_ACCESS_KEYS, WORD, ItemId.TRAIL, WORD));

        assertThat(complaints(account, choices)).extracting(Complaint::field, Complaint::key, Complaint::isError)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("attestations.root-access-keys", "complaint.no-word",
                                false),
                        org.assertj.core.api.Assertions.tuple("attestations.trail", "complaint.no-word", false));
    }

    @Test
    void wordForAnItemBeyondTheBaseline_isWarnedOf_onlyWhereNoWordSettlesIt() {
        AccountState account = States.fresh().account();
        Choices choices = ExampleChoices.of(account)
                .withAttestations(Map.of(ItemId.COST_ANOMALIES, WORD, ItemId.EBS_ENCRYPTION, WORD));

        assertThat(complaints(account, choices)).extracting(Complaint::field)
                .containsExactly("attestations.ebs-encryption");
    }

    @Test
    void regionThatIsOff_isRefused_withThoseThatAreOn() {
        Region cape = new Region("af-south-1");
        AccountState account = States.fresh().seen(Fact.REGIONS, List.of(States.HOME, Region.US_EAST_1)).account();
        Choices choices = ExampleChoices.of(account);

        assertThat(complaints(account, choices.withRegions(List.of(States.HOME, Region.US_EAST_1)))).isEmpty();
        assertThat(complaints(account, choices.withRegions(List.of(States.HOME, cape)))).singleElement()
                .satisfies((complaint) -> {
                    assertThat(complaint.isError()).isTrue();
                    assertThat(complaint.value()).isEqualTo("af-south-1");
                    assertThat(complaint.values()).containsEntry("allowed", "eu-central-1, us-east-1");
                });
        assertThat(complaints(States.fresh().denied(Fact.REGIONS, "account:ListRegions").account(),
                choices.withRegions(List.of(States.HOME, cape)))).isEmpty();
    }
}
