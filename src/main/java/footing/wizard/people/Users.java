package footing.wizard.people;

import footing.account.AccountState;
import footing.account.CredentialReport;
import footing.account.CredentialReport.Credentials;
import footing.account.Fact;
import footing.account.IamPeople;
import footing.account.IamPeople.User;
import footing.wizard.Words;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The IAM users of an account, those first that somebody should see to.
 *
 * @param seen whether it could be seen which users there are
 */
record Users(boolean seen, List<UserRow> rows) {

    static final Users NONE = new Users(false, List.of());

    Users {
        rows = List.copyOf(rows);
    }

    /** About how many there are. */
    static int count(AccountState account) {
        return Math.max(account.read(Fact.CREDENTIAL_REPORT).found().map((report) -> report.users().size()).orElse(0),
                account.read(Fact.IAM_PEOPLE).found().map((people) -> people.users().size()).orElse(0));
    }

    /** Merges what two facts tell of them; takes its time where there are thousands. */
    static Users of(AccountState account, ZoneId zone) {
        Optional<Map<String, Credentials>> credentials = account.read(Fact.CREDENTIAL_REPORT)
                .found()
                .map(CredentialReport::users)
                .map((all) -> byName(all, Credentials::user));
        Optional<Map<String, User>> people = account.read(Fact.IAM_PEOPLE)
                .found()
                .map(IamPeople::users)
                .map((all) -> byName(all, User::name));
        TreeSet<String> names = new TreeSet<>();
        credentials.ifPresent((all) -> names.addAll(all.keySet()));
        people.ifPresent((all) -> names.addAll(all.keySet()));
        List<UserRow> rows = names.stream()
                .map((name) -> UserRow.of(name, credentials.flatMap((all) -> Optional.ofNullable(all.get(name))),
                        people.flatMap((all) -> Optional.ofNullable(all.get(name))), account.surveyedAt(), zone))
                .sorted(Comparator.comparing((UserRow row) -> -row.wrongs()).thenComparing(UserRow::name))
                .toList();
        return new Users(credentials.isPresent() || people.isPresent(), rows);
    }

    /** The users whose row holds these words. */
    List<UserRow> matching(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                ? rows
                : rows.stream()
                        .filter((row) -> String
                                .join(" ", row.name(), row.console().text(), row.used().text(), row.keys().text(),
                                        row.rights().text())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                        .toList();
    }

    /** How many there are, and how many of them somebody should see to. */
    String summary() {
        if (!seen) {
            return Words.get("people.users.hidden");
        }
        if (rows.isEmpty()) {
            return Words.get("people.users.none");
        }
        long wrong = rows.stream().filter(UserRow::wrong).count();
        return Words.count("people.users", rows.size()) + " " + (wrong == 0
                ? Words.get("people.users.fine")
                : Words.count("people.users.wrong", wrong));
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, Function.identity(), (one, other) -> one));
    }
}
