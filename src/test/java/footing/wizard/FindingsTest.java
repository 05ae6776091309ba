package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import footing.choices.ItemId;
import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.Observation;
import footing.account.Reading;
import footing.account.Region;
import footing.aws.Connection;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.Intent;
import footing.aws.survey.SurveyEvent;
import footing.plan.Allowances;
import footing.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {

    private static final int CALLS = 20_000;

    /** An account in which one fact took very many calls to read. */
    private static final class Laborious implements AccountWork {

        private final FakeWork work = new FakeWork();

        @Override
        public AccountState survey(Connection connection, Consumer<SurveyEvent> progress) throws Exception {
            AccountState account = work.survey(connection, progress);
            List<Observation> calls = IntStream.range(0, CALLS)
                    .mapToObj((call) -> new Observation("iam", "GetAccountSummary", Region.US_EAST_1,
                            Driver.CLOCK.instant(), "request-" + call, Map.of("AccountMFAEnabled", "1")))
                    .toList();
            return account.with(Fact.ACCOUNT_SUMMARY,
                    Reading.seen(account.read(Fact.ACCOUNT_SUMMARY).found().orElseThrow(), new Evidence(calls)));
        }

        @Override
        public AccountState more(Connection connection, AccountState account, Set<ItemId> beyond) {
            throw new IllegalStateException("nothing is switched on here");
        }

        @Override
        public Optional<ApplyEvent.Failure> settle(Connection connection, DeployedStack busy,
                Consumer<ApplyEvent> progress) {
            return Optional.empty();
        }

        @Override
        public Allowances allowances(Connection connection, Plan plan) {
            return work.allowances(connection, plan);
        }

        @Override
        public ApplyEvent.Ended apply(Connection connection, Plan plan, Intent intent, Consumer<ApplyEvent> progress) {
            return work.apply(connection, plan, intent, progress);
        }
    }

    private static Driver driver(Path dir) {
        Driver driver = Driver.with(new Laborious(), List.of(new SignInOption(SignInOption.Kind.PRACTICE, "fresh",
                "A new account", List.of(), FakeWork::connection)), dir);
        driver.next(Step.SURVEY);
        return driver;
    }

    @Test
    void evidence_isDrawnOnlyWhereItIsInView_whenThereAreThousandsOfCalls(@TempDir Path dir) {
        try (Driver driver = driver(dir)) {
            driver.tabTo("finding-root-mfa");
            driver.press(KeyCode.ENTER);
            driver.tabTo("evidence");
            Fx.pulse();
            ListView<?> evidence = (ListView<?>) driver.find("evidence").orElseThrow();

            assertThat(evidence.getItems()).hasSizeGreaterThan(3 * CALLS);
            assertThat(Fx.get(() -> cells(evidence))).isBetween(5L, 60L);
            driver.press(KeyCode.END);
            Fx.pulse();
            assertThat(Fx.get(() -> evidence.getSelectionModel().getSelectedIndex()))
                    .isEqualTo(evidence.getItems().size() - 1);
            assertThat(Fx.get(() -> cells(evidence))).isBetween(5L, 60L);
        }
    }

    @Test
    void rows_stayTheSame_whenOnlyTheFilterChanges(@TempDir Path dir) {
        try (Driver driver = driver(dir)) {
            Node before = driver.find("finding-operations-contact").orElseThrow();
            driver.tabTo("filter-needs-me");
            driver.press(KeyCode.SPACE);
            assertThat(driver.find("finding-security-contact")).isEmpty();
            assertThat(driver.find("finding-operations-contact")).containsSame(before);
            driver.press(KeyCode.SPACE);
            assertThat(driver.find("finding-security-contact")).isPresent();
        }
    }

    @Test
    void permissions_canBeCopied_whenSomethingCouldNotBeSeen(@TempDir Path dir) {
        try (Driver driver = driver(dir)) {
            driver.tabTo("copy-permissions");
            driver.write("search", "account:GetAlternateContact");
            assertThat(driver.find("finding-operations-contact")).isPresent();
            assertThat(driver.find("finding-trail")).isEmpty();
            driver.press(KeyCode.ESCAPE);
            assertThat(driver.find("finding-trail")).isPresent();
        }
    }

    private static long cells(Node node) {
        long inside = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().mapToLong(FindingsTest::cells).sum()
                : 0;
        return inside + (node instanceof ListCell<?> ? 1 : 0);
    }
}
