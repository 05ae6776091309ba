package footing.choices;

import footing.account.AccountState;
import footing.account.AlternateContact;
import footing.account.Fact;
import footing.account.Topic;
import java.util.Optional;

/** Choices about money to begin with: what was decided before, then what is there. No limit is made up. */
final class BillingConventions {

    private BillingConventions() {
    }

    static Billing of(AccountState account, EarlierChoices earlier) {
        Optional<Topic> topic = BillingTopic.adoptable(account);
        Optional<String> subscribed = topic.flatMap(Topic::mailbox);
        Optional<String> contact = account.read(Fact.BILLING_CONTACT)
                .found()
                .flatMap((found) -> found)
                .map(AlternateContact::email)
                .filter((email) -> !Addresses.looksPersonal(email));
        return new Billing(earlier.billingList().or(() -> subscribed).or(() -> contact),
                topic.map(Topic::name).orElse(Conventions.BILLING_TOPIC),
                Optional.of(earlier.reportBucket().orElseGet(() -> Conventions.reportBucket(account))),
                earlier.budgets());
    }
}
