package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Analyzer;
import footing.account.Fact;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.Verdict.Ruling;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Access is reviewed: in every Region an analyzer tells what is open to others. An analyzer of unused access costs
 * money and does not stand in for it. Source: {@code access-analyzer:ListAnalyzers}.
 */
final class AccessReview extends Described {

    enum Result implements Outcome {
        ACTIVE(Status.MET),
        NONE(Status.NOT_MET),
        BROKEN(Status.NOT_MET),
        CREATING(Status.PENDING);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }

        /** AWS takes one of a kind in each Region, and it is not Footing's to take away. */
        @Override
        public boolean isByHand() {
            return this == BROKEN;
        }
    }

    AccessReview() {
        super(ItemId.ACCESS_REVIEW, Section.IDENTITY, Fix.FOOTING, Set.of(Fact.ANALYZERS, Fact.REGIONS),
                Result.values(),
                Controls.cis("1.20", "1.20", "1.19", "2.19", "2.18").securityHub("IAM.28").iso("A.8.3"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.ofRegions(this, account,
                account.read(Fact.ANALYZERS)
                        .map((regional) -> regional.map((region, analyzers) -> Ruling.of(result(analyzers)))));
    }

    static Result result(List<Analyzer> all) {
        List<Analyzer> analyzers = all.stream().filter(Analyzer::isForExternalAccess).toList();
        if (analyzers.isEmpty()) {
            return Result.NONE;
        }
        if (analyzers.stream().anyMatch(Analyzer::isActive)) {
            return Result.ACTIVE;
        }
        return analyzers.stream().anyMatch((analyzer) -> analyzer.status().equals("CREATING"))
                ? Result.CREATING
                : Result.BROKEN;
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        List<Change> changes = new ArrayList<>(AnalyzerResources.of(account, choices));
        if (AnalyzerResources.anyBroken(account)) {
            changes.add(Console.step(id(), "access-review", Console.analyzers(account)));
        }
        Remedy.Reason unchanged = unchanged(account, Remedy.Reason.STILL_OPEN);
        return changes.isEmpty() && !AnalyzerResources.anyHeld(account)
                ? Remedy.nothing(unchanged)
                : new Remedy.Changes(changes, unchanged);
    }
}
