package footing.baseline.item;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.AccountSummary;
import footing.account.Fact;
import footing.account.PasswordPolicy;
import footing.account.States;
import footing.account.VirtualMfaDevice;
import footing.baseline.Item;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.Choices;
import footing.choices.ExampleChoices;
import footing.choices.PasswordPolicies;
import footing.plan.Change;
import footing.plan.Remedy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityItemsTest {

    private static final Item MFA = new RootMfa();
    private static final Item KEYS = new RootAccessKeys();
    private static final Item PASSWORDS = new PasswordPolicyItem();
    private static final VirtualMfaDevice VIRTUAL = new VirtualMfaDevice("arn:aws:iam::123456789012:mfa/phone",
            "arn:aws:iam::123456789012:root");

    private static States root(boolean mfa, boolean keys, boolean password) {
        return States.fresh().seen(Fact.ACCOUNT_SUMMARY, new AccountSummary(mfa, keys, password, false, 0));
    }

    private static Verdict passwords(PasswordPolicy policy) {
        return PASSWORDS.judge(States.fresh().seen(Fact.PASSWORD_POLICY, Optional.of(policy)).account());
    }

    private static PasswordPolicy policy(int length, boolean symbols, Integer reuse) {
        return new PasswordPolicy(length, symbols, true, true, true, true, false, Optional.of(60), Optional.of(reuse));
    }

    @Test
    void rootMfa_isUnknown_whenSummaryIsDenied() {
        Verdict verdict = MFA.judge(States.fresh().denied(Fact.ACCOUNT_SUMMARY, "iam:GetAccountSummary").account());
        assertThat(verdict.status()).isEqualTo(Status.UNKNOWN);
        assertThat(verdict.key()).isEqualTo("unseen.denied.identity-policy");
    }

    @Test
    void rootMfa_isUnknown_whenDevicesAreDeniedAndMfaIsOn() {
        Verdict verdict = MFA.judge(
                root(true, false, true).denied(Fact.ROOT_VIRTUAL_MFA, "iam:ListVirtualMFADevices").account());
        assertThat(verdict.status()).isEqualTo(Status.UNKNOWN);
        assertThat(verdict.values()).containsEntry("permission", "iam:ListVirtualMFADevices");
    }

    @Test
    void rootMfa_isNotMet_whenThereIsNoneThoughDevicesAreDenied() {
        assertThat(MFA
                .judge(root(false, false, true).denied(Fact.ROOT_VIRTUAL_MFA, "iam:ListVirtualMFADevices").account())
                .key()).isEqualTo("item.root-mfa.outcome.none");
    }

    @Test
    void rootMfa_isNotMet_whenADeviceIsVirtual() {
        Verdict verdict = MFA.judge(root(true, false, true).seen(Fact.ROOT_VIRTUAL_MFA, List.of(VIRTUAL)).account());
        assertThat(verdict.key()).isEqualTo("item.root-mfa.outcome.virtual");
        assertThat(verdict.evidence().observations()).containsExactly(States.observation(Fact.ACCOUNT_SUMMARY),
                States.observation(Fact.ROOT_VIRTUAL_MFA));
    }

    @Test
    void rootMfa_needsAttestation_whenNoDeviceIsVirtual() {
        assertThat(MFA.judge(root(true, false, true).account()).status()).isEqualTo(Status.NEEDS_ATTESTATION);
    }

    @Test
    void rootMfa_isMet_whenRootHasNoCredentials() {
        AccountState account = root(false, false, false).account();
        assertThat(MFA.judge(account).status()).isEqualTo(Status.MET);
        assertThat(MFA.remedy(account, ExampleChoices.of(account)))
                .isEqualTo(Remedy.nothing(Remedy.Reason.IN_ORDER));
    }

    @Test
    void rootMfa_isByHand_whenThereIsNone() {
        AccountState account = root(false, false, true).account();
        Remedy.Changes remedy = (Remedy.Changes) MFA.remedy(account, ExampleChoices.of(account));
        assertThat(remedy.changes()).singleElement()
                .isInstanceOfSatisfying(Change.ManualStep.class,
                        step -> assertThat(step.guide().link())
                                .hasToString(
                                        "https://console.aws.amazon.com/iam/home?region=us-east-1#/security_credentials"));
    }

    @Test
    void rootAccessKeys_isNotMet_whenThereAreSome() {
        assertThat(KEYS.judge(root(true, true, true).account()).status()).isEqualTo(Status.NOT_MET);
        assertThat(KEYS.judge(root(true, false, true).account()).status()).isEqualTo(Status.MET);
        assertThat(KEYS.judge(States.blank().account()).status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void passwordPolicy_isNotMet_whenThereIsNone() {
        assertThat(PASSWORDS.judge(States.fresh().account()).key()).isEqualTo("item.password-policy.outcome.none");
    }

    @Test
    void passwordPolicy_isNotMet_whenItAsksForLess() {
        Verdict verdict = passwords(policy(12, false, 5));
        assertThat(verdict.status()).isEqualTo(Status.NOT_MET);
        assertThat(verdict.values()).containsEntry("gaps", "length,symbols,reuse");
    }

    @Test
    void passwordPolicy_isMet_whenItAsksForAsMuch() {
        assertThat(passwords(PasswordPolicies.STRONG).status()).isEqualTo(Status.MET);
    }

    @Test
    void passwordPolicy_isNeverWeakened_whenPartOfItIsStricter() {
        AccountState account = States.fresh().seen(Fact.PASSWORD_POLICY, Optional.of(policy(20, false, 5))).account();
        Choices choices = ExampleChoices.of(States.fresh().account());
        Remedy.Changes remedy = (Remedy.Changes) PASSWORDS.remedy(account, choices);
        assertThat(remedy.changes()).singleElement()
                .isInstanceOfSatisfying(Change.DirectSetting.class, setting -> assertThat(setting.after())
                        .isEqualTo(Optional.of(policy(20, true, 24))));
    }

    @Test
    void passwordPolicy_isInOrder_whenNothingIsLeftToRaise() {
        AccountState account = States.fresh()
                .seen(Fact.PASSWORD_POLICY, Optional.of(PasswordPolicies.STRONG))
                .account();
        assertThat(PASSWORDS.remedy(account, ExampleChoices.of(account)))
                .isEqualTo(Remedy.nothing(Remedy.Reason.IN_ORDER));
    }
}
