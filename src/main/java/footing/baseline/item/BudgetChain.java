package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Budget;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Topic;
import footing.choices.Addresses;
import java.util.List;
import java.util.Optional;

/**
 * Whom a notification of a budget reaches, followed to its end: an address that stands in the budget, or a topic and
 * whoever is subscribed to it.
 *
 * @param end how far the best way goes
 * @param who where it ends: an address, or the name of the topic
 */
record BudgetChain(End end, String who) {

    /** The best first. */
    enum End {
        HEARD,
        /** A topic's list has yet to confirm. */
        UNCONFIRMED,
        /** Only addresses that look like one person's. */
        PERSONAL,
        /** Who has confirmed gets only what a filter policy lets through. */
        FILTERED,
        /** A topic of another account or Region, so that nobody here sees who is subscribed. */
        ELSEWHERE,
        /** Whether Budgets may write to the topic rests on what nobody here can weigh. */
        UNCLEAR,
        /** A topic that notifies programs or phones, but no mailbox. */
        NO_LIST,
        /** Budgets may not write to the topic, by its policy or its key. */
        CLOSED,
        NOBODY;

        /** Whether somebody is subscribed who hears of it, or will. */
        boolean hasList() {
            return this == HEARD || this == UNCONFIRMED || this == PERSONAL || this == FILTERED;
        }
    }

    private static final int ARN_PARTS = 6;

    /** The best of the ways of a notification; not seen, as long as one that was not seen could be better. */
    static Reading<BudgetChain> of(Budget.Notice notice, AccountState account) {
        return notice.subscribers()
                .flatMap((subscribers) -> best(subscribers.stream().map((one) -> of(one, account)).toList()));
    }

    private static Reading<BudgetChain> best(List<Reading<BudgetChain>> ways) {
        Optional<Reading<BudgetChain>> heard = ways.stream()
                .filter((way) -> way.found().filter((chain) -> chain.end() == End.HEARD).isPresent())
                .findFirst();
        return heard.orElseGet(() -> Reading.all(ways)
                .map((all) -> all.stream()
                        .min((one, other) -> one.end().compareTo(other.end()))
                        .orElseGet(() -> new BudgetChain(End.NOBODY, ""))));
    }

    private static Reading<BudgetChain> of(Budget.Subscriber subscriber, AccountState account) {
        String address = subscriber.address();
        if (!subscriber.topic()) {
            return Reading.seen(
                    new BudgetChain(Addresses.looksPersonal(address) ? End.PERSONAL : End.HEARD, address));
        }
        String[] arn = address.split(":", -1);
        boolean own = arn.length == ARN_PARTS && arn[4].equals(account.identity().account());
        Optional<Fact<List<Topic>>> fact = own ? topics(arn[3], account) : Optional.empty();
        return fact.map((topics) -> account.read(topics).flatMap((all) -> of(address, all, account)))
                .orElseGet(() -> Reading.seen(new BudgetChain(End.ELSEWHERE, address)));
    }

    /** The fact in which the topics of a Region are. */
    private static Optional<Fact<List<Topic>>> topics(String region, AccountState account) {
        Region billing = account.identity().partition().billingRegion();
        return region.equals(billing.id())
                ? Optional.of(Fact.BILLING_TOPICS)
                : region.equals(account.home().id()) ? Optional.of(Fact.TOPICS) : Optional.empty();
    }

    private static Reading<BudgetChain> of(String arn, List<Topic> topics, AccountState account) {
        return topics.stream()
                .filter((topic) -> topic.arn().equals(arn))
                .findFirst()
                .map((topic) -> BudgetAccess.of(topic, account)
                        .flatMap((access) -> end(topic, access).map((end) -> new BudgetChain(end, topic.name()))))
                .orElseGet(() -> Reading.seen(new BudgetChain(End.NOBODY, arn)));
    }

    /** How far a notification gets by a topic that its sender may write to or not. */
    static Reading<End> end(Topic topic, TopicAccess access) {
        return access.isClosed()
                ? Reading.seen(End.CLOSED)
                : end(topic).map((end) -> access == TopicAccess.UNCLEAR && end.hasList() ? End.UNCLEAR : end);
    }

    /** Not seen, as long as a subscription into which nobody could look could be a better end. */
    private static Reading<End> end(Topic topic) {
        if (topic.reachesMail()) {
            return MailHeard.of(topic).map((heard) -> switch (heard) {
                case WHOLE -> End.HEARD;
                case PERSONAL -> End.PERSONAL;
                case FILTERED -> End.FILTERED;
            });
        }
        if (!topic.mail().isEmpty()) {
            return Reading.seen(End.UNCONFIRMED);
        }
        return Reading.seen(topic.subscriptions().isEmpty() ? End.NOBODY : End.NO_LIST);
    }
}
