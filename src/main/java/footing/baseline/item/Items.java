package footing.baseline.item;

import footing.account.ContactType;
import footing.baseline.Item;
import java.util.List;

/** Every item of the baseline that works, in the order in which people read them. */
public final class Items {

    public static final List<Item> ALL = List.of(new PrimaryContactItem(), AlternateContactItem.of(ContactType.BILLING),
            AlternateContactItem.of(ContactType.OPERATIONS), AlternateContactItem.of(ContactType.SECURITY),
            new SupportPlanItem(),
            new RootPassword(), new RootMfa(), new RootAccessKeys(), new RootUnused(), new PeopleProcess(),
            new RoleGroups(), new Federation(),
            new PasswordPolicyItem(), new UserMfa(), new AccessReview(), new SecurityNotifications(), new TrailItem(),
            new TrailValidation(),
            new LogBucketItem(), new TrailToLogs(), new ActivityAlarms(), new ConfigRecorderItem(),
            new ConfigRulesItem(),
            new ConfigNotifications(), new UsageReportItem(),
            new BillingNotifications(), new BudgetItem());

    /** What is offered beyond the baseline, in the same order everywhere. */
    public static final List<Item> BEYOND = List.of(new PublicAccessItem(), new EbsEncryption(), new ThreatDetection(),
            new CostAnomalies());

    private Items() {
    }
}
