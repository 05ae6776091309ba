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
 * {@code organizations:DescribeOrganization}, {@code iam:ListOrganizationsFeatures}.
 */
final class RootPassword extends Described {

    enum Result implements Outcome {
        NO_PASSWORD(Status.MET),
        /** A member of an organization need not have one. */
        MEMBER(Status.NEEDS_ATTESTATION),
        /** It manages an organization that takes root passwords away from its members. */
        CENTRAL(Status.NEEDS_ATTESTATION),
        NOT_CENTRAL(Status.NEEDS_ATTESTATION),
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
        super(ItemId.ROOT_PASSWORD, Section.IDENTITY, Fix.BY_HAND,
                Set.of(Fact.ACCOUNT_SUMMARY, Fact.ORGANIZATION, Fact.CENTRAL_ROOT_ACCESS),
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
                        .map((above) -> Ruling.of(Result.MEMBER, Map.of("management", above.managementAccount()))))
                .flatMap((member) -> member.map(Reading::seen).orElseGet(() -> managing(account)))
                .orElse(Ruling.of(Result.PASSWORD));
    }

    private static Reading<Ruling> managing(AccountState account) {
        return account.read(Fact.CENTRAL_ROOT_ACCESS)
                .map((central) -> Ruling.of(central
                        .map((on) -> on.credentials() ? Result.CENTRAL : Result.NOT_CENTRAL)
                        .orElse(Result.PASSWORD)));
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        Verdict verdict = judge(account);
        if (verdict.status() == Status.MET) {
            return Remedy.nothing(Remedy.Reason.IN_ORDER);
        }
        String guide = verdict.outcome().equals(Optional.of(Result.MEMBER))
                ? "root-password-member"
                : verdict.outcome().equals(Optional.of(Result.NOT_CENTRAL))
                        ? "root-password-management"
                        : "root-password";
        return Remedy.of(Console.step(id(), guide, Console.securityCredentials(account)));
    }
}
