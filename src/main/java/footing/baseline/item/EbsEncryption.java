package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Region;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.Verdict.Ruling;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Remedy;
import footing.plan.Setting;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Beyond the baseline: new volumes of EBS are encrypted in every Region. Source: {@code
 * ec2:GetEbsEncryptionByDefault}.
 */
final class EbsEncryption extends Described {

    enum Result implements Outcome {
        ON(Status.MET),
        OFF(Status.NOT_MET);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    EbsEncryption() {
        super(ItemId.EBS_ENCRYPTION, Section.BEYOND, Fix.FOOTING, Set.of(Fact.EBS_ENCRYPTION, Fact.REGIONS),
                Result.values(),
                Controls.cis("2.2.1", "5.1.1", "5.1.1", "6.1.1", "6.1.1")
                        .securityHub("EC2.7")
                        .nist("AU-9(3), CP-9, SC-13, SC-28(1)")
                        .iso("A.8.11, A.8.24"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.ofRegions(this, account,
                account.read(Fact.EBS_ENCRYPTION)
                        .map((regions) -> regions
                                .map((region, on) -> Ruling.of(on ? Result.ON : Result.OFF))));
    }

    /** In the Regions to look after. Where it is on already, whatever key it uses stays. */
    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        SortedMap<Region, Boolean> seen = account.read(Fact.EBS_ENCRYPTION)
                .found()
                .map((regions) -> regions.found())
                .orElseGet(TreeMap::new);
        List<Change> changes = Stream.concat(Stream.of(account.home()), choices.regions().stream().sorted())
                .distinct()
                .filter((region) -> Boolean.FALSE.equals(seen.get(region)))
                .<Change>map(
                        (region) -> new Change.DirectSetting<>(id(), new Setting.EbsEncryptionSetting(region), false,
                                true, Change.When.AFTER_STACKS))
                .toList();
        return changes.isEmpty()
                ? Remedy.nothing(unchanged(account, Remedy.Reason.STILL_OPEN))
                : new Remedy.Changes(changes);
    }
}
