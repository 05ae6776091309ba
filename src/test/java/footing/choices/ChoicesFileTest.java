package footing.choices;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AlternateContact;
import footing.account.ContactType;
import footing.account.PasswordPolicy;
import footing.account.PrimaryContact;
import footing.account.States;
import footing.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoicesFileTest {

    private static final Choices EXAMPLE = ExampleChoices.of(States.fresh().account());
    private static final String FILE = ChoicesFile.write(EXAMPLE);

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static ChoicesFile.Read read(String text) {
        return ChoicesFile.read(text, TODAY);
    }

    private static Complaint only(String text) {
        ChoicesFile.Read read = read(text);
        assertThat(read.choices()).isEmpty();
        assertThat(read.complaints()).hasSize(1)
                .allSatisfy(complaint -> assertThat(Texts.of("choices").get(complaint.key(), complaint.values()))
                        .isNotBlank());
        return read.complaints().getFirst();
    }

    /** The example file with the line of a key replaced. */
    private static String with(String line, String other) {
        assertThat(FILE).contains(line);
        return FILE.replace(line, other);
    }

    @Test
    void numberOrSwitchInQuotes_isTold_asWhatItIs() {
        assertThat(only(with("  minimumLength: 14", "  minimumLength: \"14\"")).key())
                .isEqualTo("complaint.quoted");
        assertThat(only(with("  hardExpiry: false", "  hardExpiry: 'true'")).key()).isEqualTo("complaint.quoted");
        assertThat(only(with("  minimumLength: 14", "  minimumLength: 8-14")).key())
                .isEqualTo("complaint.not-number");
        assertThat(only(with("  minimumLength: 14", "  minimumLength: 99999999999")).key())
                .isEqualTo("complaint.not-number");
    }

    @Test
    void file_isReadBack_asItWasWritten() {
        assertThat(read(FILE)).isEqualTo(new ChoicesFile.Read(Optional.of(EXAMPLE), java.util.List.of()));
    }

    @Test
    void file_isReadBack_whenNothingIsDecided() {
        Choices open = Conventions.choices(States.fresh().account());
        ChoicesFile.Read read = read(ChoicesFile.write(open));
        assertThat(read.choices()).contains(open);
    }

    @Property(tries = 300)
    void file_isReadBack_whateverStandsInItsTexts(@ForAll("hostile") String text, @ForAll("hostile") String other) {
        LocalDate day = LocalDate.of(2026, 2, 3);
        PrimaryContact primary = new PrimaryContact(text, Optional.of(other), text, Optional.of(other),
                Optional.empty(), text, Optional.empty(), Optional.of(other), text, text, other,
                Optional.of(text));
        Choices choices = new Choices(EXAMPLE.home(), EXAMPLE.regions(),
                new Contacts(Optional.of(primary),
                        Map.of(ContactType.SECURITY, new AlternateContact(text, other, text, other))),
                new Notifications(Optional.of(text), other),
                new LogStorage(text, other, text, 7, 1, Optional.of(9)),
                new Billing(Optional.of(other), text, Optional.of(other),
                        new TreeMap<>(Map.of("spring",
                                new BudgetChoice(3, text, BudgetChoice.Period.QUARTERLY, 50, 120)))),
                new PasswordPolicy(7, false, true, false, true, false, true, Optional.of(3), Optional.empty()),
                EnumSet.of(Activity.VPC_CHANGES),
                new Standards(30, Optional.of(text), Optional.of(SupportPlan.ENTERPRISE)),
                new Groups(new java.util.TreeMap<>(Map.of(text, List.of(other, text), other + "x", List.of()))),
                new Access(true, Optional.of(new SamlChoice(text, Optional.of(other), Optional.empty(),
                        new TreeMap<>(Map.of(text, List.of(other))))),
                        Optional.of(new OpenIdChoice(text, other,
                                new TreeMap<>(Map.of(other, new OpenIdChoice.Role(text, List.of(text))))))),
                new BeyondChoices(Set.of(ItemId.COST_ANOMALIES, ItemId.EBS_ENCRYPTION), 7),
                Set.of(ItemId.TRAIL, ItemId.ROOT_MFA),
                Map.of(ItemId.ROOT_MFA, new Attestation(text, day, other, text, day)));
        // Rules would refuse most of these; what is held here is that the file loses nothing.
        assertThat(reread(choices)).isEqualTo(choices);
    }

    private static Choices reread(Choices choices) {
        org.snakeyaml.engine.v2.nodes.Node root = new org.snakeyaml.engine.v2.api.lowlevel.Compose(
                org.snakeyaml.engine.v2.api.LoadSettings.builder().build())
                .composeString(ChoicesFile.write(choices))
                .orElseThrow();
        java.util.List<Complaint> complaints = new java.util.ArrayList<>();
        Choices read = ChoicesReader.read(new FileSection("", Optional.of(root), complaints));
        assertThat(complaints).isEmpty();
        return read;
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.of("'", "\"", "a: b", "- x", "# no", "&a", "*a", "!!int 3", "{{home}}", "{a}", "[", "|",
                        ">",
                        "\u0085", "\u2028", "\u0000", "\u001b[31m", "\uFEFF", "null", "~", "true", "12", "1e3",
                        "2026-01-01", "\\", "\\u0041", "%TAG", "---", "...", "=cmd()", "<b>", "é😀", "\r\n", "\t"),
                Arbitraries.strings().withCharRange('\u0001', '\uD7FF').ofMinLength(1).ofMaxLength(40),
                Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(200)).filter((text) -> !text.isEmpty());
    }

    @Test
    void file_hasEveryActivityAndEveryKey() {
        Arrays.stream(Activity.values()).forEach((activity) -> assertThat(FILE).contains("  " + activity.id() + ": "));
        assertThat(FILE).contains("schemaVersion:", "leave:", "attestations:", "expireAfterDays:", "securityList:");
    }

    @Test
    void beyond_isOff_whereNothingIsSaidOfIt() {
        assertThat(EXAMPLE.beyond()).isEqualTo(BeyondChoices.NONE);
        assertThat(FILE).contains("  threat-detection: false\n", "  anomalyUsd: 100\n");
        String without = FILE.replaceFirst("(?s)\nbeyond:\n.*?\n\n", "\n\n");
        assertThat(without).doesNotContain("beyond:");
        assertThat(read(without).choices().map(Choices::beyond)).contains(BeyondChoices.NONE);
    }

    @Test
    void beyond_isRefused_whereTheAmountIsNone() {
        assertThat(read(FILE.replace("anomalyUsd: 100", "anomalyUsd: 0")).complaints()).extracting(Complaint::field)
                .containsExactly("beyond.anomalyUsd");
    }

    @Test
    void unknownKey_isRefused_withWhatIsAllowed() {
        Complaint complaint = only(with("  topicName: \"footing-security\"", "  topic: x"));
        assertThat(complaint.field()).isEqualTo("notifications.topic");
        assertThat(complaint.key()).isEqualTo("complaint.unknown-key");
        assertThat(complaint.values()).containsEntry("allowed", "securityList, topicName");
    }

    @Test
    void unknownActivity_isRefused_withAllThatThereAre() {
        Complaint complaint = only(with("  root-use: true", "  root-user: true"));
        assertThat(complaint.field()).isEqualTo("alarms.root-user");
        assertThat(complaint.values().get("allowed")).contains("root-use", "organization-changes");
    }

    @Test
    void unknownItem_isRefused_withAllThatThereAre() {
        Complaint complaint = only(FILE.replaceFirst("(?m)^leave:$", "leave: [root-mfa, nonsense]"));
        assertThat(complaint.field()).isEqualTo("leave");
        assertThat(complaint.value()).isEqualTo("nonsense");
        assertThat(complaint.values().get("allowed")).contains("root-mfa", "activity-alarms");
    }

    @Test
    void duplicateKey_isRefused() {
        Complaint complaint = only(FILE + "\nhome: us-east-1\n");
        assertThat(complaint.field()).isEqualTo("home");
        assertThat(complaint.key()).isEqualTo("complaint.twice");
    }

    @Test
    void wrongTypes_areRefused_allAtOnce() {
        String text = with("  logGroupDays: 365", "  logGroupDays: many").replace("  root-use: true", "  root-use: yes")
                .replace("  archiveAfterDays: 90", "  archiveAfterDays: [1]");
        ChoicesFile.Read read = read(text);
        assertThat(read.choices()).isEmpty();
        assertThat(read.complaints()).extracting(Complaint::field)
                .containsExactly("logStorage.logGroupDays", "logStorage.archiveAfterDays", "alarms.root-use");
    }

    @Test
    void badValue_isRefused_withItsField() {
        Complaint complaint = only(with("\"aws-security@example.com\"\n  # The topic", "nobody\n  # The topic"));
        assertThat(complaint.field()).isEqualTo("notifications.securityList");
        assertThat(complaint.value()).isEqualTo("nobody");
    }

    @Test
    void plainNumbers_areTexts_whereTextsAreMeant() {
        assertThat(read(with("postalCode: \"98101\"", "postalCode: 08101"))
                .choices()
                .flatMap((choices) -> choices.contacts().primary())
                .map(PrimaryContact::postalCode)).contains("08101");
    }

    @Test
    void missingValue_isRefused() {
        assertThat(only(with("    city: \"Seattle\"", "    city:")).field()).isEqualTo("contacts.primary.city");
        assertThat(only("schemaVersion: 1\nhome: eu-central-1").field()).isEqualTo("logStorage.bucket");
        assertThat(read("").complaints()).extracting(Complaint::field).contains("home");
    }

    @Test
    void warning_doesNotKeepFromReading() {
        ChoicesFile.Read read = read(
                with("    email: \"aws-billing@example.com\"", "    email: jane.doe@example.com"));
        assertThat(read.choices()).isPresent();
        assertThat(read.complaints()).singleElement()
                .satisfies(complaint -> assertThat(complaint.field()).isEqualTo("contacts.billing.email"));
    }

    @Test
    void brokenYaml_isRefused_withItsLine() {
        Complaint complaint = only("home: eu-central-1\nregions: [a\nx: {");
        assertThat(complaint.key()).isEqualTo("complaint.not-yaml-line");
        assertThat(complaint.values()).containsKey("line");
    }

    @Test
    void hugeDeepOrAliasedFile_isRefused() {
        assertThat(only("#".repeat(300_000)).key()).isEqualTo("complaint.too-large");
        assertThat(only("[".repeat(100_000)).key()).isEqualTo("complaint.too-deep");
        assertThat(only("a: &x [1]\nb: *x").key()).isEqualTo("complaint.too-clever");
        assertThat(only("just a text").key()).isEqualTo("complaint.section");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"home: &h us-east-1|&h", "home: !!str us-east-1|tag:yaml.org,2002:str",
        "home: *h|*h", "home: !local x|!local"})
    void cleverYaml_isRefused_withItsLine(String line, String value) {
        Complaint complaint = only("# a comment\n" + line + "\n");
        assertThat(complaint.key()).isEqualTo("complaint.too-clever");
        assertThat(complaint.value()).isEqualTo(value);
        assertThat(complaint.line()).contains(2);
    }

    @Test
    void brokenYaml_isRefused_inOurOwnWords() {
        Complaint complaint = only("schemaVersion: 1\nhome: us-east-1\n  regions: \"x\n");
        assertThat(complaint.key()).isEqualTo("complaint.not-yaml-line");
        assertThat(complaint.values()).containsKeys("line", "column");
        assertThat(complaint.value()).doesNotContain("mapping", "scalar", "token");
    }

    @Test
    void missingVersion_isRefused() {
        assertThat(only(with("schemaVersion: 1", "# none")).field()).isEqualTo("schemaVersion");
    }

    @Test
    void item_isRefused_whenItIsLeftTwice() {
        Complaint complaint = only(FILE.replaceFirst("(?m)^leave:$", "leave: [trail, root-mfa, trail]"));
        assertThat(complaint.field()).isEqualTo("leave");
        assertThat(complaint.value()).isEqualTo("trail");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02,2026-06-01,on", "1999-01-01,2001-01-01,on", "2026-01-01,2099-01-01,validUntil",
        "2026-01-01,2025-01-01,validUntil", "2026-02-30,2026-06-01,on"})
    void word_isRefused_whenItsDaysMakeNoSense(String on, String until, String field) {
        Complaint complaint = only(FILE.replaceFirst("(?m)^attestations:$", """
            attestations:
              root-mfa:
                by: Jane
                on: %s
                statement: Seen
                validUntil: %s""".formatted(on, until)));
        assertThat(complaint.field()).isEqualTo("attestations.root-mfa." + field);
        assertThat(complaint.line()).isPresent();
    }

    @Test
    void complaints_areInTheOrderOfTheFile_withTheirLines() {
        ChoicesFile.Read read = read(with("  minimumLength: 14", "  minimumLength: many")
                .replace("    fullName:", "    fullname:")
                .replace("  root-use: true", "  root-use: maybe"));
        assertThat(read.complaints()).extracting((complaint) -> complaint.line().orElseThrow()).isSorted();
        assertThat(read.complaints()).extracting(Complaint::field)
                .containsExactly("contacts.primary.fullName", "contacts.primary.fullname",
                        "passwordPolicy.minimumLength", "alarms.root-use");
    }

    @Test
    void home_isBlamed_whenItIsNotAmongTheRegions() {
        String file = FILE.replaceFirst("home: .*", "home: eu-nowhere-9");
        Complaint complaint = only(file);
        assertThat(complaint.field()).isEqualTo("home");
        assertThat(complaint.value()).isEqualTo("eu-nowhere-9");
        assertThat(complaint.line())
                .contains((int) file.lines().takeWhile((line) -> !line.startsWith("home:")).count() + 1);
    }

    @ParameterizedTest
    @CsvSource({"notifications, topicName, footing-security", "logStorage, trail, footing",
        "logStorage, logGroup, footing/cloudtrail", "logStorage, logGroupDays, 365",
        "logStorage, archiveAfterDays, 90", "billing, topicName, footing-billing",
        "passwordPolicy, minimumLength, 14", "passwordPolicy, hardExpiry, false", "standards, rootUnusedDays, 90"})
    void emptyValue_counts_asTheCommentBesideItSays(String section, String key, String taken) {
        List<String> lines = FILE.lines().toList();
        int line = IntStream.range(lines.indexOf(section + ":"), lines.size())
                .filter((one) -> lines.get(one).startsWith("  " + key + ":"))
                .findFirst()
                .orElseThrow();
        assertThat(lines.get(line - 1)).contains("Empty: " + taken);
        assertThat(withLine(lines, line, "  " + key + ":"))
                .isEqualTo(withLine(lines, line, "  " + key + ": " + taken));
    }

    private static Choices withLine(List<String> lines, int number, String line) {
        List<String> others = new ArrayList<>(lines);
        others.set(number, line);
        return read(String.join("\n", others)).choices().orElseThrow();
    }

    @Test
    void budget_isRefused_whenItHasNoLimitOrAnUnknownPeriod() {
        String file = ChoicesFile.write(EXAMPLE)
                .replace("limit: 500", "limit:")
                .replace("period: monthly", "period: weekly")
                .replace("support: business-plus", "support: gold");

        assertThat(read(file).complaints()).extracting(Complaint::field)
                .containsExactly("billing.budgets.monthly-cost.limit",
                        "billing.budgets.monthly-cost.period", "standards.support");
        assertThat(read(ChoicesFile.write(EXAMPLE).replace("      limit: 500\n", "")).complaints())
                .extracting(Complaint::field)
                .containsExactly("billing.budgets.monthly-cost.limit");
    }
}
