package footing.baseline.item;

import static footing.baseline.Verdict.Ruling;

import footing.account.AccountState;
import footing.account.Fact;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Remedy;
import java.util.Set;

/**
 * No access keys on the root user. Only the root user itself can delete them. Source: {@code iam:GetAccountSummary}.
 */
final class RootAccessKeys extends Described {

    enum Result implements Outcome {
        NONE(Status.MET),
        PRESENT(Status.NOT_MET);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    RootAccessKeys() {
        super(ItemId.ROOT_ACCESS_KEYS, Section.IDENTITY, Fix.BY_HAND, Set.of(Fact.ACCOUNT_SUMMARY), Result.values(),
                Controls.cis("1.4", "1.4", "1.3", "2.3", "2.4")
                        .securityHub("IAM.4")
                        .nist("AC-2(1), AC-3(7), AC-3(15), AC-6, AC-6(2), AC-6(10)")
                        .iso("A.5.15"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.of(this,
                account.read(Fact.ACCOUNT_SUMMARY)
                        .map((summary) -> Ruling
                                .of(summary.rootAccessKeysPresent() ? Result.PRESENT : Result.NONE)));
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        return judge(account).status() == Status.MET
                ? Remedy.nothing(Remedy.Reason.IN_ORDER)
                : Remedy.of(Console.step(id(), "root-access-keys", Console.securityCredentials(account)));
    }
}
