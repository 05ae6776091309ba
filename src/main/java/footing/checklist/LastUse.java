package footing.checklist;

import footing.account.AccountState;
import footing.account.CredentialReport;
import footing.account.CredentialReport.AccessKey;
import footing.account.CredentialReport.Credentials;
import footing.account.Fact;
import footing.checklist.Checklist.LastUsed;
import footing.checklist.Checklist.Used;
import footing.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts into words when passwords and access keys were last used, of those who have any. */
final class LastUse {

    /** Whoever looks through more than that does not do it on paper. */
    private static final int MOST = 200;
    private static final Texts TEXTS = Texts.of("checklist");

    private final Instant now;

    private LastUse(Instant now) {
        this.now = now;
    }

    /** Empty where the report was not seen. */
    static Optional<LastUsed> of(AccountState account) {
        return account.read(Fact.CREDENTIAL_REPORT)
                .found()
                .map((report) -> new LastUse(account.surveyedAt()).lastUsed(report));
    }

    private LastUsed lastUsed(CredentialReport report) {
        List<Credentials> users = report.users()
                .stream()
                .filter((user) -> user.password() || !user.keys().isEmpty())
                .sorted(Comparator.comparing((Credentials user) -> user.usedAt().orElse(Instant.MIN))
                        .thenComparing(Credentials::user))
                .toList();
        List<Used> rows = Stream.concat(report.root().stream().map(this::root),
                users.stream().limit(MOST).map((user) -> used(Composer.line(user.user()), user, user.password())))
                .toList();
        Optional<String> more = Optional.of(users.size() - MOST)
                .filter((left) -> left > 0)
                .map((left) -> TEXTS.get("used.more", Map.of("count", String.valueOf(left))));
        return new LastUsed(Composer.time(report.madeAt()), rows, more);
    }

    /** The report does not tell whether the root user has a password. */
    private Used root(Credentials root) {
        return used(TEXTS.get("used.root"), root, true);
    }

    private Used used(String name, Credentials user, boolean password) {
        return new Used(name, password ? when(user.passwordUsedAt()) : TEXTS.get("used.none"),
                user.keys().isEmpty()
                        ? List.of(TEXTS.get("used.none"))
                        : user.keys().stream().map(this::key).toList());
    }

    private String key(AccessKey key) {
        return key.active() ? when(key.usedAt()) : TEXTS.get("used.off", Map.of("when", when(key.usedAt())));
    }

    private String when(Optional<Instant> used) {
        return used
                .map((at) -> TEXTS.get("used.on", Map.of("time", Composer.time(at), "days",
                        String.valueOf(Math.max(0, Duration.between(at, now).toDays())))))
                .orElseGet(() -> TEXTS.get("used.never"));
    }
}
