package footing.baseline.item;

import footing.account.Absence;
import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Partition;
import footing.account.Reading;
import footing.account.Region;
import footing.account.UsageExport;
import footing.account.UsageReport;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.Verdict.Ruling;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.plan.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A report of cost and usage reaches a bucket: a data export, or a report of the older kind. Source: {@code
 * bcm-data-exports:ListExports}, {@code GetExport}; {@code cur:DescribeReportDefinitions}; {@code s3:ListBuckets}.
 */
final class UsageReportItem extends Described {

    /** The best first. */
    enum Result implements Outcome {
        EXPORT(Status.MET),
        LEGACY(Status.MET),
        NOTHING_DELIVERED(Status.PENDING),
        /** AWS says of the last delivery what nobody here can weigh. */
        UNCLEAR(Status.NEEDS_ATTESTATION),
        BUCKET_ELSEWHERE(Status.NEEDS_ATTESTATION),
        STALE(Status.NOT_MET),
        UNHEALTHY(Status.NOT_MET),
        BUCKET_GONE(Status.NOT_MET),
        NONE(Status.NOT_MET);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    private static final String FIELD = "billing.reportBucket";

    /** AWS writes every day: what came within this time still comes, and to a bucket that is there. */
    private static final Duration RECENT = Duration.ofDays(7);

    UsageReportItem() {
        super(ItemId.USAGE_REPORT, Section.BILLING, Fix.FOOTING,
                Set.of(Fact.USAGE_EXPORTS, Fact.USAGE_REPORTS, Fact.BUCKET_NAMES), Result.values(), Controls.none());
    }

    @Override
    public Verdict judge(AccountState account) {
        Reading<List<UsageExport>> exports = account.read(Fact.USAGE_EXPORTS);
        Reading<List<UsageReport>> reports = account.read(Fact.USAGE_REPORTS);
        if (isNotOffered(exports) && isNotOffered(reports)) {
            return Verdict.of(this, exports.map((none) -> Ruling.of(Result.NONE)));
        }
        List<Reading<Ruling>> rulings = new ArrayList<>();
        add(rulings, exports, (export) -> ruling(export, account));
        add(rulings, reports, (report) -> ruling(report, account));
        Reading<Ruling> best = Best.of(Result.values(), rulings, Ruling.of(Result.NONE));
        // What was looked at is evidence, also where nothing was found.
        return Verdict.of(this, Reading.seen(true, exports.evidenceOrNone().and(reports.evidenceOrNone()))
                .flatMap((looked) -> best));
    }

    private static <T> void add(List<Reading<Ruling>> rulings, Reading<List<T>> all,
            java.util.function.Function<T, Reading<Ruling>> ruling) {
        if (isNotOffered(all)) {
            return;
        }
        all.found()
                .ifPresentOrElse((found) -> found.forEach((one) -> rulings.add(ruling.apply(one))),
                        () -> rulings.add(all.map((none) -> Ruling.of(Result.NONE))));
    }

    private static boolean isNotOffered(Reading<?> reading) {
        return reading instanceof Reading.Unavailable<?>(Absence why) && why.kind() == Absence.Kind.NOT_OFFERED;
    }

    private static Reading<Ruling> ruling(UsageExport export, AccountState account) {
        Map<String, String> values = Map.of("report", export.name(), "bucket", export.bucket(), "error",
                export.reason().orElse(""), "last", Arrival.told(export.lastDelivered()));
        if (!export.holdsUsage()) {
            return Reading.seen(Ruling.of(Result.NONE));
        }
        if (!export.healthy()) {
            return Reading.seen(Ruling.of(Result.UNHEALTHY, values));
        }
        return account.read(Fact.BUCKET_NAMES)
                .map((own) -> Ruling.of(own.contains(export.bucket())
                        ? export.lastDelivered()
                                .map((at) -> isRecent(at, account) ? Result.EXPORT : Result.STALE)
                                .orElse(Result.NOTHING_DELIVERED)
                        : export.lastDelivered().filter((at) -> isRecent(at, account)).isPresent()
                                ? Result.BUCKET_ELSEWHERE
                                : Result.BUCKET_GONE,
                        values));
    }

    private static Reading<Ruling> ruling(UsageReport report, AccountState account) {
        String bucket = report.bucket().orElse("");
        String status = report.lastStatus().orElse("");
        Map<String, String> values = Map.of("report", report.name(), "bucket", bucket, "error", status, "last",
                Arrival.told(report.lastDelivery()));
        return switch (status) {
            case "ERROR_NO_BUCKET" -> Reading.seen(Ruling.of(Result.BUCKET_GONE, values));
            case "ERROR_PERMISSIONS" -> Reading.seen(Ruling.of(Result.UNHEALTHY, values));
            default -> account.read(Fact.BUCKET_NAMES)
                    .map((own) -> Ruling.of(delivered(report, own.contains(bucket), account), values));
        };
    }

    private static Result delivered(UsageReport report, boolean own, AccountState account) {
        if (report.lastStatus().isEmpty()) {
            return own ? Result.NOTHING_DELIVERED : Result.BUCKET_GONE;
        }
        if (!report.lastStatus().get().equals("SUCCESS") || report.lastDelivery().isEmpty()) {
            return Result.UNCLEAR;
        }
        if (!isRecent(report.lastDelivery().get(), account)) {
            return Result.STALE;
        }
        return own ? Result.LEGACY : Result.BUCKET_ELSEWHERE;
    }

    private static boolean isRecent(Instant delivered, AccountState account) {
        return delivered.isAfter(account.surveyedAt().minus(RECENT));
    }

    /** A bucket that is there already is not made once more, and its owner decides who writes to it. */
    @Override
    public List<Complaint> complaints(AccountState account, Choices choices) {
        if (choices.leaves(id()) || !isToBeMade(account)) {
            return List.of();
        }
        return switch (ReportBucket.of(account, choices)) {
            // The log bucket lets nobody but trails and AWS Config write, and two stacks cannot make one bucket.
            case ReportBucket.InStack(String name) -> name.equals(choices.logStorage().bucket())
                    || name.equals(Made.bucket(account, choices))
                            ? Taken.by(FIELD, name, "logStorage.bucket")
                            : List.of();
            case ReportBucket.Another(String name) -> Taken.bucket(FIELD, name);
            case ReportBucket.Closed(String name, Region region) -> Taken.closed(FIELD, name, region,
                    account.identity().partition().billingRegion());
            case ReportBucket.Foreign(String name) -> Taken.foreign(FIELD, name);
            case ReportBucket.Left left -> List.of();
            case ReportBucket.Unclear unclear -> List.of();
        };
    }

    /** CloudFormation has the type in this partition only. */
    private boolean isToBeMade(AccountState account) {
        return account.identity().partition() == Partition.AWS && unmade(account).isEmpty();
    }

    /** Why none is made, where what others made will do. */
    private Optional<Remedy.Reason> unmade(AccountState account) {
        return BillingResources.isOurs("AWS::BCMDataExports::Export", account) ? Optional.empty() : adopted(account);
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        Optional<Remedy.Reason> adopted = unmade(account);
        if (adopted.isPresent()) {
            return Remedy.nothing(adopted.get());
        }
        if (!isToBeMade(account)) {
            return Remedy.of(Console.step(id(), "usage-report", Console.exports(account)));
        }
        return switch (ReportBucket.of(account, choices)) {
            case ReportBucket.InStack(String name) -> Remedy.of(BillingResources.bucket(name),
                    BillingResources.bucketPolicy(account, name),
                    BillingResources.export(account, Optional.of(BillingResources.BUCKET), name));
            case ReportBucket.Left(String name) -> Remedy.of(BillingResources.export(account, Optional.empty(), name));
            case ReportBucket.Another another -> Remedy.nothing(Remedy.Reason.NOT_DECIDED);
            case ReportBucket.Closed closed -> Remedy.nothing(Remedy.Reason.NOT_DECIDED);
            case ReportBucket.Foreign foreign -> Remedy.nothing(Remedy.Reason.NAME_TAKEN);
            case ReportBucket.Unclear unclear -> Remedy.nothing(Remedy.Reason.NOT_SEEN);
        };
    }

    private Optional<Remedy.Reason> adopted(AccountState account) {
        return switch (judge(account).status()) {
            case MET, ATTESTED, NEEDS_ATTESTATION -> Optional.of(Remedy.Reason.ADOPTED);
            case PENDING -> Optional.of(Remedy.Reason.WAITING);
            case NOT_MET, UNKNOWN, NOT_APPLICABLE -> Optional.empty();
        };
    }
}
