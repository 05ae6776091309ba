package footing.choices;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.PrimaryContact;
import footing.account.PasswordPolicy;
import footing.account.Region;
import footing.account.States;
import footing.text.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    private static final Choices GOOD = ExampleChoices.of(States.fresh().account());

    private static void refused(List<Complaint> complaints, String key) {
        assertThat(complaints).singleElement().satisfies(complaint -> {
            assertThat(complaint.isError()).isTrue();
            assertThat(complaint.key()).isEqualTo("complaint." + key);
            assertThat(Texts.of("choices").get(complaint.key(), complaint.values())).doesNotContain("{");
        });
    }

    private static void warned(List<Complaint> complaints, String key) {
        assertThat(complaints).singleElement().satisfies(complaint -> {
            assertThat(complaint.isError()).isFalse();
            assertThat(complaint.key()).isEqualTo("complaint." + key);
            assertThat(Texts.of("choices").get(complaint.key(), complaint.values())).doesNotContain("{");
        });
    }

    @Test
    void exampleChoices_areFine_withoutAWarning() {
        assertThat(Rules.check(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "security", "a@b", "a b@example.com", "a@example.com\n", "ü@example.com", "a@@b.com",
                "a..b@x.org",
                "a@example..com", "a@-x-.com", ".a@x.org", "a.@x.org", "a@.x.org", "a@x.org.", "a@x_y.org"})
    void email_isRefused_whenAwsWouldRefuseIt(String email) {
        assertThat(Rules.email("contacts.security.email", email)).anyMatch(Complaint::isError);
    }

    @Test
    void email_isRefused_whenItIsTooLong() {
        refused(Rules.email("f", "a".repeat(243) + "@example.com"), "email");
        assertThat(Rules.email("f", "a".repeat(242) + "@example.com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws-security@example.com", "a.b+c=d#e|f!g&h_i-j@sub-domain.example.co.uk", "1@2.io"})
    void email_isFine_whenAMailServerTakesIt(String email) {
        assertThat(Rules.email("f", email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "not a url", "ftp://example.com", "https://", "https://-x-.com",
        "https://me:secret@example.com", "https:example.com", "data:text/html,x", "https://exa mple.com", "nowhere"})
    void website_isRefused_whenItIsNoWebAddress(String address) {
        assertThat(website(address)).anyMatch((complaint) -> complaint.key().equals("complaint.website"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.example.com", "http://example.com/about?x=1#y", "https://example.com:8443/"})
    void website_isFine_whenItIsAWebAddress(String address) {
        assertThat(website(address)).isEmpty();
    }

    @Test
    void website_isAWarning_whenItIsWrittenWithoutItsScheme() {
        warned(website("www.example.com"), "website-bare");
    }

    private static List<Complaint> website(String address) {
        PrimaryContact primary = GOOD.contacts().primary().orElseThrow();
        return ContactRules.primary("f", new PrimaryContact(primary.fullName(), primary.companyName(),
                primary.addressLine1(), primary.addressLine2(), primary.addressLine3(), primary.city(),
                primary.districtOrCounty(), primary.stateOrRegion(), primary.postalCode(), primary.countryCode(),
                primary.phoneNumber(), Optional.of(address)));
    }

    @Test
    void email_isAWarning_whenItLooksPersonal() {
        warned(Rules.email("f", "jane.doe@example.com"), "looks-personal");
        warned(Rules.email("f", "jane.doe@gmail.com"), "free-mail");
        assertThat(Rules.email("f", "aws-security+prod@example.com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "+1 206 555 0100 ext 5", "1234567890123456789012345678", "()-", "+1\n206"})
    void phone_isRefused_whenAwsWouldRefuseIt(String phone) {
        assertThat(Rules.phone("f", phone)).anyMatch(Complaint::isError);
    }

    @Test
    void primaryPhone_isRefused_whenThePlusIsMissing() {
        refused(Rules.primaryPhone("f", "206 555 0100"), "primary-phone");
        assertThat(Rules.primaryPhone("f", "+49 (89) 123-456")).isEmpty();
    }

    @Test
    void state_isWanted_whereAwsWantsIt() {
        refused(Rules.state("f", Optional.empty(), "DE"), "state");
        assertThat(Rules.state("f", Optional.empty(), "FR")).isEmpty();
        refused(Rules.country("f", "Germany"), "country");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "Logs", "logs_2026", "-logs", "logs-", "a..b", "192.168.5.4", "xn--logs",
        "sthree-logs", "amzn-s3-demo-logs", "logs-s3alias", "logs--ol-s3", "logs.mrap", "logs--x-s3",
        "logs--table-s3", "lögs"})
    void bucket_isRefused_whenAwsWouldRefuseIt(String bucket) {
        refused(Rules.bucket("logStorage.bucket", bucket), "bucket");
    }

    @Test
    void bucket_isRefused_whenItIsTooLong() {
        assertThat(Rules.bucket("f", "a".repeat(63))).isEmpty();
        refused(Rules.bucket("f", "a".repeat(64)), "bucket");
        warned(Rules.bucket("f", "logs.example"), "bucket-dots");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "-trail", "trail-", "my-_trail", "my--trail", "10.0.0.1", "my trail"})
    void trail_isRefused_whenAwsWouldRefuseIt(String trail) {
        refused(Rules.trail("f", trail), "trail");
    }

    /** Its controls refuse them, or take them for the landing zone's own. */
    @Test
    void names_areRefused_whenTheyAreALandingZones() {
        String name = "aws-controltower-mine";
        refused(Rules.bucket("f", name), "landing-zone-name");
        refused(Rules.trail("f", name), "landing-zone-name");
        refused(Rules.logGroup("f", name), "landing-zone-name");
        refused(Rules.topic("f", "AWS-ControlTower-mine"), "landing-zone-name");
        assertThat(Rules.topic("f", "my-aws-controltower-topic")).isEmpty();
    }

    @Test
    void names_areRefused_whenAwsWouldRefuseThem() {
        refused(Rules.logGroup("f", "aws/trail"), "log-group");
        refused(Rules.logGroup("f", "a:b"), "log-group");
        assertThat(Rules.logGroup("f", "/aws/trail")).isEmpty();
        refused(Rules.topic("f", "a.fifo"), "topic");
        refused(Rules.standards(new Standards(90, Optional.of("AWS:owner"), Optional.empty())), "tag-reserved");
        refused(Rules.region("f", "Frankfurt"), "region");
        refused(Rules.region("f", "xx-moon-north-1"), "unknown-partition");
    }

    @Test
    void logGroupDays_nameWhatIsAllowed_whenTheyAreNot() {
        List<Complaint> complaints = Rules.logGroupDays("logStorage.logGroupDays", 100);
        refused(complaints, "log-group-days");
        assertThat(complaints.getFirst().values().get("allowed")).contains("365", "3653");
        assertThat(complaints.getFirst().value()).isEqualTo("100");
    }

    @Test
    void expiry_isRefused_whenItComesBeforeTheArchive() {
        refused(Rules.expireAfterDays("f", Optional.of(90), 90), "number");
        assertThat(Rules.expireAfterDays("f", Optional.of(91), 90)).isEmpty();
    }

    @Test
    void passwordPolicy_isAWarning_whenItIsWeak_andRefused_whenAwsWouldRefuseIt() {
        PasswordPolicy weak = new PasswordPolicy(8, true, true, true, true, true, false, Optional.empty(),
                Optional.empty());
        warned(Rules.passwordPolicy(weak), "weak-passwords");
        refused(Rules.passwordPolicy(new PasswordPolicy(5, true, true, true, true, true, false, Optional.empty(),
                Optional.of(24))), "number");
    }

    @Test
    void attestation_isRefused_whenItEndsBeforeItBegins() {
        LocalDate day = LocalDate.of(2026, 1, 2);
        refused(Rules.attestation("f", new Attestation("Jane", day, "Seen", "", day.minusDays(1))), "valid-until");
    }

    @Test
    void regions_areRefused_whenHomeIsNotAmongThem() {
        Choices choices = GOOD.withRegions(List.of(Region.US_EAST_1));
        refused(Rules.check(choices), "home-missing");
    }

    @Test
    void value_isBoundedAndOnOneLine_inAComplaint() {
        Complaint complaint = Rules.bucket("f", "x\u001b[31m\n" + "y".repeat(500)).getFirst();
        assertThat(complaint.value()).hasSize(80).doesNotContain("\u001b", "\n");
    }

    @Test
    void budget_isComplainedOf_byItsField() {
        Choices example = ExampleChoices.of(States.fresh().account());
        java.util.function.Function<BudgetChoice, List<String>> fields = (budget) -> Rules
                .check(example.withBilling(new Billing(Optional.empty(), "t", Optional.empty(),
                        new java.util.TreeMap<>(java.util.Map.of("all", budget)))))
                .stream()
                .map((complaint) -> complaint.field() + " " + complaint.severity())
                .toList();

        assertThat(fields.apply(new BudgetChoice(500, "USD", BudgetChoice.Period.MONTHLY, 80, 100))).isEmpty();
        assertThat(fields.apply(new BudgetChoice(0, "usd", BudgetChoice.Period.MONTHLY, 0, 1001))).containsExactly(
                "billing.budgets.all.limit ERROR", "billing.budgets.all.currency ERROR",
                "billing.budgets.all.actualPercent ERROR", "billing.budgets.all.forecastPercent ERROR");
        assertThat(fields.apply(new BudgetChoice(1, "GBP", BudgetChoice.Period.MONTHLY, 80, 100)))
                .containsExactly("billing.budgets.all.currency WARNING");
        assertThat(BillingRules.name("n", "monthly-cost2")).isEmpty();
        for (String bad : List.of("", "Monthly", "1st", "a--b", "a-1", "x".repeat(51), "a:b")) {
            assertThat(BillingRules.name("n", bad)).as(bad).hasSize(1);
        }
    }
}
