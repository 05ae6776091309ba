package footing.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.CredentialReport;
import footing.account.CredentialReport.AccessKey;
import footing.account.CredentialReport.Credentials;
import footing.account.Fact;
import footing.account.States;
import footing.checklist.Checklist.LastUsed;
import footing.checklist.Checklist.Used;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastUseTest {

    private static Optional<Instant> ago(int days) {
        return Optional.of(States.NOW.minus(Duration.ofDays(days)));
    }

    private static Credentials user(String name, boolean password, Optional<Instant> used, AccessKey... keys) {
        return new Credentials(name, ago(400), password, used, ago(300), true, List.of(keys));
    }

    private static LastUsed of(Optional<Credentials> root, Credentials... users) {
        return LastUse.of(States.fresh()
                .seen(Fact.CREDENTIAL_REPORT, new CredentialReport(States.NOW, root, List.of(users)))
                .account()).orElseThrow();
    }

    @Test
    void whoDidNotUseIt_forLongest_standsFirst_afterTheRootUser() {
        LastUsed told = of(Optional.of(user("<root_account>", false, ago(3))),
                user("amy", true, ago(2), new AccessKey(true, ago(90), ago(80))), user("old", true, ago(200)),
                user("never", true, Optional.empty()),
                user("bob", true, ago(100), new AccessKey(true, ago(9), ago(1))));

        assertThat(told.users()).extracting(Used::user).containsExactly("Root user", "never", "old", "amy", "bob");
        assertThat(told.users().getFirst().password()).endsWith(", 3 days ago");
    }

    @Test
    void keys_areToldEach_andThoseThatAreOffSaySo() {
        LastUsed told = of(Optional.empty(), user("robot", false, Optional.empty(),
                new AccessKey(true, ago(90), Optional.empty()), new AccessKey(false, ago(90), ago(80))),
                user("nobody", false, Optional.empty()));

        assertThat(told.users()).singleElement().satisfies((used) -> {
            assertThat(used.password()).isEqualTo("none");
            assertThat(used.keys()).satisfiesExactly((key) -> assertThat(key).isEqualTo("never, as far as AWS tells"),
                    (key) -> assertThat(key).endsWith(", 80 days ago; switched off"));
        });
    }

    @Test
    void users_beyondWhatPaperIsGoodFor_areCounted() {
        LastUsed told = of(Optional.empty(), IntStream.range(0, 10_000)
                .mapToObj((n) -> user("user" + n, true, ago(n % 300)))
                .toArray(Credentials[]::new));

        assertThat(told.users()).hasSize(200);
        assertThat(told.more()).contains("And 9800 users more, all of whom used it later.");
        assertThat(of(Optional.empty(), user("amy", true, ago(1))).more()).isEmpty();
    }

    @Test
    void nothingIsTold_whereTheReportWasNotSeen() {
        AccountState denied = States.fresh()
                .account()
                .with(Fact.CREDENTIAL_REPORT, States.denied("iam:GetCredentialReport"));

        assertThat(LastUse.of(denied)).isEmpty();
    }
}
