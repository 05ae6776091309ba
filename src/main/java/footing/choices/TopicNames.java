package footing.choices;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the name of a topic tells of its purpose. */
final class TopicNames {

    /** What may follow the subject in the name of a topic that tells people of it. */
    private static final Set<String> TELLING = Set.of("alert", "alerts", "alerting", "alarm", "alarms", "contact",
            "email", "emails", "list", "mail", "mails", "message", "messages", "notification", "notifications",
            "notify", "sns", "team", "topic");

    private TopicNames() {
    }

    /**
     * Whether a topic tells people of a subject: the last word of its name that is a subject is followed by nothing but
     * words of telling.
     *
     * @param more words that may follow besides the usual ones
     */
    static boolean isFor(Set<String> subjects, Set<String> more, String name) {
        List<String> words = Arrays
                .stream(name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT).split("[-_.]+", -1))
                .toList();
        int last = words.size() - 1;
        while (last >= 0 && !subjects.contains(words.get(last))) {
            last--;
        }
        return last >= 0 && words.subList(last + 1, words.size())
                .stream()
                .allMatch((word) -> TELLING.contains(word) || more.contains(word));
    }
}
