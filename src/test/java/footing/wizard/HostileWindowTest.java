package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import footing.practice.HostileState;
import footing.practice.Practice;
import footing.practice.PracticeOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javafx.scene.control.CheckBox;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account in which much of what AWS tells is hostile, on every page of the window. */
class HostileWindowTest {

    @ParameterizedTest
    @ValueSource(longs = 14)
    void pages_areDrawnWhole_whateverTheTextsOfTheAccountAre(long seed, @TempDir Path dir) throws IOException {
        Path state = HostileState.write(dir.resolve("state.json"), new Random(seed), Driver.CLOCK);
        SignInOption hostile = new SignInOption(SignInOption.Kind.PRACTICE, "hostile", "", List.of(),
                () -> Practice.open(PracticeOptions.of("inherited").keptIn(state).at(Driver.CLOCK)));
        List<String> wrong = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        try (Driver driver = Driver.practice(dir.resolve("data"), hostile)) {
            Fx.run(() -> driver.stage().setWidth(1000));
            Walk.survey(driver, "hostile");
            Walk.on(driver, (page) -> {
                pages.add(page);
                Drawn.wrong(driver).forEach((what) -> wrong.add(page + ": " + what));
                assertThat(driver.find("broken")).as(page).isEmpty();
                mend(driver);
            });
        }
        assertThat(pages).contains("survey", "people", "apply", "finish", "checklist");
        assertThat(wrong).isEmpty();
    }

    /** What the account says is proposed to people, who put it right or leave it as it is where it cannot be chosen. */
    private static void mend(Driver driver) {
        Walk.set(driver, "logStorage.bucket", "example-logs");
        Walk.set(driver, "logStorage.trail", "example-trail");
        Walk.set(driver, "logStorage.logGroup", "example-group");
        Walk.set(driver, "notifications.topicName", "example-security");
        Walk.set(driver, "billing.topicName", "example-billing");
        Walk.set(driver, "billing.billingList", "aws-billing@example.com");
        Walk.set(driver, "billing.reportBucket", "example-report");
        if (!driver.text("missing").isEmpty()) {
            Fx.run(() -> driver.stage().getScene().getRoot().lookupAll(".check-box").forEach((node) -> {
                if (Optional.ofNullable(node.getId()).orElse("").startsWith("leave-") && !node.isDisabled()) {
                    ((CheckBox) node).setSelected(true);
                }
            }));
        }
    }
}
