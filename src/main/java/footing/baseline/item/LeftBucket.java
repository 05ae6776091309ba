package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.Complaint.Severity;
import footing.choices.Conventions;
import footing.choices.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What it means for a trail that a person leaves the log bucket as it is. */
final class LeftBucket {

    private LeftBucket() {
    }

    /** What cannot be so, or will not be as chosen, where Footing's own trail is to deliver to a bucket that is left. */
    static List<Complaint> complaints(AccountState account, Choices choices) {
        if (!(TrailPlan.of(account) instanceof TrailPlan.Make)) {
            return List.of();
        }
        boolean trail = !choices.leaves(ItemId.TRAIL);
        return switch (LogStore.of(account, choices)) {
            // Another team's bucket has another name; whether it is there, only CloudTrail finds out.
            case LogStore.Elsewhere(String bucket) when trail && bucket.equals(Conventions.bucket(account))
                    && !isSeen(bucket, account) ->
                List.of(complaint("leave", ItemId.LOG_BUCKET.id(), Severity.ERROR, "complaint.no-bucket", bucket));
            case LogStore.InStack store -> inStack(store, choices, trail);
            case LogStore.Elsewhere elsewhere -> List.of();
            case LogStore.Adopted adopted -> List.of();
            case LogStore.Taken taken -> List.of();
            case LogStore.Unclear unclear -> List.of();
        };
    }

    private static List<Complaint> inStack(LogStore.InStack store, Choices choices, boolean trail) {
        List<Complaint> complaints = new ArrayList<>();
        String chosen = choices.logStorage().bucket();
        if (!chosen.equals(store.bucket())) {
            complaints.add(complaint("logStorage.bucket", chosen, Severity.WARNING, "complaint.bucket-stays",
                    store.bucket()));
        }
        if (trail && store.refuses()) {
            complaints.add(complaint("logStorage.trail", choices.logStorage().trail(), Severity.WARNING,
                    "complaint.trail-refused", store.bucket()));
        }
        return complaints;
    }

    private static boolean isSeen(String bucket, AccountState account) {
        return account.read(Fact.LOG_BUCKETS).found().filter((buckets) -> buckets.containsKey(bucket)).isPresent();
    }

    private static Complaint complaint(String field, String value, Severity severity, String key, String bucket) {
        return new Complaint(field, value, severity, key, Map.of("bucket", bucket), Optional.empty());
    }
}
