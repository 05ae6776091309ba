package footing.wire;

import static footing.wire.MotoAccount.HOME;

import footing.account.ContactType;
import footing.account.Partition;
import footing.account.Region;
import footing.aws.KnownRegions;
import footing.choices.Activity;
import java.util.EnumSet;
import java.util.List;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.ComparisonOperator;
import software.amazon.awssdk.services.budgets.model.NotificationType;
import software.amazon.awssdk.services.budgets.model.NotificationWithSubscribers;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.budgets.model.SubscriptionType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;
import software.amazon.awssdk.services.iam.IamClient;

/** An account in which everything is as it should be that a moto server can hold, in every Region. */
final class GoodAccount {

    static final String GROUP = "acme/trail";
    static final String TOPIC = "security";
    static final String TRAIL = "main";
    static final String USER = "ada";
    static final String BUDGET = "monthly";

    /** moto does not say which Regions are on, so that all are asked. */
    static final List<Region> REGIONS = KnownRegions.of(Partition.AWS);

    private GoodAccount() {
    }

    /** For {@code src/build/survey_bench.py}: fills the server that {@code FOOTING_WIRE_ENDPOINT} names. */
    public static void main(String[] none) throws Exception {
        try (MotoAccount account = MotoAccount.empty()) {
            fill(account);
        }
    }

    static void fill(MotoAccount account) {
        people(account);
        log(account);
        everywhere(account);
        money(account);
    }

    private static void people(MotoAccount account) {
        account.alias("acme")
                .contact(ContactType.BILLING, "aws-billing@acme.example")
                .contact(ContactType.OPERATIONS, "aws-operations@acme.example")
                .contact(ContactType.SECURITY, "aws-security@acme.example")
                .passwordPolicy(14)
                .group("readers")
                .user(USER)
                .password(USER);
        IamClient iam = account.clients().get(IamClient.class, HOME);
        iam.addUserToGroup((add) -> add.groupName("readers").userName(USER));
        String device = iam.createVirtualMFADevice((create) -> create.virtualMFADeviceName(USER))
                .virtualMFADevice()
                .serialNumber();
        iam.enableMFADevice((enable) -> enable.userName(USER)
                .serialNumber(device)
                .authenticationCode1("123456")
                .authenticationCode2("654321"));
        iam.createSAMLProvider(
                (create) -> create.name("acme").samlMetadataDocument("<EntityDescriptor>acme</EntityDescriptor>"));
        iam.createServiceLinkedRole((create) -> create.awsServiceName("config.amazonaws.com"));
    }

    private static void log(MotoAccount account) {
        account.bucket()
                .bucketSecured(MotoAccount.policyFor(TRAIL, HOME))
                .trail(TRAIL, HOME, GROUP)
                .topic(HOME, TOPIC)
                .subscribed(HOME, TOPIC, "aws-security@acme.example")
                .openTo(HOME, TOPIC, "cloudwatch.amazonaws.com", "events.amazonaws.com")
                .alarms(HOME, GROUP, EnumSet.allOf(Activity.class), TOPIC);
    }

    /** What AWS Config finds goes from each Region to the home Region's event bus, and from there to the topic. */
    private static void everywhere(MotoAccount account) {
        String bus = "arn:aws:events:" + HOME + ":" + MotoAccount.ID + ":event-bus/default";
        for (Region region : REGIONS) {
            account.config(region).told(region, region.equals(HOME) ? MotoAccount.topicArn(HOME, TOPIC) : bus);
        }
    }

    private static void money(MotoAccount account) {
        account.topic(Region.US_EAST_1, "billing")
                .subscribed(Region.US_EAST_1, "billing", "aws-billing@acme.example")
                .openTo(Region.US_EAST_1, "billing", "budgets.amazonaws.com");
        NotificationWithSubscribers forecast = NotificationWithSubscribers.builder()
                .notification((told) -> told.notificationType(NotificationType.FORECASTED)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN)
                        .threshold(100.0))
                .subscribers(Subscriber.builder()
                        .subscriptionType(SubscriptionType.SNS)
                        .address(MotoAccount.topicArn(Region.US_EAST_1, "billing"))
                        .build())
                .build();
        account.clients()
                .get(BudgetsClient.class, HOME)
                .createBudget((create) -> create.accountId(MotoAccount.ID)
                        .budget((budget) -> budget.budgetName(BUDGET)
                                .budgetType(BudgetType.COST)
                                .timeUnit(TimeUnit.MONTHLY)
                                .budgetLimit((limit) -> limit.amount(java.math.BigDecimal.valueOf(100)).unit("USD")))
                        .notificationsWithSubscribers(forecast));
    }
}
