package footing.baseline.item;

import footing.account.AccountState;
import footing.account.CredentialReport.AccessKey;
import footing.account.CredentialReport.Credentials;
import footing.account.Fact;
import footing.account.Problem;
import footing.account.Reading;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.Verdict.Ruling;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.choices.Standards;
import footing.plan.Remedy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Day-to-day work does not use the root user: neither its password nor its keys were used in the period that was
 * chosen. Source: {@code iam:GetCredentialReport}.
 */
final class RootUnused extends Described {

    enum Result implements Outcome {
        NEVER_USED(Status.MET),
        UNUSED(Status.MET),
        /** The survey itself was made as the root user. */
        IN_USE_NOW(Status.NOT_MET),
        SIGNED_IN(Status.NOT_MET),
        KEY_USED(Status.NOT_MET);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    RootUnused() {
        super(ItemId.ROOT_UNUSED, Section.IDENTITY, Fix.BY_HAND, Set.of(Fact.CREDENTIAL_REPORT), Result.values(),
                Controls.cis("1.7", "1.7", "1.6", "2.6", "2.7").iso("A.5.15"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return judge(account, Standards.USUAL);
    }

    @Override
    public Verdict judge(AccountState account, Standards standards) {
        if (account.identity().isRoot()) {
            return Verdict.of(this, Reading.seen(Ruling.of(Result.IN_USE_NOW)));
        }
        return Verdict.of(this,
                ByReport.judge(account, (report) -> report.root()
                        .map((root) -> Reading.seen(ruling(root, account.surveyedAt(), standards.rootUnusedDays())))
                        .orElseGet(RootUnused::notTold)));
    }

    private static Reading<Ruling> notTold() {
        return new Reading.Failed<>(new Problem(Problem.Kind.SERVICE, "iam:GetCredentialReport",
                "the report has no line for the root user"));
    }

    private static Ruling ruling(Credentials root, Instant now, int days) {
        Optional<Instant> used = root.usedAt();
        if (used.isEmpty()) {
            return Ruling.of(Result.NEVER_USED);
        }
        Map<String, String> values = Map.of("days", String.valueOf(days), "date",
                LocalDate.ofInstant(used.get(), ZoneOffset.UTC).toString());
        if (used.get().isBefore(now.minus(days, ChronoUnit.DAYS))) {
            return Ruling.of(Result.UNUSED, values);
        }
        boolean byKey = root.keys().stream().map(AccessKey::usedAt).anyMatch(used::equals);
        return Ruling.of(byKey ? Result.KEY_USED : Result.SIGNED_IN, values);
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        return judge(account, choices.standards()).status() == Status.MET
                ? Remedy.nothing(Remedy.Reason.IN_ORDER)
                : Remedy.of(Console.step(id(), "root-unused", Console.users(account)));
    }
}
