package footing.baseline.item;

import footing.account.ContactType;
import footing.baseline.Item;
import java.util.List;

/** Every item that works, in the order in which people read them. */
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

    private Items() {
    }
}
