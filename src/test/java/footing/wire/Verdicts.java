package footing.wire;

import footing.account.AccountState;
import footing.baseline.Baseline;
import footing.baseline.Finding;
import footing.choices.ItemId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the baseline makes of an account, as a test writes it: for each item its status and its outcome. */
final class Verdicts {

    /** What an account comes out as in which there is nothing. moto has no primary contact to ask for. */
    static final Map<ItemId, String> NOTHING = verdicts(
            "primary-contact        UNKNOWN  unseen.failed.service",
            "billing-contact        NOT_MET  none",
            "operations-contact     NOT_MET  none",
            "security-contact       NOT_MET  none",
            // moto has no severity levels, no notifications of all budgets, and no reports
            "support-plan           UNKNOWN  unseen.failed.service",
            "root-password          NEEDS_ATTESTATION password",
            "root-mfa               NOT_MET  none",
            "root-access-keys       MET      none",
            // moto's credential report has no line for the root user
            "root-unused            UNKNOWN  unseen.failed.service",
            "people-process         NEEDS_ATTESTATION not-contradicted",
            "role-groups            NOT_MET  no-groups",
            // moto shows an instance of Identity Center, but the account is in no organization
            "federation             NOT_MET  none",
            "password-policy        NOT_MET  none",
            "user-mfa               MET      no-passwords",
            // moto cannot list analyzers
            "access-review          UNKNOWN  unseen.failed.service",
            "security-notifications NOT_MET  none",
            "trail                  NOT_MET  none",
            "trail-validation       NOT_MET  no-trail",
            "log-bucket             NOT_MET  no-trail",
            "trail-to-logs          NOT_MET  no-trail",
            "activity-alarms        NOT_MET  no-trail",
            "config-recorder        NOT_MET  none",
            "config-rules           NOT_MET  none",
            "config-notifications   NOT_MET  no-rules",
            "usage-report           UNKNOWN  unseen.failed.service",
            "billing-notifications  UNKNOWN  unseen.failed.service",
            "budget                 UNKNOWN  unseen.failed.service");

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private Verdicts() {
    }

    static List<Finding> findings(AccountState state) {
        return Baseline.judge(state, Map.of(), TODAY);
    }

    static Finding finding(AccountState state, ItemId item) {
        return findings(state).stream().filter((finding) -> finding.item().id() == item).findFirst().orElseThrow();
    }

    static Map<ItemId, String> of(AccountState state) {
        Map<ItemId, String> judged = new EnumMap<>(ItemId.class);
        for (Finding finding : findings(state)) {
            ItemId item = finding.item().id();
            judged.put(item, finding.status() + " "
                    + finding.verdict().key().replace("item." + item + ".outcome.", ""));
        }
        return judged;
    }

    /** Lines of item, status and outcome. */
    static Map<ItemId, String> verdicts(String... lines) {
        Map<ItemId, String> verdicts = new EnumMap<>(ItemId.class);
        Arrays.stream(lines)
                .map((line) -> line.split(" +", 3))
                .forEach((words) -> verdicts.put(
                        ItemId.of(words[0]).orElseThrow(), words[1] + " " + words[2]));
        return verdicts;
    }

    static Map<ItemId, String> but(Map<ItemId, String> verdicts, String... others) {
        Map<ItemId, String> all = new EnumMap<>(verdicts);
        all.putAll(verdicts(others));
        return all;
    }
}
