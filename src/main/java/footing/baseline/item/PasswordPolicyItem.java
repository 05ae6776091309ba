package footing.baseline.item;

import static footing.baseline.Verdict.Ruling;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.PasswordPolicy;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.choices.PasswordPolicies;
import footing.plan.Change;
import footing.plan.Remedy;
import footing.plan.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A strong password policy for IAM users. Source: {@code iam:GetAccountPasswordPolicy}. */
final class PasswordPolicyItem extends Described {

    enum Result implements Outcome {
        STRONG(Status.MET),
        NONE(Status.NOT_MET),
        WEAK(Status.NOT_MET);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    PasswordPolicyItem() {
        super(ItemId.PASSWORD_POLICY, Section.IDENTITY, Fix.FOOTING, Set.of(Fact.PASSWORD_POLICY), Result.values(),
                Controls.cis("1.8, 1.9", "1.8, 1.9", "1.7, 1.8", "2.7, 2.8", "2.8, 2.9")
                        .securityHub("IAM.7, IAM.15, IAM.16")
                        .nist("AC-2(1), AC-2(3), AC-3(15), IA-5(1)")
                        .iso("A.5.15"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.of(this,
                account.read(Fact.PASSWORD_POLICY)
                        .map((policy) -> policy.map(PasswordPolicyItem::ruling)
                                .orElseGet(() -> Ruling.of(Result.NONE))));
    }

    private static Ruling ruling(PasswordPolicy policy) {
        List<String> gaps = PasswordPolicies.gaps(policy);
        return gaps.isEmpty()
                ? Ruling.of(Result.STRONG, Map.of("length", String.valueOf(policy.minimumLength())))
                : Ruling.of(Result.WEAK, Map.of("gaps", String.join(",", gaps)));
    }

    /** Never a step back: the stronger, field by field, of what is there and what was chosen. */
    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        Optional<PasswordPolicy> there = account.read(Fact.PASSWORD_POLICY).found().orElse(Optional.empty());
        PasswordPolicy wanted = there.map((policy) -> PasswordPolicies.stronger(policy, choices.passwordPolicy()))
                .orElse(choices.passwordPolicy());
        if (there.equals(Optional.of(wanted))) {
            return Remedy.nothing(Remedy.Reason.IN_ORDER);
        }
        return Remedy.of(new Change.DirectSetting<>(id(),
                new Setting.PasswordPolicySetting(account.identity().partition().globalRegion()), there,
                Optional.of(wanted), Change.When.BEFORE_STACKS));
    }
}
