package footing.aws.survey;

import footing.account.CredentialReport;
import footing.account.CredentialReport.AccessKey;
import footing.account.CredentialReport.Credentials;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of a credential report. Columns are found by their names, so that one that AWS adds tomorrow does no harm;
 * one that is missing, or holds what nobody expects, does: then nothing is told, since nothing is known.
 */
final class CredentialRows {

    private static final String ROOT = "<root_account>";

    private static final String USER = "user";
    private static final String CREATED = "user_creation_time";
    private static final String PASSWORD = "password_enabled";
    private static final String PASSWORD_USED = "password_last_used";
    private static final String PASSWORD_SET = "password_last_changed";
    private static final String MFA = "mfa_active";
    private static final List<String> KEYS = List.of("access_key_1", "access_key_2");
    private static final String ACTIVE = "_active";
    private static final String ROTATED = "_last_rotated";
    private static final String USED = "_last_used_date";

    /** What AWS writes where there is no time to tell. */
    private static final List<String> NO_TIME = List.of("", "n/a", "no_information", "not_supported");

    private final Csv csv;
    private final Map<String, Integer> columns = new HashMap<>();
    private int line;

    private CredentialRows(Reader text) {
        csv = new Csv(text);
    }

    /**
     * @throws IOException where it is no credential report; the message says what is wrong, and in which record
     */
    static CredentialReport read(Reader text, Instant madeAt) throws IOException {
        return new CredentialRows(text).report(madeAt);
    }

    private CredentialReport report(Instant madeAt) throws IOException {
        columns(csv.next().orElseThrow(() -> new IOException("the report is empty")));
        Optional<Credentials> root = Optional.empty();
        List<Credentials> users = new ArrayList<>();
        for (Optional<List<String>> row = csv.next(); row.isPresent(); row = csv.next()) {
            line++;
            if (row.get().size() < columns.size()) {
                throw new IOException("record %d has %d fields, not %d".formatted(line, row.get().size(),
                        columns.size()));
            }
            Credentials told = credentials(row.get());
            if (told.user().equals(ROOT)) {
                root = Optional.of(told);
            } else {
                users.add(told);
            }
        }
        return new CredentialReport(madeAt, root, users);
    }

    private void columns(List<String> names) throws IOException {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
            if (columns.put(name, i) != null) {
                throw new IOException("the report has the column %s twice".formatted(name));
            }
        }
        List<String> needed = new ArrayList<>(List.of(USER, CREATED, PASSWORD, PASSWORD_USED, PASSWORD_SET, MFA));
        KEYS.forEach((key) -> needed.addAll(List.of(key + ACTIVE, key + ROTATED, key + USED)));
        needed.removeAll(columns.keySet());
        if (!needed.isEmpty()) {
            throw new IOException("the report has no column " + needed.getFirst());
        }
    }

    private Credentials credentials(List<String> row) throws IOException {
        boolean root = field(row, USER).equals(ROOT);
        List<AccessKey> keys = new ArrayList<>();
        for (String key : KEYS) {
            AccessKey told = new AccessKey(flag(row, key + ACTIVE, false), time(row, key + ROTATED),
                    time(row, key + USED));
            if (told.active() || told.madeAt().isPresent() || told.usedAt().isPresent()) {
                keys.add(told);
            }
        }
        return new Credentials(field(row, USER), time(row, CREATED), flag(row, PASSWORD, root),
                time(row, PASSWORD_USED), time(row, PASSWORD_SET), flag(row, MFA, false), keys);
    }

    private String field(List<String> row, String column) {
        return row.get(columns.getOrDefault(column, 0));
    }

    /** @param mayBeUntold whether AWS may write that it does not tell */
    private boolean flag(List<String> row, String column, boolean mayBeUntold) throws IOException {
        String told = field(row, column).strip().toLowerCase(Locale.ROOT);
        return switch (told) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                if (mayBeUntold && NO_TIME.contains(told)) {
                    yield false;
                }
                throw unexpected(column, told);
            }
        };
    }

    private Optional<Instant> time(List<String> row, String column) throws IOException {
        String told = field(row, column).strip();
        if (NO_TIME.contains(told.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(told).toInstant());
        } catch (DateTimeException notATime) {
            IOException unexpected = unexpected(column, told);
            unexpected.initCause(notATime);
            throw unexpected;
        }
    }

    private IOException unexpected(String column, String told) {
        return new IOException("%s of record %d is %s".formatted(column, line,
                told.substring(0, Math.min(told.length(), 60))));
    }
}
