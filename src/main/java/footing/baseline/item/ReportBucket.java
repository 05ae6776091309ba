package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.LogBucket;
import footing.account.Reading;
import footing.account.Region;
import footing.baseline.item.PolicyConditions.Answer;
import footing.choices.Choices;
import footing.choices.Conventions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which bucket Footing's own usage report is to go to: decided once, for the plan and for what is said of the name. */
sealed interface ReportBucket {

    String EXPORTS = "bcm-data-exports.amazonaws.com";

    /** Footing's own, made or to be made. */
    record InStack(String name) implements ReportBucket {
    }

    /** What an earlier stack left behind, and still lets the export write. */
    record Left(String name) implements ReportBucket {
    }

    /** One that is there already: nobody else's bucket is touched. */
    record Another(String name) implements ReportBucket {
    }

    /** One that has the name that Footing gives, but stands in another Region, or keeps the export out. */
    record Closed(String name, Region region) implements ReportBucket {
    }

    /** The name is somebody else's: reports that were sent there would be theirs to read. */
    record Foreign(String name) implements ReportBucket {
    }

    /** One that an earlier stack left behind could not be made once more, and it was not seen whether there is one. */
    record Unclear() implements ReportBucket {
    }

    static ReportBucket of(AccountState account, Choices choices) {
        String usual = Conventions.reportBucket(account);
        String name = choices.billing().reportBucket().orElse(usual);
        if (account.madeByFootingAs(BillingResources.BUCKET, name)) {
            return new InStack(name);
        }
        Optional<Set<String>> own = account.read(Fact.BUCKET_NAMES).found();
        if (own.isEmpty()) {
            return new Unclear();
        }
        if (!own.get().contains(name)) {
            return Conventions.isTaken(name, account) ? new Foreign(name) : new InStack(name);
        }
        return name.equals(usual) ? left(name, account) : new Another(name);
    }

    private static ReportBucket left(String name, AccountState account) {
        Reading<ReportBucket> left = account.read(Fact.LOG_BUCKETS)
                .map((buckets) -> Optional.ofNullable(buckets.get(name)))
                .flatMap((bucket) -> bucket.map((there) -> left(there, account))
                        .orElseGet(() -> Reading.seen(new Unclear())));
        return left.found().orElseGet(Unclear::new);
    }

    private static Reading<ReportBucket> left(LogBucket bucket, AccountState account) {
        return Reading.both(bucket.region(), bucket.policy(), (region, policy) -> {
            boolean open = policy.flatMap(PolicyDocument::parse)
                    .filter((one) -> letsIn(one, bucket, account))
                    .isPresent();
            return open && region.equals(account.identity().partition().billingRegion())
                    ? new Left(bucket.name())
                    : new Closed(bucket.name(), region);
        });
    }

    private static boolean letsIn(PolicyDocument policy, LogBucket bucket, AccountState account) {
        String objects = "arn:%s:s3:::%s/x".formatted(account.identity().partition().id(), bucket.name());
        return policy.decide(EXPORTS, "s3:PutObject", objects,
                Map.of("aws:sourceaccount", Optional.of(account.identity().account()), "aws:sourcearn",
                        Optional.of(BillingResources.exportArn(account))))
                .answer() != Answer.NO;
    }
}
