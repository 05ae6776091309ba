package footing.baseline.item;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Region;
import footing.account.States;
import footing.baseline.Baseline;
import footing.choices.Billing;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.ExampleChoices;
import footing.choices.LogStorage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What cannot be made twice is said before anything is planned. */
class TakenTest {

    private static final AccountState FRESH = States.fresh().account();

    private static Choices billing(AccountState account, String topic, Optional<String> bucket) {
        Choices choices = ExampleChoices.of(account);
        return choices.withBilling(
                new Billing(choices.billing().list(), topic, bucket, choices.billing().budgets()));
    }

    private static List<String> complaints(AccountState account, Choices choices) {
        return Baseline.complaints(account, choices)
                .stream()
                .filter(Complaint::isError)
                .map((one) -> one.field() + " " + one.key() + " " + one.values().getOrDefault("other", ""))
                .toList();
    }

    @Test
    void reportBucket_isRefused_whenItIsTheLogBucket() {
        String logs = ExampleChoices.of(FRESH).logStorage().bucket();

        assertThat(complaints(FRESH, billing(FRESH, "footing-billing", Optional.of(logs))))
                .containsExactly("billing.reportBucket complaint.name-twice logStorage.bucket");
        assertThat(complaints(FRESH, billing(FRESH, "footing-billing", Optional.of(logs + "-2")))).isEmpty();
    }

    @Test
    void topics_mayHaveOneName_onlyInTwoRegions() {
        AccountState billingHome = new AccountState(FRESH.identity(), Region.US_EAST_1, List.of(Region.US_EAST_1),
                FRESH.surveyedAt(), FRESH.readings());
        String name = ExampleChoices.of(FRESH).notifications().topicName();

        assertThat(complaints(FRESH, billing(FRESH, name, Optional.empty()))).isEmpty();
        assertThat(complaints(billingHome, billing(billingHome, name, Optional.empty())))
                .containsExactly("billing.topicName complaint.name-twice notifications.topicName");
    }

    @Test
    void logBucket_isRefused_whenTheAccountHasAnotherOfThatName() {
        AccountState account = States.fresh().seen(Fact.BUCKET_NAMES, Set.of("my-logs")).account();
        Choices choices = ExampleChoices.of(account);
        LogStorage storage = choices.logStorage();
        Choices taken = choices.withLogStorage(new LogStorage("my-logs", storage.trail(), storage.logGroup(),
                storage.logGroupDays(), storage.archiveAfterDays(), storage.expireAfterDays()));

        assertThat(complaints(account, taken)).containsExactly("logStorage.bucket complaint.bucket-there ");
        assertThat(complaints(account, choices)).isEmpty();
    }
}
