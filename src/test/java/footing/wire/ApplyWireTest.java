package footing.wire;

import static footing.wire.MotoAccount.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.ContactType;
import footing.account.Fact;
import footing.aws.apply.Apply;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.ApplyOptions;
import footing.aws.apply.Journal;
import footing.aws.survey.Survey;
import footing.aws.survey.SurveyOptions;
import footing.baseline.Baseline;
import footing.choices.Choices;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.plan.Plan;
import footing.plan.Remedy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has no resource type is written by the program's own writers over HTTP, and read back by its own readers. */
@Tag("wire")
class ApplyWireTest {

    private static final Set<ItemId> SETTINGS = EnumSet.of(ItemId.BILLING_CONTACT, ItemId.OPERATIONS_CONTACT,
            ItemId.SECURITY_CONTACT, ItemId.PASSWORD_POLICY);

    @TempDir private Path folder;
    private MotoAccount account;

    @BeforeEach
    void emptyAccount() throws Exception {
        account = MotoAccount.empty();
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void contactsAndPasswordPolicy_areReadBack_whenTheyWereApplied() {
        AccountState before = survey();
        Choices choices = ExampleChoices.of(before);

        Plan plan = plan(before, choices);

        assertThat(plan.changes()).hasSize(4);
        assertThat(apply(plan)).isEqualTo(new ApplyEvent.Ended(plan.changes(), List.of()));

        AccountState after = survey();
        for (ContactType type : ContactType.values()) {
            assertThat(after.read(type.fact()).found().orElseThrow())
                    .contains(choices.contacts().alternate().get(type));
        }
        assertThat(after.read(Fact.PASSWORD_POLICY).found().orElseThrow()).contains(choices.passwordPolicy());
        assertThat(plan(after, choices).changes()).isEmpty();
    }

    /** Writing a policy resets what is left out, so what is better already must not get worse. */
    @Test
    void weakSettings_areMended_whenTheyWereApplied() {
        account.contact(ContactType.SECURITY, "acme.security@gmail.com").passwordPolicy(8);
        AccountState before = survey();
        Choices choices = ExampleChoices.of(before);

        assertThat(apply(plan(before, choices)).failures()).isEmpty();

        AccountState after = survey();
        assertThat(after.read(Fact.SECURITY_CONTACT).found().orElseThrow())
                .contains(choices.contacts().alternate().get(ContactType.SECURITY));
        assertThat(after.read(Fact.PASSWORD_POLICY).found().orElseThrow().orElseThrow()).satisfies((policy) -> {
            assertThat(policy.minimumLength()).isGreaterThanOrEqualTo(14);
            assertThat(policy.maxAgeDays()).contains(90);
            assertThat(policy.reusePrevention()).contains(24);
        });
        assertThat(plan(after, choices).changes()).isEmpty();
    }

    private AccountState survey() {
        return Survey.run(account.clients(), SurveyOptions.of(HOME, Clock.systemUTC()), (event) -> {
        });
    }

    /** The settings alone: a stack is for the practice account, which speaks CloudFormation better than moto does. */
    private static Plan plan(AccountState state, Choices choices) {
        Map<ItemId, Remedy> remedies = Baseline.remedies(state, choices);
        remedies.replaceAll((item, remedy) -> SETTINGS.contains(item)
                ? remedy
                : Remedy.nothing(Remedy.Reason.LEFT));
        return Plan.of(state, remedies, Map.of());
    }

    private ApplyEvent.Ended apply(Plan plan) {
        List<ApplyEvent> events = new ArrayList<>();
        try (Journal journal = Journal.in(folder, MotoAccount.ID, Clock.systemUTC())) {
            ApplyEvent.Ended ended = Apply.run(account.clients(), plan,
                    new ApplyOptions(Clock.systemUTC(), journal, Duration.ZERO), events::add);
            assertThat(events).contains(ended);
            return ended;
        }
    }
}
