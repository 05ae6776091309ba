package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import footing.account.Region;
import footing.baseline.Baseline;
import footing.baseline.Finding;
import footing.baseline.Status;
import footing.choices.BudgetChoice;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Plan;
import footing.plan.Setting;
import footing.plan.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyboardTest {

    @Test
    void everyStep_isWalkedByKeyboard_whenTheAccountIsFresh(@TempDir Path dir) throws Exception {
        try (Driver driver = Driver.practice(dir)) {
            assertNamed(driver);
            driver.tabTo("option-practice-fresh");
            driver.press(KeyCode.SPACE);
            driver.press(KeyCode.ENTER);
            driver.settle();
            assertThat(driver.session().at()).isEqualTo(Step.SURVEY);
            assertThat(driver.session().account()).isPresent();

            driver.tabTo("finding-root-mfa");
            driver.press(KeyCode.ENTER);
            assertThat(driver.find("detail-root-mfa")).isPresent();
            driver.press(KeyCode.ESCAPE);
            assertThat(driver.find("detail-root-mfa")).isEmpty();
            assertNamed(driver);
            driver.next(Step.CONTACTS);
            assertNamed(driver);

            fillContacts(driver);
            driver.next(Step.NOTIFICATIONS);
            assertNamed(driver);

            driver.write("notifications.securityList", "aws-security@example.com");
            driver.tabTo("region-sa-east-1");
            driver.press(KeyCode.SPACE);
            driver.next(Step.PEOPLE);
            assertNamed(driver);

            choosePeople(driver);
            driver.next(Step.BUDGETS);
            assertNamed(driver);

            chooseBudgets(driver);
            driver.next(Step.REVIEW);
            assertNamed(driver);
            assertThat(made(driver.session().plan().orElseThrow())).filteredOn("AWS::IAM::Group"::equals).hasSize(6);
            Choices chosen = driver.session().choices().orElseThrow();
            assertThat(chosen.regions()).hasSize(16).doesNotContain(new Region("sa-east-1"));
            assertThat(chosen.attestations()).containsKey(ItemId.ROOT_PASSWORD);
            assertThat(chosen.billing().list()).contains("aws-billing@example.com");
            assertThat(chosen.billing().budgets()).hasEntrySatisfying("yearly-cost",
                    (budget) -> assertThat(budget.period()).isEqualTo(BudgetChoice.Period.ANNUALLY));

            driver.next(Step.APPLY);
            assertNamed(driver);
            assertThat(driver.session().applied().orElseThrow().ended().failures()).isEmpty();
            driver.next(Step.FINISH);
            assertNamed(driver);
            driver.next(Step.CHECKLIST);
            assertNamed(driver);

            driver.write("checklist.folder", dir.resolve("out").toString());
            driver.press(KeyCode.ENTER);
            driver.settle();
            try (var files = Files.list(dir.resolve("out"))) {
                assertThat(files.map((file) -> file.getFileName().toString().replaceFirst(".*\\.", "")).toList())
                        .containsExactlyInAnyOrder("pdf", "html");
            }
            assertThat(statuses(driver)).containsEntry(ItemId.TRAIL, Status.MET)
                    .containsEntry(ItemId.SECURITY_CONTACT, Status.MET);
        }
    }

    @Test
    void whatIsThere_isAdopted_whenTheAccountWasInherited(@TempDir Path dir) {
        try (Driver driver = Driver.practice(dir)) {
            driver.tabTo("option-practice-fresh");
            driver.press(KeyCode.DOWN);
            driver.press(KeyCode.ENTER);
            driver.settle();
            assertThat(driver.session().at()).isEqualTo(Step.SURVEY);
            driver.next(Step.CONTACTS);
            driver.write("contacts.operations.name", "Nordlicht Handel");
            driver.write("contacts.operations.title", "Operations team");
            driver.write("contacts.operations.email", "aws-operations@example.com");
            driver.write("contacts.operations.phone", "+49 40 5550150");
            driver.next(Step.NOTIFICATIONS);
            driver.next(Step.PEOPLE);
            assertNamed(driver);
            driver.tabTo("users");
            assertThat(driver.find("give-people-process")).as("a word that AWS contradicts").isEmpty();
            driver.tabTo("leave-role-groups");
            driver.press(KeyCode.SPACE);
            assertThat(driver.find("add-group")).isEmpty();
            driver.next(Step.BUDGETS);
            assertNamed(driver);
            driver.write("billing.budgets.1.limit", "2000");
            driver.tabTo("leave-usage-report");
            driver.press(KeyCode.SPACE);
            assertThat(driver.find("billing.reportBucket")).isEmpty();
            driver.next(Step.REVIEW);

            Plan plan = driver.session().plan().orElseThrow();
            assertThat(made(plan)).doesNotContain("AWS::S3::Bucket", "AWS::CloudTrail::Trail", "AWS::SNS::Topic",
                    "AWS::IAM::Group");
            assertThat(plan.changes()).anySatisfy((change) -> assertThat(change.change())
                    .isInstanceOfSatisfying(Change.DirectSetting.class, (setting) -> assertThat(setting.setting())
                            .isInstanceOf(Setting.TrailCoverageSetting.class)));
            driver.next(Step.APPLY);
            assertThat(driver.session().applied().orElseThrow().ended().failures()).isEmpty();
            driver.next(Step.FINISH);
            assertThat(statuses(driver)).containsEntry(ItemId.TRAIL, Status.MET)
                    .containsEntry(ItemId.LOG_BUCKET, Status.MET);
        }
    }

    @Test
    void next_saysWhatIsMissingAndLeadsThere_whenAFieldIsEmpty(@TempDir Path dir) {
        try (Driver driver = Driver.practice(dir)) {
            driver.next(Step.SURVEY);
            driver.next(Step.CONTACTS);
            driver.tabTo("back");
            driver.press(KeyCode.ALT, KeyCode.RIGHT);
            assertThat(driver.session().at()).isEqualTo(Step.CONTACTS);
            assertThat(driver.text("missing")).endsWith("fields need you");
            assertThat(driver.focused().map(Node::getId)).contains("contacts.security.name");
            driver.press(KeyCode.F1);
            assertThat(driver.find("help")).isPresent();
            driver.press(KeyCode.ESCAPE);
            assertThat(driver.find("help")).isEmpty();
            driver.press(KeyCode.ALT, KeyCode.LEFT);
            assertThat(driver.session().at()).isEqualTo(Step.SURVEY);
            driver.press(KeyCode.CONTROL, KeyCode.F);
            assertThat(driver.focused().map(Node::getId)).contains("search");
        }
    }

    @Test
    void nothingIsApplied_whenEnterIsHeldOrDoubled(@TempDir Path dir) {
        try (Driver driver = Driver.practice(dir)) {
            driver.next(Step.SURVEY);
            driver.next(Step.CONTACTS);
            fillContacts(driver);
            driver.hold(KeyCode.ENTER, 6);
            assertThat(driver.session().at()).isEqualTo(Step.NOTIFICATIONS);
            driver.write("notifications.securityList", "aws-security@example.com");
            driver.press(KeyCode.ENTER);
            driver.press(KeyCode.ENTER);
            driver.press(KeyCode.ENTER);
            assertThat(driver.session().at()).isEqualTo(Step.BUDGETS);
            driver.write("billing.budgets.1.limit", "500");
            for (int presses = 0; presses < 6; presses++) {
                driver.press(KeyCode.ENTER);
            }
            driver.settle();
            assertThat(driver.session().at()).isEqualTo(Step.REVIEW);

            driver.tabTo("primary");
            driver.press(KeyCode.ENTER);
            assertThat(driver.session().at()).isEqualTo(Step.APPLY);
            driver.settle();
        }
    }

    @Test
    void whatCannotBeLeft_isTakenBackByKeyboard_inTheReview(@TempDir Path dir) {
        try (Driver driver = Driver.practice(dir)) {
            driver.next(Step.SURVEY);
            driver.next(Step.CONTACTS);
            fillContacts(driver);
            driver.next(Step.NOTIFICATIONS);
            driver.write("notifications.securityList", "aws-security@example.com");
            driver.next(Step.PEOPLE);
            driver.next(Step.BUDGETS);
            driver.write("billing.budgets.1.limit", "500");
            driver.next(Step.REVIEW);
            driver.tabTo("leave-log-bucket");
            driver.press(KeyCode.ENTER);
            assertThat(driver.focused().flatMap((node) -> Optional.ofNullable(node.getId()))).get(STRING)
                    .startsWith("leave-");
            driver.press(KeyCode.ALT, KeyCode.RIGHT);
            assertThat(driver.session().at()).isEqualTo(Step.REVIEW);
            assertThat(driver.text("missing")).isEqualTo("Log bucket cannot be left as it is");
            assertThat(driver.focused().map(Node::getId)).contains("see-to-it");

            driver.press(KeyCode.ENTER);

            assertThat(driver.text("missing")).isEmpty();
            driver.next(Step.APPLY);
        }
    }

    /** A group of their own, and their word for how the root password is kept: the next step names what is missing. */
    private static void choosePeople(Driver driver) {
        driver.tabTo("add-group");
        driver.press(KeyCode.ENTER);
        assertThat(driver.focused().map(Node::getId)).contains("groups.6.name");
        driver.write("groups.6.name", "data-readers");
        driver.tabTo("give-root-password");
        driver.press(KeyCode.SPACE);
        driver.press(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(driver.text("missing")).isEqualTo("3 fields need you");
        assertThat(driver.focused().map(Node::getId)).contains("groups.6.policies");
        driver.write("groups.6.policies", "AmazonS3ReadOnlyAccess");
        driver.write("attestations.root-password.by", "Head of IT");
        driver.write("attestations.root-password.statement", "Sealed, in two envelopes, in the safe");
    }

    /** The budget that is there lacks only its limit, and the list is the one that was named for billing. */
    private static void chooseBudgets(Driver driver) {
        driver.press(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(driver.text("missing")).isEqualTo("1 field needs you");
        assertThat(driver.focused().map(Node::getId)).contains("billing.budgets.1.limit");
        driver.write("billing.budgets.1.limit", "500");
        driver.tabTo("add-budget");
        driver.press(KeyCode.ENTER);
        driver.write("billing.budgets.2.name", "yearly-cost");
        driver.write("billing.budgets.2.limit", "5000");
        driver.tabTo("billing.budgets.2.period");
        driver.press(KeyCode.DOWN);
        driver.press(KeyCode.DOWN);
    }

    private static List<String> made(Plan plan) {
        return plan.changes(Stack.SECURITY)
                .stream()
                .map((change) -> ((Change.StackResource) change.change()).type())
                .toList();
    }

    private static void assertNamed(Driver driver) {
        assertThat(driver.nameless()).as("controls without a name on " + driver.session().at()).isEmpty();
    }

    private static void fillContacts(Driver driver) {
        for (String type : List.of("security", "operations", "billing")) {
            driver.write("contacts." + type + ".name", "Example Corp " + type);
            driver.write("contacts." + type + ".title", type + " team");
            driver.write("contacts." + type + ".email", "aws-" + type + "@example.com");
            driver.write("contacts." + type + ".phone", "+1 206 555 0150");
        }
        driver.tabTo("leave-primary-contact");
        driver.press(KeyCode.SPACE);
    }

    static Map<ItemId, Status> statuses(Driver driver) {
        return Baseline
                .judge(driver.session().account().orElseThrow(), Map.of(), LocalDate.now(Driver.CLOCK))
                .stream()
                .collect(Collectors.toMap((finding) -> finding.item().id(), Finding::status));
    }
}
