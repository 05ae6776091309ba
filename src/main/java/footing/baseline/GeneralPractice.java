package footing.baseline;

import static footing.choices.ItemId.ACCESS_REVIEW;
import static footing.choices.ItemId.ACTIVITY_ALARMS;
import static footing.choices.ItemId.BILLING_CONTACT;
import static footing.choices.ItemId.BILLING_NOTIFICATIONS;
import static footing.choices.ItemId.BUDGET;
import static footing.choices.ItemId.CONFIG_NOTIFICATIONS;
import static footing.choices.ItemId.CONFIG_RECORDER;
import static footing.choices.ItemId.CONFIG_RULES;
import static footing.choices.ItemId.FEDERATION;
import static footing.choices.ItemId.OPERATIONS_CONTACT;
import static footing.choices.ItemId.PASSWORD_POLICY;
import static footing.choices.ItemId.PEOPLE_PROCESS;
import static footing.choices.ItemId.PRIMARY_CONTACT;
import static footing.choices.ItemId.ROLE_GROUPS;
import static footing.choices.ItemId.ROOT_ACCESS_KEYS;
import static footing.choices.ItemId.ROOT_PASSWORD;
import static footing.choices.ItemId.ROOT_UNUSED;
import static footing.choices.ItemId.SECURITY_CONTACT;
import static footing.choices.ItemId.SECURITY_NOTIFICATIONS;
import static footing.choices.ItemId.SUPPORT_PLAN;
import static footing.choices.ItemId.TRAIL;
import static footing.choices.ItemId.USER_MFA;

import footing.choices.ItemId;
import java.util.List;
import java.util.Locale;

/**
 * What the baseline asks of everything that is done: no item of its own and never counted, but what several items speak
 * for or against.
 */
public enum GeneralPractice {
    LEAST_PRIVILEGE(ROOT_ACCESS_KEYS, ROOT_UNUSED, ROLE_GROUPS, FEDERATION, ACCESS_REVIEW),
    REGULAR_REVIEWS(PEOPLE_PROCESS, USER_MFA, ACCESS_REVIEW, TRAIL, ACTIVITY_ALARMS, CONFIG_NOTIFICATIONS, BUDGET),
    WHO_DEALS_WITH_AWS(BILLING_CONTACT, OPERATIONS_CONTACT, SECURITY_CONTACT, SUPPORT_PLAN),
    CONTINUITY(PRIMARY_CONTACT, BILLING_CONTACT, OPERATIONS_CONTACT, SECURITY_CONTACT, SECURITY_NOTIFICATIONS,
            BILLING_NOTIFICATIONS, ROOT_PASSWORD, PEOPLE_PROCESS),
    SAME_EVERYWHERE(PASSWORD_POLICY, TRAIL, CONFIG_RECORDER, CONFIG_RULES, ROLE_GROUPS);

    private final List<ItemId> items;

    GeneralPractice(ItemId... items) {
        this.items = List.of(items);
    }

    /** The items whose findings speak for it, or against it. */
    public List<ItemId> items() {
        return items;
    }

    /** As texts name it: {@code least-privilege}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
