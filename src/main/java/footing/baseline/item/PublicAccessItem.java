package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.LogBucket.PublicAccess;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Beyond the baseline: the account closes all of its buckets to the public. Source: {@code
 * s3control:GetPublicAccessBlock}.
 */
final class PublicAccessItem extends Described {

    enum Result implements Outcome {
        BLOCKED(Status.MET),
        PARTLY(Status.NOT_MET),
        OPEN(Status.NOT_MET);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    PublicAccessItem() {
        super(ItemId.S3_PUBLIC_ACCESS_BLOCK, Section.BEYOND, Fix.FOOTING, Set.of(Fact.ACCOUNT_PUBLIC_ACCESS),
                Result.values(),
                Controls.cis("2.1.4", "2.1.4", "2.1.4", "3.1.4", "3.1.4")
                        .securityHub("S3.1")
                        .nist("AC-3, AC-4, AC-6, AC-21, SC-7")
                        .iso("A.8.1"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.of(this, account.read(Fact.ACCOUNT_PUBLIC_ACCESS).map(PublicAccessItem::ruling));
    }

    private static Ruling ruling(PublicAccess access) {
        if (access.blocksAll()) {
            return Ruling.of(Result.BLOCKED);
        }
        return access.equals(PublicAccess.NOT_BLOCKED)
                ? Ruling.of(Result.OPEN)
                : Ruling.of(Result.PARTLY, Map.of("gaps", String.join(", ", gaps(access))));
    }

    /** The settings that are off, as AWS names them. */
    private static List<String> gaps(PublicAccess access) {
        List<String> gaps = new ArrayList<>();
        if (!access.blockAcls()) {
            gaps.add("BlockPublicAcls");
        }
        if (!access.ignoreAcls()) {
            gaps.add("IgnorePublicAcls");
        }
        if (!access.blockPolicy()) {
            gaps.add("BlockPublicPolicy");
        }
        if (!access.restrictBuckets()) {
            gaps.add("RestrictPublicBuckets");
        }
        return gaps;
    }

    /** Nothing that is on is ever turned off. */
    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        Optional<PublicAccess> open = account.read(Fact.ACCOUNT_PUBLIC_ACCESS)
                .found()
                .filter((access) -> !access.blocksAll());
        return open
                .map((there) -> Remedy.of(new Change.DirectSetting<>(id(),
                        new Setting.AccountPublicAccessSetting(account.identity().account(), account.home()), there,
                        PublicAccess.BLOCKED, Change.When.AFTER_STACKS)))
                .orElseGet(() -> Remedy.nothing(Remedy.Reason.IN_ORDER));
    }
}
