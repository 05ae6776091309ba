package footing.choices;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.ContactType;
import footing.account.Fact;
import footing.account.SampleTrails;
import footing.account.States;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConventionsTest {

    @Test
    void nothing_isMadeUp_onAFreshAccount() {
        Choices choices = Conventions.choices(States.fresh().account());
        assertThat(choices.contacts().alternate()).isEmpty();
        assertThat(choices.notifications()).isEqualTo(new Notifications(Optional.empty(), "footing-security"));
        assertThat(choices.logStorage().bucket()).isEqualTo("footing-logs-123456789012-eu-central-1");
        assertThat(choices.alarms()).containsExactlyInAnyOrder(Activity.values());
        assertThat(choices.passwordPolicy()).isEqualTo(PasswordPolicies.STRONG);
    }

    @Test
    void whatIsThere_isProposed() {
        AccountState account = States.fresh()
                .seen(Fact.TRAILS, List.of(SampleTrails.good().trail()))
                .seen(Fact.SECURITY_CONTACT, Optional.of(States.contact("sec@example.com")))
                .seen(Fact.TOPICS, List.of(SampleTrails.topic("security-alerts",
                        SampleTrails.subscription("late@example.com", false),
                        SampleTrails.subscription("list@example.com", true))))
                .account();
        Choices choices = Conventions.choices(account);
        assertThat(choices.logStorage().bucket()).isEqualTo(SampleTrails.BUCKET);
        assertThat(choices.logStorage().trail()).isEqualTo("example");
        assertThat(choices.notifications())
                .isEqualTo(new Notifications(Optional.of("list@example.com"), "security-alerts"));
        assertThat(choices.contacts().alternate()).containsOnlyKeys(ContactType.SECURITY);
        assertThat(Conventions.address(ContactType.BILLING, account)).contains("aws-billing@example.com");
    }

    @Test
    void namesOfOthers_areNotTaken() {
        AccountState account = States.fresh()
                .seen(Fact.TRAILS, List.of(SampleTrails.good("org", "999999999999").trail()))
                .seen(Fact.SECURITY_CONTACT, Optional.of(States.contact("jane.doe@gmail.com")))
                .account();
        Choices choices = Conventions.choices(account);
        assertThat(choices.logStorage().trail()).isEqualTo("footing");
        assertThat(choices.notifications().securityList()).isEmpty();
        assertThat(Conventions.address(ContactType.BILLING, account)).isEmpty();
    }
}
