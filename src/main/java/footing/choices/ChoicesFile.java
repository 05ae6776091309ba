package footing.choices;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import footing.account.AlternateContact;
import footing.account.ContactType;
import footing.account.PrimaryContact;
import footing.account.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Choices as a YAML file that people edit: every key, with a comment. What was written is read back as it was.
 */
public final class ChoicesFile {

    static final String SCHEMA_VERSION = "1";

    private static final String TEMPLATE = "/footing/choices/choices.yaml";

    /**
     * What came of a file.
     *
     * @param choices empty where there is an error among the complaints
     * @param complaints errors and warnings, in the order of the file
     */
    public record Read(Optional<Choices> choices, List<Complaint> complaints) {
        public Read {
            complaints = List.copyOf(complaints);
        }
    }

    private ChoicesFile() {
    }

    /**
     * Reads a file's text. Never throws for what stands in it.
     *
     * @param today the day on which it is read: nobody's word can be of a later one
     */
    public static Read read(String text, LocalDate today) {
        List<Complaint> complaints = new ArrayList<>();
        Optional<Node> root = YamlText.parse(text, complaints);
        if (!complaints.isEmpty()) {
            return new Read(Optional.empty(), complaints);
        }
        FileSection file = new FileSection("", root, complaints);
        Choices choices = ChoicesReader.read(file);
        if (complaints.isEmpty()) {
            complaints.addAll(Rules.check(choices));
            complaints.addAll(Rules.given(choices, today));
        }
        boolean wrong = complaints.stream().anyMatch(Complaint::isError);
        return new Read(wrong ? Optional.empty() : Optional.of(choices), inOrder(complaints, file));
    }

    /** In the order of the file, with their lines; what the file as a whole lacks comes first. */
    private static List<Complaint> inOrder(List<Complaint> complaints, FileSection file) {
        return complaints.stream()
                .map((complaint) -> file.line(complaint.field()) == 0
                        ? complaint
                        : complaint.at(file.line(complaint.field())))
                .sorted(Comparator.comparing((Complaint complaint) -> complaint.line().orElse(0)))
                .toList();
    }

    /** The whole file, commented. */
    public static String write(Choices choices) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("schemaVersion", SCHEMA_VERSION);
        values.put("home", scalar(choices.home().id()));
        values.put("regions", choices.regions().stream().map(Region::id).map(ChoicesFile::scalar).toList());
        values.putAll(primary(choices.contacts().primary()));
        for (ContactType type : ContactType.values()) {
            Optional<AlternateContact> contact = Optional.ofNullable(choices.contacts().alternate().get(type));
            String prefix = type.name().toLowerCase(Locale.ROOT) + "-";
            values.put(prefix + "name", scalar(contact.map(AlternateContact::name)));
            values.put(prefix + "title", scalar(contact.map(AlternateContact::title)));
            values.put(prefix + "email", scalar(contact.map(AlternateContact::email)));
            values.put(prefix + "phone", scalar(contact.map(AlternateContact::phone)));
        }
        values.put("securityList", scalar(choices.notifications().securityList()));
        values.put("topicName", scalar(choices.notifications().topicName()));
        values.putAll(logStorage(choices.logStorage()));
        values.putAll(billing(choices.billing()));
        values.put("policy", choices.passwordPolicy());
        values.put("maxAgeDays", number(choices.passwordPolicy().maxAgeDays()));
        values.put("reusePrevention", number(choices.passwordPolicy().reusePrevention()));
        values.put("alarms", Arrays.stream(Activity.values())
                .map((activity) -> Map.of("id", activity.id(), "on", choices.alarms().contains(activity)))
                .toList());
        values.put("rootUnusedDays", choices.standards().rootUnusedDays());
        values.put("support", choices.standards().support().map(SupportPlan::id).orElse(""));
        values.put("ownerTag", scalar(choices.standards().ownerTag()));
        values.put("groups", policies(choices.groups().policies()));
        values.putAll(access(choices.access()));
        ItemId.BEYOND.forEach((item) -> values.put(item.id(), choices.beyond().wants(item)));
        values.put("anomalyUsd", choices.beyond().anomalyUsd());
        values.put("leave", choices.leave().stream().sorted().map(ItemId::id).toList());
        values.put("attestations", choices.attestations()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map((entry) -> attestation(entry.getKey(), entry.getValue()))
                .toList());
        return template().execute(values);
    }

    private static Map<String, String> primary(Optional<PrimaryContact> contact) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("fullName", scalar(contact.map(PrimaryContact::fullName)));
        values.put("companyName", scalar(contact.flatMap(PrimaryContact::companyName)));
        values.put("addressLine1", scalar(contact.map(PrimaryContact::addressLine1)));
        values.put("addressLine2", scalar(contact.flatMap(PrimaryContact::addressLine2)));
        values.put("addressLine3", scalar(contact.flatMap(PrimaryContact::addressLine3)));
        values.put("city", scalar(contact.map(PrimaryContact::city)));
        values.put("districtOrCounty", scalar(contact.flatMap(PrimaryContact::districtOrCounty)));
        values.put("stateOrRegion", scalar(contact.flatMap(PrimaryContact::stateOrRegion)));
        values.put("postalCode", scalar(contact.map(PrimaryContact::postalCode)));
        values.put("countryCode", scalar(contact.map(PrimaryContact::countryCode)));
        values.put("phoneNumber", scalar(contact.map(PrimaryContact::phoneNumber)));
        values.put("websiteUrl", scalar(contact.flatMap(PrimaryContact::websiteUrl)));
        return values;
    }

    private static Map<String, String> logStorage(LogStorage storage) {
        return Map.of("bucket", scalar(storage.bucket()), "trail", scalar(storage.trail()), "logGroup",
                scalar(storage.logGroup()), "logGroupDays", String.valueOf(storage.logGroupDays()),
                "archiveAfterDays", String.valueOf(storage.archiveAfterDays()), "expireAfterDays",
                number(storage.expireAfterDays()));
    }

    private static Map<String, Object> billing(Billing billing) {
        return Map.of("billingList", scalar(billing.list()), "billingTopicName", scalar(billing.topicName()),
                "reportBucket", scalar(billing.reportBucket()),
                "budgets", billing.budgets()
                        .entrySet()
                        .stream()
                        .map((entry) -> budget(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Map<String, String> budget(String name, BudgetChoice budget) {
        return Map.of("name", scalar(name), "limit", String.valueOf(budget.limit()), "currency",
                scalar(budget.currency()), "period", budget.period().id(), "actualPercent",
                String.valueOf(budget.actualPercent()), "forecastPercent", String.valueOf(budget.forecastPercent()));
    }

    private static Map<String, String> attestation(ItemId item, Attestation word) {
        return Map.of("item", item.id(), "by", scalar(word.by()), "on", scalar(word.on().toString()), "statement",
                scalar(word.statement()), "reference", scalar(word.reference()), "validUntil",
                scalar(word.validUntil().toString()));
    }

    private static Map<String, Object> access(Access access) {
        Optional<SamlChoice> saml = access.saml();
        Optional<OpenIdChoice> openId = access.openIdConnect();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("unusedAccess", access.unusedAccess());
        values.put("samlName", scalar(saml.map(SamlChoice::name)));
        values.put("metadataFile", scalar(saml.flatMap(SamlChoice::metadataFile)));
        values.put("samlRoles", policies(saml.map(SamlChoice::roles).orElseGet(TreeMap::new)));
        values.put("issuer", scalar(openId.map(OpenIdChoice::url)));
        values.put("audience", scalar(openId.map(OpenIdChoice::audience)));
        values.put("openIdRoles", openId.map(OpenIdChoice::roles)
                .orElseGet(TreeMap::new)
                .entrySet()
                .stream()
                .map((role) -> Map.of("name", scalar(role.getKey()), "subject", scalar(role.getValue().subject()),
                        "policies", role.getValue().policies().stream().map(ChoicesFile::scalar).toList()))
                .toList());
        return values;
    }

    /** What holds policies, by name. */
    private static List<Map<String, Object>> policies(SortedMap<String, List<String>> held) {
        return held.entrySet()
                .stream()
                .map((one) -> Map.<String, Object>of("name", scalar(one.getKey()), "policies",
                        one.getValue().stream().map(ChoicesFile::scalar).toList()))
                .toList();
    }

    private static String number(Optional<Integer> number) {
        return number.map(String::valueOf).orElse("");
    }

    private static String scalar(Optional<String> text) {
        return text.map(ChoicesFile::scalar).orElse("");
    }

    /** A text in double quotes, on one line, so that nothing in it can mean anything. */
    private static String scalar(String text) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultScalarStyle(ScalarStyle.DOUBLE_QUOTED)
                .setSplitLines(false)
                .setWidth(Integer.MAX_VALUE)
                .build();
        return new Dump(settings).dumpToString(text).strip();
    }

    private static Template template() {
        try (InputStream stream = Objects.requireNonNull(ChoicesFile.class.getResourceAsStream(TEMPLATE))) {
            return Mustache.compiler()
                    .escapeHTML(false)
                    .compile(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
