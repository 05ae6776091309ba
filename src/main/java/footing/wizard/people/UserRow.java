package footing.wizard.people;

import footing.account.CredentialReport.AccessKey;
import footing.account.CredentialReport.Credentials;
import footing.account.IamPeople.User;
import footing.baseline.item.StaleCredentials;
import footing.text.Visible;
import footing.wizard.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was seen of one IAM user, in words.
 *
 * @param console whether the user can sign in to the console, and how
 * @param used when anything of it was last used
 * @param keys its access keys
 * @param rights what gives it its rights: groups, or policies of its own
 */
record UserRow(String name, Cell console, Cell used, Cell keys, Cell rights) {

    private static final int LONGEST = 600;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final Cell NOT_SEEN = new Cell(Words.get("people.not-seen"), false);

    /** @param wrong whether somebody should see to it */
    record Cell(String text, boolean wrong) {
    }

    /**
     * @param seen empty where the credential report could not be seen
     * @param user empty where users and groups could not be seen
     */
    static UserRow of(String name, Optional<Credentials> seen, Optional<User> user, Instant now, ZoneId zone) {
        Set<StaleCredentials> stale = seen.map((credentials) -> StaleCredentials.of(credentials, now)).orElse(Set.of());
        boolean unused = stale.contains(StaleCredentials.PASSWORD_UNUSED)
                || stale.contains(StaleCredentials.KEY_UNUSED);
        return new UserRow(Visible.line(name, LONGEST), seen.map(UserRow::console).orElse(NOT_SEEN),
                seen.map((credentials) -> new Cell(credentials.usedAt()
                        .map((at) -> DAY.format(at.atZone(zone)))
                        .orElseGet(() -> Words.get("people.never")), unused)).orElse(NOT_SEEN),
                seen.map((credentials) -> keys(credentials.keys(), now, stale.contains(StaleCredentials.KEY_OLD)))
                        .orElse(NOT_SEEN),
                user.map(UserRow::rights).orElse(NOT_SEEN));
    }

    boolean wrong() {
        return wrongs() > 0;
    }

    /** How much of it somebody should see to. */
    long wrongs() {
        return Stream.of(console, used, keys, rights).filter(Cell::wrong).count();
    }

    private static Cell console(Credentials credentials) {
        if (!credentials.password()) {
            return new Cell(Words.get("people.console.none"), false);
        }
        return new Cell(Words.get(credentials.mfa() ? "people.console.mfa" : "people.console.no-mfa"),
                !credentials.mfa());
    }

    private static Cell keys(List<AccessKey> keys, Instant now, boolean old) {
        List<AccessKey> active = keys.stream().filter(AccessKey::active).toList();
        if (active.isEmpty()) {
            return new Cell(Words.get(keys.isEmpty() ? "people.keys.none" : "people.keys.off"), false);
        }
        String count = Words.count("people.keys", active.size());
        return new Cell(active.stream()
                .flatMap((key) -> key.madeAt().stream())
                .min(Instant::compareTo)
                .map((made) -> Words.WIZARD.get("people.keys.oldest", Map.of("keys", count, "days",
                        Long.toString(Duration.between(made, now).toDays()))))
                .orElse(count), old);
    }

    private static Cell rights(User user) {
        List<String> words = new ArrayList<>();
        List<String> own = Stream.concat(user.attached().stream().map((arn) -> arn.replaceFirst("^.*/", "")),
                user.inline().stream()).toList();
        if (!own.isEmpty()) {
            words.add(Words.get("people.rights.own", "policies", String.join(", ", own)));
        }
        if (!user.groups().isEmpty()) {
            words.add(Words.get("people.rights.groups", "groups", String.join(", ", user.groups())));
        }
        return new Cell(words.isEmpty()
                ? Words.get("people.rights.none")
                : Visible.line(String.join("; ", words), LONGEST), !own.isEmpty());
    }
}
