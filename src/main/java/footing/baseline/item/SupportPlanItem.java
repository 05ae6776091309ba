package footing.baseline.item;

import footing.account.AccountPlan;
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
import footing.choices.Standards;
import footing.choices.SupportPlan;
import footing.plan.Remedy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/**
 * The support plan is the one that the organization expects. AWS tells whether one is paid for that has an API, and no
 * more: which one it is, people know. Source: {@code support:DescribeSeverityLevels}, {@code
 * freetier:GetAccountPlanState}.
 */
final class SupportPlanItem extends Described {

    enum Result implements Outcome {
        PAID_AS_EXPECTED(Status.MET),
        BASIC_AS_EXPECTED(Status.MET),
        MISSING(Status.NOT_MET),
        /** A cheaper one could be the one that is paid for. */
        PERHAPS_LESS(Status.NEEDS_ATTESTATION),
        MORE_THAN_EXPECTED(Status.NEEDS_ATTESTATION),
        PAID(Status.NEEDS_ATTESTATION),
        BASIC(Status.NEEDS_ATTESTATION),
        /** The account plan has no other support. */
        FREE_PLAN(Status.NEEDS_ATTESTATION);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    SupportPlanItem() {
        super(ItemId.SUPPORT_PLAN, Section.COMMUNICATION, Fix.BY_HAND, Set.of(Fact.PAID_SUPPORT, Fact.ACCOUNT_PLAN),
                Result.values(), Controls.none());
    }

    @Override
    public Verdict judge(AccountState account) {
        return judge(account, Standards.USUAL);
    }

    @Override
    public Verdict judge(AccountState account, Standards standards) {
        return Verdict.of(this,
                account.read(Fact.PAID_SUPPORT)
                        .flatMap((paid) -> standards.support()
                                .map((expected) -> Reading.seen(ruling(paid, expected)))
                                .orElseGet(() -> open(paid, account))));
    }

    private static Ruling ruling(boolean paid, SupportPlan expected) {
        Map<String, String> values = Map.of("plan", expected.id());
        if (paid) {
            return Ruling.of(expected == SupportPlan.CHEAPEST_PAID
                    ? Result.PAID_AS_EXPECTED
                    : expected.isPaid() ? Result.PERHAPS_LESS : Result.MORE_THAN_EXPECTED, values);
        }
        return Ruling.of(expected.isPaid() ? Result.MISSING : Result.BASIC_AS_EXPECTED, values);
    }

    /** Nobody has said yet what is expected. */
    private static Reading<Ruling> open(boolean paid, AccountState account) {
        if (paid) {
            return Reading.seen(Ruling.of(Result.PAID));
        }
        // Good to know, and no more: who may not see the account plan learns of the support plan all the same.
        return account.read(Fact.ACCOUNT_PLAN)
                .map((plan) -> plan.filter(AccountPlan::free)
                        .map((free) -> Ruling.of(Result.FREE_PLAN, Map.of("until", until(free))))
                        .orElseGet(() -> Ruling.of(Result.BASIC)))
                .orElse(Ruling.of(Result.BASIC));
    }

    private static String until(AccountPlan free) {
        return free.until().map((at) -> LocalDate.ofInstant(at, ZoneOffset.UTC).toString()).orElse("?");
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        return judge(account, choices.standards()).status() == Status.MET
                ? Remedy.nothing(Remedy.Reason.IN_ORDER)
                : Remedy.of(Console.step(id(), "support-plan", Console.supportPlans(account)));
    }
}
