package footing.baseline.item;

import static footing.baseline.Verdict.Ruling;

import footing.account.AccountState;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.LogBucket;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Trail;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.Conventions;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Remedy;
import footing.plan.Setting;
import footing.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The bucket of the trail lets CloudTrail and Config write, over TLS only, shows nothing to the public and keeps old
 * versions. Source: {@code s3:GetBucketPolicy}, {@code GetPublicAccessBlock}, {@code GetBucketVersioning}.
 */
final class LogBucketItem extends Described {

    enum Result implements Outcome {
        GOOD(Status.MET),
        NO_TRAIL(Status.NOT_MET),
        /** There is no trail, and the name that Footing would give to a bucket is somebody else's. */
        NAME_TAKEN(Status.NOT_MET),
        GONE(Status.NOT_MET),
        /** What somebody wrote into its policy lets too many in, or keeps AWS out: only they can take it away. */
        SHORT_BY_POLICY(Status.NOT_MET),
        SHORT(Status.NOT_MET),
        FAILS(Status.NOT_MET),
        STOPPED(Status.NOT_MET),
        NEVER_DELIVERED(Status.NOT_MET),
        STALE(Status.NOT_MET),
        NOTHING_DELIVERED(Status.PENDING),
        /** What its policy comes to rests on conditions that nobody here can see. */
        UNCLEAR(Status.NEEDS_ATTESTATION),
        /** Its owner alone sees how it is kept. */
        ELSEWHERE(Status.NEEDS_ATTESTATION);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }

        @Override
        public boolean isByHand() {
            return this == SHORT_BY_POLICY;
        }
    }

    LogBucketItem() {
        super(ItemId.LOG_BUCKET, Section.LOGGING, Fix.FOOTING,
                Set.of(Fact.TRAILS, Fact.FAR_TRAILS, Fact.LOG_BUCKETS, Fact.BUCKET_NAMES),
                Result.values(),
                Controls.cis("2.1.1, 2.1.4", "2.1.1, 2.1.4", "2.1.1, 2.1.4", "3.1.1, 3.1.4", "3.1.1, 3.1.4")
                        .securityHub("S3.5, S3.1")
                        .nist("AC-4, AC-17(2), AC-3, AC-6, SC-7")
                        .iso("A.8.1"));
    }

    @Override
    public Verdict judge(AccountState account) {
        String usual = Conventions.bucket(account.identity(), account.home());
        Ruling none = Conventions.isTaken(usual, account)
                ? Ruling.of(Result.NAME_TAKEN, Map.of("bucket", usual, "other", Conventions.bucket(account)))
                : Ruling.of(Result.NO_TRAIL);
        return Trails.judge(this, account, none, (coverage) -> ruling(coverage.trail(), account));
    }

    private static Reading<Ruling> ruling(Trail trail, AccountState account) {
        Reading<Map<String, LogBucket>> buckets = account.read(Fact.LOG_BUCKETS);
        Optional<LogBucket> bucket = buckets.found().flatMap((seen) -> Optional.ofNullable(seen.get(trail.bucket())));
        boolean gone = buckets.found().isPresent() && bucket.isEmpty();
        boolean hidden = bucket.filter((there) -> there.policy() instanceof Reading.Seen<?>).isEmpty();
        if (hidden && !gone && LogStore.isElsewhere(trail, account)) {
            return Reading.seen(
                    Ruling.of(Result.ELSEWHERE, Map.of("bucket", trail.bucket(), "owner", trail.owner())));
        }
        return buckets.flatMap((seen) -> bucket.map((there) -> ruling(there, trail, account))
                .orElseGet(() -> Reading.seen(
                        Ruling.of(Result.GONE, Map.of("bucket", trail.bucket(), "trail", trail.name())))));
    }

    private static Reading<Ruling> ruling(LogBucket bucket, Trail trail, AccountState account) {
        LogBucketPolicy policy = LogStore.policy(trail, account);
        List<String> gaps = gaps(bucket, policy);
        Reading<Boolean> whole = Reading.both(Reading.both(document(bucket), bucket.publicAccess(), (a, b) -> true),
                bucket.versioned(), (a, b) -> true);
        if (!gaps.isEmpty()) {
            Evidence evidence = bucket.policy()
                    .evidenceOrNone()
                    .and(bucket.publicAccess().evidenceOrNone())
                    .and(bucket.versioned().evidenceOrNone());
            Result result = gaps.stream().anyMatch(LogBucketPolicy::isForPeople)
                    ? Result.SHORT_BY_POLICY
                    : Result.SHORT;
            return Reading.seen(
                    Ruling.of(result, Map.of("bucket", bucket.name(), "gaps", String.join(",", gaps))), evidence);
        }
        return Reading.both(whole, trail.status(), (seen, status) -> {
            Arrival arrival = Arrival.inBucket(status, account);
            SortedSet<String> unclear = document(bucket).found()
                    .map((document) -> policy.unclear(document, arrival == Arrival.ARRIVES))
                    .orElseGet(TreeSet::new);
            boolean against = arrived(bucket, trail, status, arrival).outcome().status() == Status.NOT_MET;
            return against || unclear.isEmpty()
                    ? arrived(bucket, trail, status, arrival)
                    : Ruling.of(Result.UNCLEAR,
                            Map.of("bucket", bucket.name(), "conditions", String.join(", ", unclear)));
        });
    }

    private static Ruling arrived(LogBucket bucket, Trail trail, Trail.Status status, Arrival arrival) {
        Result result = switch (arrival) {
            case ARRIVES -> Result.GOOD;
            case YOUNG -> Result.NOTHING_DELIVERED;
            case FAILS -> Result.FAILS;
            case STOPPED -> Result.STOPPED;
            case NEVER -> Result.NEVER_DELIVERED;
            case STALE -> Result.STALE;
        };
        return Ruling.of(result, Map.of("bucket", bucket.name(), "trail", trail.name(), "error",
                status.deliveryError().orElse(""), "last", Arrival.told(status.latestDelivery())));
    }

    /** What the parts that were seen lack. */
    private static List<String> gaps(LogBucket bucket, LogBucketPolicy policy) {
        List<String> gaps = new ArrayList<>();
        document(bucket).found().ifPresent((document) -> gaps.addAll(policy.gaps(document)));
        if (bucket.publicAccess().found().filter((access) -> !access.blocksAll()).isPresent()) {
            gaps.add("public-access");
        }
        if (bucket.versioned().found().filter((versioned) -> !versioned).isPresent()) {
            gaps.add("versioning");
        }
        return List.copyOf(gaps);
    }

    private static Reading<PolicyDocument> document(LogBucket bucket) {
        return bucket.policy()
                .flatMap((text) -> text.map(PolicyDocument::parse)
                        .orElseGet(() -> Optional.of(PolicyDocument.none()))
                        .map((document) -> Reading.seen(document))
                        .orElseGet(() -> new Reading.Failed<>(
                                new Problem(Problem.Kind.SERVICE, "s3:GetBucketPolicy", bucket.name()))));
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        return switch (LogStore.of(account, choices)) {
            case LogStore.InStack(String name, LogBucketPolicy policy, LogBucketPolicy now, Optional<LogBucket> made) -> {
                List<Change> changes = new ArrayList<>();
                changes.add(TrailResources.bucket(name, choices.logStorage()));
                changes.add(TrailResources.bucketPolicy(policy));
                // Somebody changed what the stack made; the stack itself would not notice. Any other change of the policy
                // is the stack's own: a setting would take the policy away from the trail that is in use.
                made.ifPresent((bucket) -> changes.addAll(settings(bucket, now, account)));
                yield new Remedy.Changes(changes);
            }
            case LogStore.Adopted(LogBucket bucket, LogBucketPolicy policy) -> {
                List<Change> changes = settings(bucket, policy, account);
                yield changes.isEmpty()
                        ? Remedy.nothing(unchanged(judge(account)))
                        : new Remedy.Changes(changes);
            }
            case LogStore.Elsewhere elsewhere -> Remedy.nothing(Remedy.Reason.OWNED_ELSEWHERE);
            case LogStore.Taken taken -> Remedy.nothing(Remedy.Reason.NAME_TAKEN);
            case LogStore.Unclear unclear -> Remedy.nothing(Remedy.Reason.NOT_SEEN);
        };
    }

    /** Why a bucket that is as it should be stays so: what still does not arrive does, once the trail logs again. */
    private static Remedy.Reason unchanged(Verdict verdict) {
        if (verdict.outcome().filter(Result.STOPPED::equals).isPresent()) {
            return Remedy.Reason.COMES_WITH_ANOTHER;
        }
        return verdict.status() == Status.PENDING ? Remedy.Reason.WAITING : Remedy.Reason.ADOPTED;
    }

    @Override
    public List<Complaint> complaints(AccountState account, Choices choices) {
        if (choices.leaves(id())) {
            return LeftBucket.complaints(account, choices);
        }
        return LogStore.of(account, choices) instanceof LogStore.InStack(String name, _, _, Optional<LogBucket> seen)
                && seen.isEmpty() && name.equals(choices.logStorage().bucket())
                && !account.madeByFootingAs(TrailResources.BUCKET, name)
                && account.read(Fact.BUCKET_NAMES).found().filter((own) -> own.contains(name)).isPresent()
                        ? Taken.bucket("logStorage.bucket", name)
                        : List.of();
    }

    /** The smallest changes that close the gaps; before the stacks, since a trail needs the policy. */
    private List<Change> settings(LogBucket bucket, LogBucketPolicy policy, AccountState account) {
        Region region = bucket.region().found().orElse(account.home());
        List<Change> changes = new ArrayList<>();
        document(bucket).found().ifPresent((document) -> {
            List<String> gaps = policy.gaps(document);
            List<Value.Fields> missing = gaps.stream().flatMap((gap) -> policy.statements(gap).stream()).toList();
            boolean byHand = gaps.stream().anyMatch(LogBucketPolicy::isForPeople);
            if (byHand) {
                changes.add(Console.step(id(), "log-bucket-policy", Console.bucket(account, bucket.name())));
            }
            // S3 takes no policy that lets everybody in while it blocks such policies.
            boolean refused = document.isPublic()
                    && bucket.publicAccess().found().filter((access) -> access.blockPolicy()).isPresent();
            if (!missing.isEmpty() && !refused) {
                String merged = document.with(missing);
                changes.add(new Change.DirectSetting<>(id(), new Setting.BucketPolicySetting(bucket.name(), region),
                        bucket.policy().found().orElse(Optional.empty()), Optional.of(merged),
                        Change.When.BEFORE_STACKS));
            }
        });
        bucket.publicAccess()
                .found()
                .filter((access) -> !access.blocksAll())
                .ifPresent((access) -> changes.add(new Change.DirectSetting<>(id(),
                        new Setting.BucketPublicAccessSetting(bucket.name(), region), access,
                        new LogBucket.PublicAccess(true, true, true, true), Change.When.BEFORE_STACKS)));
        bucket.versioned()
                .found()
                .filter((versioned) -> !versioned)
                .ifPresent((versioned) -> changes.add(new Change.DirectSetting<>(id(),
                        new Setting.BucketVersioningSetting(bucket.name(), region), false, true,
                        Change.When.BEFORE_STACKS)));
        return changes;
    }
}
