package footing.choices;

import footing.account.Partition;
import footing.account.PasswordPolicy;
import footing.account.Region;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What AWS allows of what people choose. Each check names its field, shows the value and says what is allowed; an empty
 * answer means that all is well. What is only odd is a warning.
 */
public final class Rules {

    private static final int LEAST_LENGTH = 6;
    private static final int MOST_LENGTH = 128;
    private static final int MOST_AGE_DAYS = 1095;
    private static final int MOST_REUSE_PREVENTION = 24;
    private static final int MOST_ANOMALY_USD = 1_000_000;
    private static final int MOST_UNUSED_DAYS = 3650;
    private static final Pattern TAG_KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}");
    private static final int MOST_WHO = 200;
    private static final int MOST_STATEMENT = 2000;
    /** There was no AWS before. */
    private static final LocalDate EARLIEST_WORD = LocalDate.of(2006, 3, 14);
    /** Nobody can know for longer. */
    private static final int MOST_YEARS = 5;

    private Rules() {
    }

    /** Everything that is wrong or odd, in the order of the file. */
    public static List<Complaint> check(Choices choices) {
        List<Complaint> complaints = new ArrayList<>();
        complaints.addAll(regions(choices.home(), choices.regions()));
        complaints.addAll(ContactRules.check(choices.contacts()));
        choices.notifications()
                .securityList()
                .ifPresent((list) -> complaints.addAll(email("notifications.securityList", list)));
        complaints.addAll(topic("notifications.topicName", choices.notifications().topicName()));
        complaints.addAll(logStorage(choices.logStorage()));
        complaints.addAll(BillingRules.check(choices.billing(), choices.home()));
        complaints.addAll(passwordPolicy(choices.passwordPolicy()));
        complaints.addAll(standards(choices.standards()));
        complaints.addAll(Groups.check("groups", choices.groups()));
        complaints.addAll(FederationRules.check("access", choices.access()));
        complaints.addAll(anomalyUsd("beyond.anomalyUsd", choices.beyond().anomalyUsd()));
        choices.attestations()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach((entry) -> complaints
                        .addAll(attestation("attestations." + entry.getKey().id(), entry.getValue())));
        return List.copyOf(complaints);
    }

    /**
     * What only counts on the day on which people's word is given.
     *
     * @param today the last day on which it can have been given
     */
    public static List<Complaint> given(Choices choices, LocalDate today) {
        return choices.attestations()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .filter((entry) -> entry.getValue().on().isAfter(today))
                .flatMap((entry) -> Complaints
                        .error("attestations." + entry.getKey().id() + ".on", entry.getValue().on().toString(),
                                "in-the-future", Map.of("today", today.toString()))
                        .stream())
                .toList();
    }

    /** A distribution list's or a contact's address; a personal-looking one is a warning. */
    public static List<Complaint> email(String field, String value) {
        return ContactRules.email(field, value);
    }

    /** The phone number of an alternate contact. */
    public static List<Complaint> phone(String field, String value) {
        return ContactRules.phone(field, value);
    }

    /** The phone number of the primary contact, which begins with a plus sign. */
    public static List<Complaint> primaryPhone(String field, String value) {
        return ContactRules.primaryPhone(field, value);
    }

    /** A text of one line that must be given. */
    public static List<Complaint> text(String field, String value, int most) {
        return ContactRules.required(field, value, most);
    }

    /** Two capital letters, as ISO 3166 has them. */
    public static List<Complaint> country(String field, String value) {
        return ContactRules.country(field, value);
    }

    /** A state or region, which some countries need. */
    public static List<Complaint> state(String field, Optional<String> value, String country) {
        return ContactRules.state(field, value, country);
    }

    public static List<Complaint> bucket(String field, String value) {
        return NameRules.bucket(field, value);
    }

    public static List<Complaint> trail(String field, String value) {
        return NameRules.trail(field, value);
    }

    public static List<Complaint> logGroup(String field, String value) {
        return NameRules.logGroup(field, value);
    }

    public static List<Complaint> topic(String field, String value) {
        return NameRules.topic(field, value);
    }

    public static List<Complaint> logGroupDays(String field, int days) {
        return NameRules.logGroupDays(field, days);
    }

    public static List<Complaint> archiveAfterDays(String field, int days) {
        return NameRules.archiveAfterDays(field, days);
    }

    /** The name of an IAM group. */
    public static List<Complaint> groupName(String field, String name) {
        return Groups.name(field, name);
    }

    /** The policies of AWS that a group holds, by name. */
    public static List<Complaint> groupPolicies(String field, List<String> held) {
        return Groups.policies(field, held);
    }

    /** What people call a budget. */
    public static List<Complaint> budgetName(String field, String name) {
        return BillingRules.name(field, name);
    }

    /** @param field the budget's place, under which its parts stand: {@code billing.budgets.monthly-cost} */
    public static List<Complaint> budget(String field, BudgetChoice budget, Region home) {
        return BillingRules.budget(field, budget, home);
    }

    /** From which amount on people are told of a cost that is higher than expected. */
    public static List<Complaint> anomalyUsd(String field, int amount) {
        return NameRules.within(field, amount, 1, MOST_ANOMALY_USD);
    }

    /** Days until log files are deleted, which must come after they are archived. */
    public static List<Complaint> expireAfterDays(String field, Optional<Integer> days, int archiveAfterDays) {
        return NameRules.expireAfterDays(field, days, archiveAfterDays);
    }

    /** The shape of a Region's id, and its partition; whether there is such a Region only AWS knows. */
    public static List<Complaint> region(String field, String value) {
        if (!Region.SHAPE.matcher(value).matches()) {
            return Complaints.error(field, value, "region");
        }
        return Partition.find(new Region(value)).isPresent()
                ? Complaints.none()
                : Complaints.error(field, value, "unknown-partition", Map.of("known",
                        Arrays.stream(Partition.values()).map(Partition::id).collect(Collectors.joining(", "))));
    }

    public static List<Complaint> passwordPolicy(PasswordPolicy policy) {
        String field = "passwordPolicy.";
        List<Complaint> complaints = new ArrayList<>();
        complaints.addAll(
                NameRules.within(field + "minimumLength", policy.minimumLength(), LEAST_LENGTH, MOST_LENGTH));
        policy.maxAgeDays()
                .ifPresent((days) -> complaints
                        .addAll(NameRules.within(field + "maxAgeDays", days, 1, MOST_AGE_DAYS)));
        policy.reusePrevention()
                .ifPresent((count) -> complaints
                        .addAll(NameRules.within(field + "reusePrevention", count, 1, MOST_REUSE_PREVENTION)));
        if (complaints.isEmpty() && !PasswordPolicies.gaps(policy).isEmpty()) {
            complaints.addAll(Complaints.warning("passwordPolicy", String.join(", ", PasswordPolicies.gaps(policy)),
                    "weak-passwords"));
        }
        return complaints;
    }

    public static List<Complaint> standards(Standards standards) {
        List<Complaint> complaints = new ArrayList<>(
                NameRules.within("standards.rootUnusedDays", standards.rootUnusedDays(), 1, MOST_UNUSED_DAYS));
        standards.ownerTag()
                .filter((tag) -> tag.toLowerCase(Locale.ROOT).startsWith("aws:"))
                .ifPresent((tag) -> complaints.addAll(Complaints.error("standards.ownerTag", tag, "tag-reserved")));
        standards.ownerTag()
                .filter((tag) -> !TAG_KEY.matcher(tag).matches())
                .ifPresent((tag) -> complaints.addAll(Complaints.error("standards.ownerTag", tag, "tag-key")));
        return complaints;
    }

    /** Who gives their word, or takes it back. */
    public static List<Complaint> who(String field, String by) {
        return text(field, by, MOST_WHO);
    }

    public static List<Complaint> attestation(String field, Attestation word) {
        List<Complaint> complaints = new ArrayList<>();
        complaints.addAll(who(field + ".by", word.by()));
        complaints.addAll(text(field + ".statement", word.statement(), MOST_STATEMENT));
        if (!word.reference().isEmpty()) {
            complaints.addAll(text(field + ".reference", word.reference(), MOST_WHO));
        }
        if (word.on().isBefore(EARLIEST_WORD)) {
            complaints.addAll(Complaints.error(field + ".on", word.on().toString(), "too-early",
                    Map.of("earliest", EARLIEST_WORD.toString())));
        }
        if (word.validUntil().isAfter(word.on().plusYears(MOST_YEARS))) {
            complaints.addAll(Complaints.error(field + ".validUntil", word.validUntil().toString(), "too-long",
                    Map.of("most", word.on().plusYears(MOST_YEARS).toString())));
        }
        if (word.validUntil().isBefore(word.on())) {
            complaints.addAll(Complaints.error(field + ".validUntil", word.validUntil().toString(), "valid-until",
                    Map.of("on", word.on().toString())));
        }
        return complaints;
    }

    private static List<Complaint> logStorage(LogStorage storage) {
        String field = "logStorage.";
        List<Complaint> complaints = new ArrayList<>();
        complaints.addAll(bucket(field + "bucket", storage.bucket()));
        complaints.addAll(trail(field + "trail", storage.trail()));
        complaints.addAll(logGroup(field + "logGroup", storage.logGroup()));
        complaints.addAll(logGroupDays(field + "logGroupDays", storage.logGroupDays()));
        complaints.addAll(archiveAfterDays(field + "archiveAfterDays", storage.archiveAfterDays()));
        complaints.addAll(expireAfterDays(field + "expireAfterDays", storage.expireAfterDays(),
                storage.archiveAfterDays()));
        return complaints;
    }

    private static List<Complaint> regions(Region home, List<Region> regions) {
        if (!regions.contains(home)) {
            return Complaints.error("home", home.id(), "home-missing");
        }
        return regions.stream()
                .filter((region) -> region.partition() != home.partition())
                .findFirst()
                .map((region) -> Complaints.error("regions", region.id(), "other-partition",
                        Map.of("home", home.id())))
                .orElseGet(Complaints::none);
    }
}
