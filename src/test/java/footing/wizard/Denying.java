package footing.wizard;

import footing.aws.Connection;
import footing.practice.Bounds;
import footing.practice.Practice;
import footing.practice.PracticeClients;
import footing.practice.PracticeOptions;
import footing.practice.PracticeState;
import footing.account.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.scene.control.RadioButton;

/** An account in which whoever is signed in may see everything and not change all of it. */
final class Denying {

    private static final String ALL = "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}";

    private Denying() {
    }

    static SignInOption option() {
        return new SignInOption(SignInOption.Kind.PRACTICE, "denying", "An account with a narrow role", List.of(),
                Denying::open);
    }

    private static Connection open() {
        PracticeState state = Practice.state(PracticeOptions.of("fresh").at(Driver.CLOCK));
        state.update((account) -> account.withBounds(new Bounds(
                policies("work", "{\"Effect\": \"Allow\", \"Resource\": \"*\", \"NotAction\": [\"iam:CreateGroup\","
                        + " \"iam:CreateRole\", \"iam:PutRolePolicy\", \"iam:UpdateAccountPasswordPolicy\"]}"),
                policies("guardrail", ALL + ", {\"Effect\": \"Deny\", \"Resource\": \"*\","
                        + " \"Action\": \"config:PutConfigurationRecorder\"}"),
                account.bounds().silentRegions(), account.bounds().notOffered(), account.bounds().foreignBuckets())));
        return new Connection(new PracticeClients(state, Driver.CLOCK), "denying", Optional.of(state.id()),
                new Region(state.read().home()), Optional.empty());
    }

    private static SortedMap<String, String> policies(String name, String statements) {
        return new TreeMap<>(Map.of(name, "{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}"));
    }

    /** Signs in to a practice account, and goes on to the review. */
    static void toReview(Driver driver, String label) {
        Fx.run(() -> ((RadioButton) driver.find("option-practice-" + label).orElseThrow()).setSelected(true));
        driver.next(Step.SURVEY);
        driver.next(Step.CONTACTS);
        Walk.fillContacts(driver);
        driver.next(Step.NOTIFICATIONS);
        Walk.set(driver, "notifications.securityList", "aws-security@example.com");
        driver.next(Step.PEOPLE);
        driver.next(Step.BUDGETS);
        Walk.set(driver, "billing.budgets.1.limit", "500");
        driver.next(Step.REVIEW);
    }
}
