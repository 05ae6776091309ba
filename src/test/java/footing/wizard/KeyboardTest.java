package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import footing.baseline.Baseline;
import footing.baseline.Finding;
import footing.baseline.Status;
import footing.choices.ItemId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyboardTest {

    @Test
    void everyStep_isWalkedByKeyboard_whenTheAccountIsFresh(@TempDir Path dir) throws Exception {
        try (Driver driver = Driver.practice(dir)) {
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
            driver.next(Step.CONTACTS);

            fillContacts(driver);
            driver.next(Step.NOTIFICATIONS);

            driver.write("notifications.securityList", "aws-security@example.com");
            driver.next(Step.REVIEW);
            assertThat(driver.session().plan().orElseThrow().changes()).isNotEmpty();

            driver.next(Step.APPLY);
            assertThat(driver.session().applied().orElseThrow().ended().failures()).isEmpty();
            driver.next(Step.FINISH);
            driver.next(Step.CHECKLIST);

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
