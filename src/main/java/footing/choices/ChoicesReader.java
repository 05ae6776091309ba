package footing.choices;

import footing.account.AlternateContact;
import footing.account.ContactType;
import footing.account.PasswordPolicy;
import footing.account.PrimaryContact;
import footing.account.Region;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The sections of a choices file as choices. Complaints stand in the sections; what comes of a bad file is void. */
final class ChoicesReader {

    private static final Region NO_REGION = Region.US_EAST_1;

    private ChoicesReader() {
    }

    static Choices read(FileSection file) {
        Optional.of(file.requiredText("schemaVersion"))
                .filter((version) -> !version.isEmpty() && !version.equals(ChoicesFile.SCHEMA_VERSION))
                .ifPresent((version) -> file.complain(Complaints.error("schemaVersion", version, "schema-version",
                        Map.of("allowed", ChoicesFile.SCHEMA_VERSION))));
        Region home = region(file, "home", file.requiredText("home"));
        List<Region> regions = once(file, "regions")
                .stream()
                .map((id) -> region(file, "regions", id))
                .distinct()
                .toList();
        Choices choices = new Choices(home, regions.isEmpty() ? List.of(home) : regions,
                contacts(file.section("contacts")), notifications(file.section("notifications")),
                logStorage(file.section("logStorage")), billing(file.section("billing")),
                passwordPolicy(file.section("passwordPolicy")),
                alarms(file.section("alarms")), standards(file.section("standards")), groups(file.section("groups")),
                AccessReader.read(file.section("access")), beyond(file.section("beyond")), leave(file),
                attestations(file.section("attestations")));
        file.end();
        return choices;
    }

    /** The texts of a list in which each stands for something, so that one that is there twice is a slip. */
    private static List<String> once(FileSection file, String key) {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        file.texts(key).stream().filter((text) -> !seen.add(text)).forEach(twice::add);
        twice.forEach((text) -> file.complain(Complaints.error(key, text, "listed-twice")));
        return List.copyOf(seen);
    }

    private static Region region(FileSection file, String field, String id) {
        List<Complaint> wrong = id.isEmpty() ? List.of() : Rules.region(field, id);
        file.complain(wrong);
        return wrong.isEmpty() && !id.isEmpty() ? new Region(id) : NO_REGION;
    }

    private static Contacts contacts(FileSection section) {
        Optional<PrimaryContact> primary = primary(section.section("primary"));
        Map<ContactType, AlternateContact> alternate = new EnumMap<>(ContactType.class);
        for (ContactType type : ContactType.values()) {
            FileSection contact = section.section(type.name().toLowerCase(Locale.ROOT));
            if (!contact.isEmpty()) {
                alternate.put(type, new AlternateContact(contact.requiredText("name"), contact.requiredText("title"),
                        contact.requiredText("email"), contact.requiredText("phone")));
            } else {
                contact.allow(List.of("name", "title", "email", "phone"));
            }
            contact.end();
        }
        section.end();
        return new Contacts(primary, alternate);
    }

    private static Optional<PrimaryContact> primary(FileSection contact) {
        if (contact.isEmpty()) {
            contact.allow(List.of("fullName", "companyName", "addressLine1", "addressLine2", "addressLine3", "city",
                    "districtOrCounty", "stateOrRegion", "postalCode", "countryCode", "phoneNumber", "websiteUrl"));
            contact.end();
            return Optional.empty();
        }
        PrimaryContact primary = new PrimaryContact(contact.requiredText("fullName"), contact.text("companyName"),
                contact.requiredText("addressLine1"), contact.text("addressLine2"), contact.text("addressLine3"),
                contact.requiredText("city"), contact.text("districtOrCounty"), contact.text("stateOrRegion"),
                contact.requiredText("postalCode"), contact.requiredText("countryCode"),
                contact.requiredText("phoneNumber"), contact.text("websiteUrl"));
        contact.end();
        return Optional.of(primary);
    }

    private static Notifications notifications(FileSection section) {
        Notifications notifications = new Notifications(section.text("securityList"),
                section.text("topicName").orElse(Conventions.TOPIC));
        section.end();
        return notifications;
    }

    private static LogStorage logStorage(FileSection section) {
        LogStorage storage = new LogStorage(section.requiredText("bucket"),
                section.text("trail").orElse(Conventions.TRAIL),
                section.text("logGroup").orElse(Conventions.LOG_GROUP),
                section.whole("logGroupDays").orElse(Conventions.LOG_GROUP_DAYS),
                section.whole("archiveAfterDays").orElse(Conventions.ARCHIVE_AFTER_DAYS),
                section.whole("expireAfterDays"));
        section.end();
        return storage;
    }

    private static Billing billing(FileSection section) {
        Optional<String> list = section.text("list");
        String topic = section.text("topicName").orElse(Conventions.BILLING_TOPIC);
        Billing billing = new Billing(list, topic, section.text("reportBucket"),
                budgets(section.section("budgets")));
        section.end();
        return billing;
    }

    private static SortedMap<String, BudgetChoice> budgets(FileSection section) {
        SortedMap<String, BudgetChoice> budgets = new TreeMap<>();
        for (String name : new TreeSet<>(section.keys())) {
            FileSection budget = section.section(name);
            String period = budget.text("period").orElse(BudgetChoice.Period.MONTHLY.id());
            if (BudgetChoice.Period.of(period).isEmpty()) {
                budget.complain(Complaints.error(budget.field("period"), period, "item", Map.of("allowed", String.join(
                        ", ", Arrays.stream(BudgetChoice.Period.values()).map(BudgetChoice.Period::id).toList()))));
            }
            Optional<Integer> limit = budget.whole("limit");
            if (limit.isEmpty()) {
                budget.requiredText("limit");
            }
            budgets.put(name, new BudgetChoice(limit.orElse(1),
                    budget.text("currency").orElse(BudgetChoice.CURRENCY),
                    BudgetChoice.Period.of(period).orElse(BudgetChoice.Period.MONTHLY),
                    budget.whole("actualPercent").orElse(BudgetChoice.ACTUAL_PERCENT),
                    budget.whole("forecastPercent").orElse(BudgetChoice.FORECAST_PERCENT)));
            budget.end();
        }
        section.end();
        return budgets;
    }

    private static PasswordPolicy passwordPolicy(FileSection section) {
        PasswordPolicy strong = PasswordPolicies.STRONG;
        boolean absent = section.isEmpty();
        PasswordPolicy policy = new PasswordPolicy(section.whole("minimumLength").orElse(strong.minimumLength()),
                section.flag("requireSymbols").orElse(true), section.flag("requireNumbers").orElse(true),
                section.flag("requireUppercase").orElse(true), section.flag("requireLowercase").orElse(true),
                section.flag("allowUsersToChange").orElse(true), section.flag("hardExpiry").orElse(false),
                section.whole("maxAgeDays"), section.whole("reusePrevention"));
        section.end();
        return absent ? strong : policy;
    }

    private static Set<Activity> alarms(FileSection section) {
        Set<Activity> on = EnumSet.noneOf(Activity.class);
        for (Activity activity : Activity.values()) {
            if (section.flag(activity.id()).orElse(true)) {
                on.add(activity);
            }
        }
        section.end();
        return on;
    }

    private static Standards standards(FileSection section) {
        int days = section.whole("rootUnusedDays").orElse(Standards.USUAL.rootUnusedDays());
        Optional<String> owner = section.text("ownerTag");
        Optional<SupportPlan> support = section.text("support").flatMap((plan) -> {
            Optional<SupportPlan> known = SupportPlan.of(plan);
            if (known.isEmpty()) {
                section.complain(Complaints.error(section.field("support"), plan, "item", Map.of("allowed",
                        String.join(", ", Arrays.stream(SupportPlan.values()).map(SupportPlan::id).toList()))));
            }
            return known;
        });
        Standards standards = new Standards(days, owner, support);
        section.end();
        return standards;
    }

    private static Groups groups(FileSection section) {
        SortedMap<String, List<String>> groups = new TreeMap<>();
        section.keys().forEach((name) -> groups.put(name, section.texts(name)));
        section.end();
        return new Groups(groups);
    }

    private static BeyondChoices beyond(FileSection section) {
        BeyondChoices choices = BeyondChoices.NONE;
        for (ItemId item : ItemId.BEYOND) {
            choices = choices.with(item, section.flag(item.id()).orElse(false));
        }
        choices = choices.withAnomalyUsd(section.whole("anomalyUsd").orElse(BeyondChoices.ANOMALY_USD));
        section.end();
        return choices;
    }

    private static Set<ItemId> leave(FileSection file) {
        Set<ItemId> leave = EnumSet.noneOf(ItemId.class);
        for (String id : once(file, "leave")) {
            ItemId.of(id)
                    .ifPresentOrElse(leave::add, () -> file.complain(Complaints.error("leave", id, "item",
                            Map.of("allowed", String.join(", ", itemIds())))));
        }
        return leave;
    }

    private static Map<ItemId, Attestation> attestations(FileSection section) {
        Map<ItemId, Attestation> words = new EnumMap<>(ItemId.class);
        section.allow(itemIds());
        for (ItemId item : ItemId.values()) {
            if (section.keys().contains(item.id())) {
                FileSection word = section.section(item.id());
                words.put(item, new Attestation(word.requiredText("by"), date(word, "on"),
                        word.requiredText("statement"), word.text("reference").orElse(""), date(word, "validUntil")));
                word.end();
            }
        }
        section.end();
        return words;
    }

    private static LocalDate date(FileSection section, String key) {
        String text = section.requiredText(key);
        try {
            return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            section.complain(Complaints.error(section.field(key), text, "date"));
            return LocalDate.EPOCH;
        }
    }

    private static List<String> itemIds() {
        return Arrays.stream(ItemId.values()).map(ItemId::id).toList();
    }
}
