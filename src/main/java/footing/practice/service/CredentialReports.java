package footing.practice.service;

import footing.practice.IamState;
import footing.practice.IamState.AccessKeyState;
import footing.practice.IamState.UserState;
import footing.practice.PracticeAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The credential report, which IAM makes when asked and keeps for four hours. It is no part of the account: what was
 * looked at once is not changed by that.
 */
public final class CredentialReports {

    private static final Duration KEPT = Duration.ofHours(4);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx")
            .withZone(ZoneOffset.UTC);
    private static final String HEAD = "user,arn,user_creation_time,password_enabled,password_last_used,"
            + "password_last_changed,password_next_rotation,mfa_active,"
            + "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,"
            + "access_key_1_last_used_region,access_key_1_last_used_service,"
            + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
            + "access_key_2_last_used_region,access_key_2_last_used_service,"
            + "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";
    private static final String NONE = "N/A";
    private static final String NOT_TOLD = "not_supported";
    private static final String NEVER = "no_information";

    private final Duration takes;
    private Optional<Report> made = Optional.empty();

    /** @param takes how long it takes to make one */
    public CredentialReports(Duration takes) {
        this.takes = takes;
    }

    /** A report as it was begun; what it tells was so then. */
    record Report(Instant begun, String text) {
    }

    enum State {
        NOT_PRESENT,
        IN_PROGRESS,
        COMPLETE,
        EXPIRED
    }

    synchronized State state(Instant now) {
        return made.map((report) -> now.isBefore(report.begun().plus(takes))
                ? State.IN_PROGRESS
                : now.isAfter(report.begun().plus(takes).plus(KEPT)) ? State.EXPIRED : State.COMPLETE)
                .orElse(State.NOT_PRESENT);
    }

    synchronized void make(PracticeAccount account, Instant now) {
        made = Optional.of(new Report(now, text(account)));
    }

    synchronized Report report() {
        return made.orElseThrow();
    }

    private static String text(PracticeAccount account) {
        IamState iam = account.iam();
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        IamState.Root root = iam.root();
        lines.add(
                line(List.of("<root_account>", "arn:aws:iam::" + account.id() + ":root", TIME.format(root.createdAt()),
                        NOT_TOLD, root.passwordUsedAt().map(TIME::format).orElse(NEVER), NOT_TOLD, NOT_TOLD,
                        String.valueOf(root.mfaEnabled())), root.accessKeys()));
        iam.users().all().forEach((user) -> lines.add(line(iam, user)));
        return String.join("\n", lines);
    }

    private static String line(IamState iam, UserState user) {
        Optional<Instant> set = user.passwordSetAt();
        Optional<Instant> used = Optional.ofNullable(user.user().passwordLastUsed());
        String rotation = set.map((since) -> iam.passwordPolicy()
                .flatMap((policy) -> Optional.ofNullable(policy.maxPasswordAge()))
                .map((days) -> TIME.format(since.plus(days, ChronoUnit.DAYS)))
                .orElse(NONE)).orElse(NONE);
        return line(List.of(user.user().userName(), user.user().arn(), TIME.format(user.user().createDate()),
                String.valueOf(set.isPresent()),
                set.isPresent() ? used.map(TIME::format).orElse(NEVER) : NONE, set.map(TIME::format).orElse(NONE),
                rotation, String.valueOf(!user.mfaDevices().isEmpty())), user.accessKeys());
    }

    private static String line(List<String> begin, List<AccessKeyState> keys) {
        List<String> fields = new ArrayList<>(begin);
        for (int i = 0; i < 2; i++) {
            Optional<AccessKeyState> key = keys.stream().skip(i).findFirst();
            Optional<IamState.UsedFor> usedFor = key.flatMap(AccessKeyState::usedFor);
            fields.add(String.valueOf(key.map(AccessKeyState::active).orElse(false)));
            fields.add(key.map((there) -> TIME.format(there.createdAt())).orElse(NONE));
            fields.add(key.flatMap(AccessKeyState::usedAt).map(TIME::format).orElse(NONE));
            fields.add(usedFor.map(IamState.UsedFor::region).orElse(NONE));
            fields.add(usedFor.map(IamState.UsedFor::service).orElse(NONE));
        }
        fields.addAll(List.of("false", NONE, "false", NONE));
        return String.join(",", fields.stream().map(CredentialReports::quoted).toList());
    }

    /** A user's name may hold a comma. */
    private static String quoted(String field) {
        return field.contains(",") || field.contains("\"") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
