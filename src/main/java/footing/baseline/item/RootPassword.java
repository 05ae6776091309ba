package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Reading;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.Verdict.Ruling;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Remedy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A strong root password, kept so that it is fetched only when there is no other way. No API tells how it is kept; but
 * where there is none, as with central root access, there is nothing to keep. Source: {@code iam:GetAccountSummary},
 * {@code organizations:DescribeOrganization}.
 */
final class RootPassword extends Described {

    enum Result implements Outcome {
        NO_PASSWORD(Status.MET),
        /** A member of an organization need not have one. */
        MEMBER(Status.NEEDS_ATTESTATION),
        PASSWORD(Status.NEEDS_ATTESTATION);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    RootPassword() {
        super(ItemId.ROOT_PASSWORD, Section.IDENTITY, Fix.BY_HAND, Set.of(Fact.ACCOUNT_SUMMARY, Fact.ORGANIZATION),
                Result.values(), Controls.none());
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.of(this,
                account.read(Fact.ACCOUNT_SUMMARY)
                        .flatMap((summary) -> summary.rootPasswordPresent()
                                ? present(account)
                                : Reading.seen(Ruling.of(Result.NO_PASSWORD))));
    }

    /** Whether there is an organization is good to know and no more: who may not see it judges all the same. */
    private static Reading<Ruling> present(AccountState account) {
        return account.read(Fact.ORGANIZATION)
                .map((organization) -> organization.filter((one) -> !one.isManagedBy(account.identity().account()))
                        .map((above) -> Ruling.of(Result.MEMBER, Map.of("management", above.managementAccount())))
                        .orElseGet(() -> Ruling.of(Result.PASSWORD)))
                .orElse(Ruling.of(Result.PASSWORD));
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        Verdict verdict = judge(account);
        if (verdict.status() == Status.MET) {
            return Remedy.nothing(Remedy.Reason.IN_ORDER);
        }
        return Remedy.of(Console.step(id(), verdict.outcome().equals(Optional.of(Result.MEMBER))
                ? "root-password-member"
                : "root-password", Console.securityCredentials(account)));
    }
}
