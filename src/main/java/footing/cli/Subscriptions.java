package footing.cli;

import footing.account.AccountState;
import footing.text.Texts;
import footing.text.Visible;
import footing.work.Work;
import java.util.List;
import java.util.Map;

/** Who has yet to confirm that they want to be notified. */
final class Subscriptions {

    private static final Texts TEXTS = Texts.of("cli");
    private static final int MOST = 20;

    private Subscriptions() {
    }

    static void print(Terminal terminal, AccountState account) {
        List<String> pending = Work.unconfirmed(account).stream().map(Subscriptions::line).toList();
        if (!pending.isEmpty()) {
            terminal.heading(TEXTS.get("subscriptions.heading"));
            pending.stream().limit(MOST).forEach((line) -> terminal.say(line, 2));
            if (pending.size() > MOST) {
                terminal.say(TEXTS.get("plan.more", Map.of("count", Integer.toString(pending.size() - MOST))), 2);
            }
        }
    }

    private static String line(Work.Unconfirmed waiting) {
        return TEXTS.get("subscriptions.line", Map.of("endpoint", Visible.line(waiting.address(), 200), "topic",
                Visible.line(waiting.topic().name(), 200), "region", waiting.topic().region().id()));
    }
}
