package footing.baseline.item;

import footing.account.Reading;
import footing.account.Topic;
import footing.choices.Addresses;
import java.util.Collections;
import java.util.List;

/** What the mailboxes get that have confirmed their subscription to a topic; the best first. */
enum MailHeard {
    WHOLE,
    /** Only addresses that look like one person's get every message. */
    PERSONAL,
    /** Who has confirmed gets only what a filter policy lets through. */
    FILTERED;

    /**
     * The best of them; not seen, as long as a subscription into which nobody could look could be a better one.
     *
     * @param topic one that reaches a mailbox: {@link Topic#reachesMail}
     */
    static Reading<MailHeard> of(Topic topic) {
        List<Reading<MailHeard>> confirmed = topic.mail()
                .stream()
                .filter(Topic.Subscription::confirmed)
                .map(MailHeard::of)
                .toList();
        return confirmed.stream()
                .filter((one) -> one.found().filter(WHOLE::equals).isPresent())
                .findFirst()
                .orElseGet(() -> Reading.all(confirmed).map(Collections::min));
    }

    private static Reading<MailHeard> of(Topic.Subscription confirmed) {
        MailHeard whole = Addresses.looksPersonal(confirmed.endpoint()) ? PERSONAL : WHOLE;
        return confirmed.filtered().map((filtered) -> filtered ? FILTERED : whole);
    }
}
