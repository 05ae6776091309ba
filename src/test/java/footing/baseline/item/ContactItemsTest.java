package footing.baseline.item;

import static footing.account.States.contact;
import static footing.account.States.primaryContact;
import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.AlternateContact;
import footing.account.ContactType;
import footing.account.Fact;
import footing.account.States;
import footing.baseline.Item;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.ExampleChoices;
import footing.choices.Choices;
import footing.plan.Change;
import footing.plan.Remedy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContactItemsTest {

    private static final Item PRIMARY = new PrimaryContactItem();
    private static final Item SECURITY = AlternateContactItem.of(ContactType.SECURITY);

    private static Verdict security(String email) {
        return SECURITY.judge(States.fresh().seen(Fact.SECURITY_CONTACT, Optional.of(contact(email))).account());
    }

    private static Verdict primary(Optional<String> company, String phone) {
        return PRIMARY.judge(States.fresh().seen(Fact.PRIMARY_CONTACT, primaryContact(company, phone)).account());
    }

    @Test
    void primaryContact_isNotMet_whenNoCompanyIsNamed() {
        assertThat(primary(Optional.empty(), "+1 206 555 0100").key())
                .isEqualTo("item.primary-contact.outcome.no-company");
        assertThat(primary(Optional.of(" N/A "), "+1 206 555 0100").status()).isEqualTo(Status.NOT_MET);
    }

    @Test
    void primaryContact_isNotMet_whenThePhoneIsMadeUp() {
        assertThat(primary(Optional.of("Example Corp"), "+1 000-000-0000").key())
                .isEqualTo("item.primary-contact.outcome.filler-phone");
        assertThat(primary(Optional.of("Example Corp"), "+49 123456789").status()).isEqualTo(Status.NOT_MET);
    }

    @Test
    void primaryContact_needsAttestation_whenACompanyIsNamed() {
        Verdict verdict = primary(Optional.of("Example Corp"), "+1 206 555 0100");
        assertThat(verdict.status()).isEqualTo(Status.NEEDS_ATTESTATION);
        assertThat(verdict.values()).containsEntry("company", "Example Corp");
        assertThat(verdict.evidence().observations()).containsExactly(States.observation(Fact.PRIMARY_CONTACT));
    }

    @Test
    void primaryContact_isUnknown_whenItIsDenied() {
        Verdict verdict = PRIMARY
                .judge(States.fresh().denied(Fact.PRIMARY_CONTACT, "account:GetContactInformation").account());
        assertThat(verdict.status()).isEqualTo(Status.UNKNOWN);
        assertThat(verdict.values()).containsEntry("permission", "account:GetContactInformation");
    }

    @Test
    void primaryContact_isWritten_whenTheChosenOneDiffers() {
        AccountState account = States.fresh().account();
        Choices choices = ExampleChoices.of(account);
        Remedy.Changes remedy = (Remedy.Changes) PRIMARY.remedy(account, choices);
        assertThat(remedy.changes().getFirst()).isInstanceOfSatisfying(Change.DirectSetting.class,
                setting -> assertThat(setting.after()).isEqualTo(choices.contacts().primary().orElseThrow()));
        assertThat(remedy.changes().getLast()).isInstanceOf(Change.ManualStep.class);
    }

    @Test
    void securityContact_isNotMet_whenNoneIsSet() {
        assertThat(SECURITY.judge(States.fresh().account()).key()).isEqualTo("item.security-contact.outcome.none");
    }

    @Test
    void securityContact_isMet_whenTheAddressIsAGroups() {
        assertThat(security("aws-security@example.com").status()).isEqualTo(Status.MET);
        assertThat(security("cloud.security@example.com").status()).isEqualTo(Status.MET);
    }

    @Test
    void securityContact_isNotMet_whenTheAddressIsFreeMail() {
        assertThat(security("Some.Body@GMail.com").key()).isEqualTo("item.security-contact.outcome.free-mail");
    }

    @Test
    void securityContact_needsAttestation_whenTheAddressLooksLikeAName() {
        assertThat(security("jane.doe@example.com").status()).isEqualTo(Status.NEEDS_ATTESTATION);
    }

    @Test
    void securityContact_isNotMet_whenItSharesItsAddress() {
        Optional<AlternateContact> same = Optional.of(contact("aws@example.com"));
        AccountState account = States.fresh()
                .seen(Fact.SECURITY_CONTACT, same)
                .seen(Fact.BILLING_CONTACT, same)
                .account();
        Verdict verdict = SECURITY.judge(account);
        assertThat(verdict.key()).isEqualTo("item.security-contact.outcome.shared");
        assertThat(verdict.values()).containsEntry("other", "billing");
        assertThat(verdict.evidence().observations()).contains(States.observation(Fact.BILLING_CONTACT));
    }

    @Test
    void securityContact_isUnknown_whenAnotherThatMayHaveTheSameAddressIsDenied() {
        AccountState account = States.fresh()
                .seen(Fact.SECURITY_CONTACT, Optional.of(contact("aws-security@example.com")))
                .denied(Fact.BILLING_CONTACT, "account:GetAlternateContact")
                .account();
        assertThat(SECURITY.judge(account).status()).isEqualTo(Status.UNKNOWN);
        assertThat(SECURITY.judge(account).values()).containsEntry("permission", "account:GetAlternateContact");
    }

    @Test
    void securityContact_needsAttestation_whenNothingTellsWhetherTheAddressIsAList() {
        assertThat(security("jdoe@example.com").key()).isEqualTo("item.security-contact.outcome.perhaps-group");
        assertThat(security("jdoe@example.com").status()).isEqualTo(Status.NEEDS_ATTESTATION);
    }

    @Test
    void securityContact_isInOrder_whenTheChosenOneIsThere() {
        AccountState fresh = States.fresh().account();
        Choices choices = ExampleChoices.of(fresh);
        AccountState set = fresh.with(Fact.SECURITY_CONTACT, footing.account.Reading
                .seen(Optional.ofNullable(choices.contacts().alternate().get(ContactType.SECURITY))));
        assertThat(SECURITY.remedy(fresh, choices)).isInstanceOf(Remedy.Changes.class);
        assertThat(SECURITY.remedy(set, choices)).isEqualTo(Remedy.nothing(Remedy.Reason.IN_ORDER));
    }
}
