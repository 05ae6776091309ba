package footing.cli;

import footing.account.AccountState;
import footing.account.Topic;
import footing.baseline.Finding;
import footing.baseline.Status;

import footing.choices.ItemId;
import footing.choices.SecurityTopic;
import footing.text.FindingText;
import footing.text.StatusLook;
import footing.text.Texts;
import footing.text.Visible;
import footing.work.Proofs;
import footing.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What shows that what was applied works: what has come, what is awaited and until when that is usual. */
final class ProofTable {

    private static final Texts TEXTS = Texts.of("cli");
    private static final FindingText FINDINGS = new FindingText();
    private static final int LONGEST = 320;
    /** The items that are not over once they are made: something has to arrive. */
    private static final List<ItemId> ARRIVING = List.of(ItemId.TRAIL, ItemId.TRAIL_VALIDATION, ItemId.LOG_BUCKET,
            ItemId.TRAIL_TO_LOGS, ItemId.CONFIG_RECORDER, ItemId.CONFIG_RULES, ItemId.CONFIG_NOTIFICATIONS,
            ItemId.USAGE_REPORT, ItemId.BUDGET);
    private static final Set<Status> PROVED = Set.of(Status.MET, Status.ATTESTED, Status.NOT_APPLICABLE);

    private final Terminal terminal;
    private boolean all = true;

    ProofTable(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * @param now the time by which a code still counts
     * @return whether all of it is proved
     */
    boolean print(AccountState account, List<Finding> findings, Proofs proofs, Instant now) {
        terminal.heading(TEXTS.get("prove.heading.mail"));
        List<Topic> topics = Work.topics(account);
        topics.forEach((topic) -> topic.subscriptions().forEach((subscription) -> mail(topic, subscription)));
        wayToConfirm(topics);
        if (topics.stream().allMatch((topic) -> topic.subscriptions().isEmpty())) {
            row(Status.NOT_MET, TEXTS.get("prove.mail"), TEXTS.get("prove.nobody"));
        }
        terminal.heading(TEXTS.get("prove.heading.arrives"));
        findings.stream().filter((finding) -> ARRIVING.contains(finding.item().id())).forEach(this::arrival);
        terminal.heading(TEXTS.get("prove.heading.alarm"));
        alarm(account, proofs, now);
        return all;
    }

    /** What to do with what waits, once for all of it. */
    private void wayToConfirm(List<Topic> topics) {
        if (topics.stream().flatMap((topic) -> topic.subscriptions().stream()).anyMatch((one) -> !one.confirmed())) {
            terminal.say(TEXTS.get("prove.how"));
        }
    }

    private void mail(Topic topic, Topic.Subscription subscription) {
        Map<String, String> values = Map.of("topic", topic.name(), "region", topic.region().id());
        row(subscription.confirmed() ? Status.MET : Status.PENDING, Visible.line(subscription.endpoint(), LONGEST),
                TEXTS.get(subscription.confirmed() ? "prove.confirmed" : "prove.unconfirmed", values));
    }

    private void arrival(Finding finding) {
        row(finding.status(), FINDINGS.title(finding.item()), FINDINGS.summary(finding));
    }

    private void alarm(AccountState account, Proofs proofs, Instant now) {
        Stream.concat(
                proofs.proof()
                        .map((proof) -> new Said(Status.MET, TEXTS.get("prove.heard", Map.of("at",
                                Times.utc(proof.at()), "by", Visible.line(proof.by(), LONGEST), "alarm",
                                Visible.line(proof.test().alarm(), LONGEST)))))
                        .stream(),
                proofs.waiting()
                        .map((test) -> new Said(Status.PENDING,
                                TEXTS.get(test.holdsAt(now) ? "prove.sent" : "prove.sent-long-ago",
                                        Map.of("at", Times.utc(test.sent()), "alarm",
                                                Visible.line(test.alarm(), LONGEST)))))
                        .stream())
                .findFirst()
                .or(() -> Work.testable(account)
                        .map((alarm) -> new Said(Status.PENDING, TEXTS.get("prove.untried"))))
                .ifPresentOrElse((said) -> row(said.status(), TEXTS.get("prove.alarm"), said.text()),
                        () -> row(SecurityTopic.find(account).filter((topic) -> !topic.mail().isEmpty()).isPresent()
                                ? Status.PENDING
                                : Status.NOT_MET, TEXTS.get("prove.alarm"), TEXTS.get("prove.no-alarm")));
    }

    private record Said(Status status, String text) {
    }

    private void row(Status status, String title, String text) {
        all &= PROVED.contains(status);
        StatusLook look = StatusLook.of(status);
        new StatusRow(terminal).print(look, terminal.symbol(look) + " " + FINDINGS.status(status), title,
                List.of(text));
    }
}
