package footing.cli;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Topic;
import footing.text.Texts;
import footing.text.Visible;
import java.util.List;
import java.util.Map;

/** Who has yet to confirm that they want to be notified. */
final class Subscriptions {

    private static final Texts TEXTS = Texts.of("cli");
    private static final int MOST = 20;

    private Subscriptions() {
    }

    static void print(Terminal terminal, AccountState account) {
        List<String> pending = account.read(Fact.TOPICS)
                .found()
                .orElse(List.of())
                .stream()
                .flatMap((topic) -> topic.subscriptions()
                        .stream()
                        .filter((subscription) -> !subscription.confirmed())
                        .map((subscription) -> line(topic, subscription)))
                .toList();
        if (!pending.isEmpty()) {
            terminal.heading(TEXTS.get("subscriptions.heading"));
            pending.stream().limit(MOST).forEach((line) -> terminal.say(line, 2));
            if (pending.size() > MOST) {
                terminal.say(TEXTS.get("plan.more", Map.of("count", Integer.toString(pending.size() - MOST))), 2);
            }
        }
    }

    private static String line(Topic topic, Topic.Subscription subscription) {
        return TEXTS.get("subscriptions.line", Map.of("endpoint", Visible.line(subscription.endpoint(), 200), "topic",
                Visible.line(topic.name(), 200), "region", topic.region().id()));
    }
}
