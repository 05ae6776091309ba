package footing.choices;

import footing.account.AccountState;
import footing.account.AlternateContact;
import footing.account.ContactType;
import footing.account.PrimaryContact;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Complete choices of a company that does not exist: for the practice account, and to tell what could be done once
 * people have decided everything.
 */
public final class ExampleChoices {

    private static final String LIST = "aws-security@example.com";
    private static final String BILLING_LIST = "aws-billing@example.com";

    private ExampleChoices() {
    }

    /** What {@link Conventions} proposes, with example values wherever a person would have to decide. */
    public static Choices of(AccountState account) {
        Choices proposed = Conventions.choices(account);
        return proposed.withContacts(contacts(proposed.contacts()))
                .withNotifications(new Notifications(Optional.of(LIST), proposed.notifications().topicName()))
                .withBilling(billing(proposed.billing()))
                .withStandards(new Standards(proposed.standards().rootUnusedDays(), proposed.standards().ownerTag(),
                        Optional.of(SupportPlan.BUSINESS_PLUS)));
    }

    private static Billing billing(Billing proposed) {
        SortedMap<String, BudgetChoice> budgets = new TreeMap<>(proposed.budgets());
        if (budgets.isEmpty()) {
            budgets.put("monthly-cost", new BudgetChoice(500, BudgetChoice.CURRENCY, BudgetChoice.Period.MONTHLY,
                    BudgetChoice.ACTUAL_PERCENT, BudgetChoice.FORECAST_PERCENT));
        }
        return new Billing(Optional.of(BILLING_LIST), proposed.topicName(), proposed.reportBucket(), budgets);
    }

    /** A contact that is there and looks like a group's stays; so does a primary contact that names a company. */
    private static Contacts contacts(Contacts there) {
        Map<ContactType, AlternateContact> alternate = new EnumMap<>(ContactType.class);
        for (ContactType type : ContactType.values()) {
            String word = type.name().toLowerCase(Locale.ROOT);
            String title = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            Optional<AlternateContact> kept = Optional.ofNullable(there.alternate().get(type))
                    .filter((contact) -> !Addresses.looksPersonal(contact.email()));
            alternate.put(type, kept.orElseGet(() -> new AlternateContact("Example Corp " + title, title + " team",
                    "aws-" + word + "@example.com", "+1 206 555 0150")));
        }
        PrimaryContact primary = new PrimaryContact("Example Corp Cloud Team", Optional.of("Example Corp"),
                "100 Main Street", Optional.empty(), Optional.empty(), "Seattle", Optional.empty(), Optional.of("WA"),
                "98101", "US", "+1 206 555 0100", Optional.of("https://www.example.com"));
        return new Contacts(
                there.primary().filter((contact) -> contact.companyName().isPresent()).or(() -> Optional.of(primary)),
                alternate);
    }
}
