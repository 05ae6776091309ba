package footing.choices;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The items of the baseline, and those beyond it, by the ids that files and reports use. */
public enum ItemId {
    PRIMARY_CONTACT,
    BILLING_CONTACT,
    OPERATIONS_CONTACT,
    SECURITY_CONTACT,
    SUPPORT_PLAN,
    ROOT_PASSWORD,
    ROOT_MFA,
    ROOT_ACCESS_KEYS,
    ROOT_UNUSED,
    PEOPLE_PROCESS,
    ROLE_GROUPS,
    FEDERATION,
    PASSWORD_POLICY,
    USER_MFA,
    ACCESS_REVIEW,
    SECURITY_NOTIFICATIONS,
    TRAIL,
    TRAIL_VALIDATION,
    LOG_BUCKET,
    TRAIL_TO_LOGS,
    ACTIVITY_ALARMS,
    CONFIG_RECORDER,
    CONFIG_RULES,
    CONFIG_NOTIFICATIONS,
    USAGE_REPORT,
    BILLING_NOTIFICATIONS,
    BUDGET,
    S3_PUBLIC_ACCESS_BLOCK,
    EBS_ENCRYPTION,
    THREAT_DETECTION,
    COST_ANOMALIES;

    /** What is offered beyond the baseline: off unless somebody asks, and never counted with it. */
    public static final List<ItemId> BEYOND = List.of(S3_PUBLIC_ACCESS_BLOCK, EBS_ENCRYPTION, THREAT_DETECTION,
            COST_ANOMALIES);

    /** Those of the baseline itself. */
    public static final List<ItemId> BASELINE = Arrays.stream(values())
            .filter((item) -> !BEYOND.contains(item))
            .toList();

    private final String id = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

    /** As files and reports write it: {@code root-mfa}. */
    public String id() {
        return id;
    }

    public static Optional<ItemId> of(String id) {
        return Arrays.stream(values()).filter((item) -> item.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
