package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import footing.choices.ItemId;
import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.account.Fact;
import footing.account.Reading;
import footing.aws.Connection;
import footing.aws.SignInNeededException;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.Intent;
import footing.aws.survey.SurveyEvent;
import footing.plan.Allowances;
import footing.plan.Plan;
import footing.plan.Stack;
import footing.practice.Practice;
import footing.practice.PracticeOptions;
import footing.choices.SamlSamples;
import footing.wizard.control.Scrolling;
import footing.work.MetadataFile;
import footing.work.Work;
import footing.work.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Draws the pictures of {@code screenshots/} from the practice account: the same pictures every time. */
@Tag("screenshots")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ScreenshotsTest {

    private final Camera camera = new Camera(Path.of("screenshots"));

    @TempDir private Path dir = Path.of("");

    @Test
    void everyPage_hasItsPicture_onAFreshAccount() {
        try (
                Driver driver = Driver.practice(dir, profile(SignInOption.Kind.IDENTITY_CENTER, "production-admin",
                        "IAM Identity Center · eu-central-1"),
                        profile(SignInOption.Kind.ROLE, "staging", "Assumed role · eu-west-1"),
                        profile(SignInOption.Kind.OTHER, "old-admin", "",
                                "The profile names the source_profile default, which is not there."))) {
            camera.takeAll(driver.stage(), "1-sign-in");
            survey(driver, "fresh");
            camera.takeTwo(driver.stage(), "2-survey");
            open(driver, "finding-root-mfa");
            camera.takeAll(driver.stage(), "2-survey-open");
            driver.next(Step.CONTACTS);
            Walk.fillContacts(driver);
            driver.tabTo("contacts.security.email");
            camera.takeAll(driver.stage(), "3-contacts");
            driver.next(Step.NOTIFICATIONS);
            set(driver, "notifications.securityList", "aws-security@example.com");
            camera.takeAll(driver.stage(), "4-notifications");
            Fx.run(() -> Scrolling.focus(driver.find("region-us-west-2").orElseThrow()));
            camera.takeTwo(driver.stage(), "4-notifications-regions");
            driver.next(Step.PEOPLE);
            camera.takeAll(driver.stage(), "4-people");
            driver.tabTo("give-root-password");
            driver.press(KeyCode.SPACE);
            driver.press(KeyCode.ALT, KeyCode.RIGHT);
            camera.takeTwo(driver.stage(), "4-people-word");
            set(driver, "attestations.root-password.by", "Head of IT");
            set(driver, "attestations.root-password.statement", "Sealed, in two envelopes, in the safe");
            driver.next(Step.BUDGETS);
            set(driver, "billing.budgets.1.limit", "500");
            camera.takeAll(driver.stage(), "4-budgets");
            driver.next(Step.REVIEW);
            camera.takeAll(driver.stage(), "5-review");
            Fx.run(() -> Scrolling.focus(driver.find("leave-config-rules").orElseThrow()));
            camera.takeTwo(driver.stage(), "5-review-regions");
            select(driver, 1);
            camera.takeTwo(driver.stage(), "5-review-template");
            select(driver, 0);
            driver.next(Step.APPLY);
            camera.takeAll(driver.stage(), "6-apply");
            driver.next(Step.FINISH);
            camera.takeAll(driver.stage(), "7-finish");
            driver.next(Step.CHECKLIST);
            set(driver, "checklist.folder", "/home/jo/Documents");
            camera.takeAll(driver.stage(), "8-checklist");
            assertThat(driver.session().at()).isEqualTo(Step.CHECKLIST);
        }
    }

    @Test
    void whatIsAdopted_hasItsPicture_onAnInheritedAccount() {
        try (Driver driver = Driver.practice(dir)) {
            survey(driver, "inherited");
            camera.takeTwo(driver.stage(), "inherited-survey");
            driver.next(Step.CONTACTS);
            Walk.fillAlternate(driver, "operations");
            driver.next(Step.NOTIFICATIONS);
            camera.takeTwo(driver.stage(), "inherited-notifications");
            driver.next(Step.PEOPLE);
            camera.takeTwo(driver.stage(), "inherited-people");
            driver.next(Step.BUDGETS);
            set(driver, "billing.budgets.1.limit", "2000");
            camera.takeTwo(driver.stage(), "inherited-budgets");
            driver.next(Step.REVIEW);
            camera.takeTwo(driver.stage(), "inherited-review");
        }
    }

    @Test
    void wherePeopleComeFrom_hasItsPicture_onceItIsChosen() throws IOException {
        try (Driver driver = Driver.practice(dir)) {
            survey(driver, "fresh");
            driver.next(Step.CONTACTS);
            Walk.fillContacts(driver);
            driver.next(Step.NOTIFICATIONS);
            set(driver, "notifications.securityList", "aws-security@example.com");
            driver.next(Step.PEOPLE);
            Path home = Files.createDirectories(Path.of(System.getProperty("user.home", "")));
            Files.writeString(home.resolve("company-login.xml"), SamlSamples.TEXT);
            for (String want : List.of("want-saml", "want-openid")) {
                Fx.run(() -> ((CheckBox) driver.find(want).orElseThrow()).setSelected(true));
            }
            set(driver, "access.saml.name", "company-login");
            set(driver, MetadataFile.FIELD, "company-login.xml");
            set(driver, "access.saml.roles.1.name", "readers");
            set(driver, "access.saml.roles.1.policies", "ReadOnlyAccess, SecurityAudit");
            set(driver, "access.openIdConnect.url", "https://token.actions.githubusercontent.com");
            set(driver, "access.openIdConnect.roles.1.name", "deploy");
            set(driver, "access.openIdConnect.roles.1.subject", "repo:*");
            set(driver, "access.openIdConnect.roles.1.policies", "PowerUserAccess");
            driver.settle();
            driver.press(KeyCode.ALT, KeyCode.RIGHT);
            Fx.run(() -> Scrolling.focus(driver.find("want-saml").orElseThrow()));
            Fx.run(() -> Scrolling.focus(driver.find("access.openIdConnect.roles.1.subject").orElseThrow()));
            camera.takeAll(driver.stage(), "4-people-federation");
        }
    }

    @Test
    void whatIsBeyondTheBaseline_hasItsPicture_onceItIsSwitchedOn() {
        try (Driver driver = Driver.practice(dir)) {
            survey(driver, "inherited");
            driver.next(Step.CONTACTS);
            Walk.fillAlternate(driver, "operations");
            driver.next(Step.NOTIFICATIONS);
            switchOn(driver, "beyond-s3-public-access-block", "beyond-ebs-encryption", "beyond-threat-detection");
            camera.takeAll(driver.stage(), "4-notifications-beyond");
            driver.next(Step.PEOPLE);
            driver.next(Step.BUDGETS);
            set(driver, "billing.budgets.1.limit", "2000");
            switchOn(driver, "beyond-cost-anomalies");
            camera.takeAll(driver.stage(), "4-budgets-beyond");
        }
    }

    private static void switchOn(Driver driver, String... switches) {
        for (String one : switches) {
            Fx.run(() -> Scrolling.focus(driver.find(one).orElseThrow()));
            driver.press(KeyCode.SPACE);
            driver.settle();
        }
    }

    @Test
    void whatIsMissing_hasItsPicture_onTheFieldsThemselves() {
        try (Driver driver = Driver.practice(dir)) {
            survey(driver, "fresh");
            driver.next(Step.CONTACTS);
            set(driver, "contacts.security.email", "jo.miller@gmail.com");
            driver.press(KeyCode.ALT, KeyCode.RIGHT);
            assertThat(driver.session().at()).isEqualTo(Step.CONTACTS);
            camera.take(driver.stage(), "states-missing", 1000, ColorScheme.LIGHT);
        }
    }

    @Test
    void readingAndFailing_haveTheirPictures_onTheSurvey() {
        FakeWork work = new FakeWork();
        work.halfway = new CountDownLatch(1);
        try (Driver driver = Driver.with(work, options(), dir)) {
            driver.press(KeyCode.ALT, KeyCode.RIGHT);
            Fx.waitFor("four facts are read", () -> driver.isShown("finding-security-contact", "finding-status"));
            camera.take(driver.stage(), "states-reading", 1000, ColorScheme.LIGHT);
            work.halfway.countDown();
            driver.settle();
        }
        work.failure = Optional
                .of(new SignInNeededException(SignInNeededException.Reason.EXPIRED, "The token has expired",
                        new IllegalStateException()));
        try (Driver driver = Driver.with(work, options(), dir)) {
            driver.press(KeyCode.ALT, KeyCode.RIGHT);
            driver.settle();
            camera.take(driver.stage(), "states-failed", 1000, ColorScheme.LIGHT);
        }
    }

    @Test
    void whatIsInTheWay_hasItsPicture_whenApplying() {
        AccountWork real = new AwsAccountWork(new Work(new Workplace(Driver.CLOCK, dir, "0.1.0", Duration.ZERO)));
        AccountWork busy = new AccountWork() {
            @Override
            public AccountState survey(Connection connection, Consumer<SurveyEvent> progress) throws Exception {
                return real.survey(connection, progress);
            }

            @Override
            public AccountState more(Connection connection, AccountState account, Set<ItemId> beyond)
                    throws Exception {
                return real.more(connection, account, beyond);
            }

            @Override
            public Optional<ApplyEvent.Failure> settle(Connection connection, DeployedStack busy,
                    Consumer<ApplyEvent> progress) {
                return Optional.empty();
            }

            @Override
            public Allowances allowances(Connection connection, Plan plan) throws Exception {
                return real.allowances(connection, plan);
            }

            @Override
            public ApplyEvent.Ended apply(Connection connection, Plan plan, Intent intent,
                    Consumer<ApplyEvent> progress) {
                plan.changes()
                        .stream()
                        .limit(5)
                        .forEach((change) -> progress.accept(new ApplyEvent.SettingDone(change)));
                return new ApplyEvent.Ended(plan.changes().subList(0, 5),
                        List.of(new ApplyEvent.Failure(ApplyEvent.Cause.STACK_STATE,
                                "footing-security", "AWS::CloudFormation::Stack", "UPDATE_IN_PROGRESS", false)));
            }
        };
        try (Driver driver = Driver.with(busy, practice(), dir)) {
            survey(driver, "fresh");
            driver.next(Step.CONTACTS);
            Walk.fillContacts(driver);
            driver.next(Step.NOTIFICATIONS);
            set(driver, "notifications.securityList", "aws-security@example.com");
            driver.next(Step.PEOPLE);
            driver.next(Step.BUDGETS);
            set(driver, "billing.budgets.1.limit", "500");
            driver.next(Step.REVIEW);
            driver.next(Step.APPLY);
            camera.take(driver.stage(), "states-in-the-way", 1000, ColorScheme.LIGHT);
            driver.next(Step.FINISH);
            driver.next(Step.CHECKLIST);
            set(driver, "checklist.folder", "/no/such/folder");
            driver.press(KeyCode.ALT, KeyCode.RIGHT);
            driver.settle();
            camera.take(driver.stage(), "states-refused", 1000, ColorScheme.DARK);
        }
    }

    @Test
    void denied_hasItsPicture() {
        try (Driver driver = Driver.practice(dir, Denying.option())) {
            Denying.toReview(driver, "denying");
            camera.takeAll(driver.stage(), "states-denied");
        }
    }

    @Test
    void waiting_hasItsPicture_whereAStackIsAtWork() {
        CountDownLatch atWork = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        AccountWork real = new AwsAccountWork(new Work(new Workplace(Driver.CLOCK, dir, "0.1.0", Duration.ZERO)));
        AccountWork busy = new AccountWork() {
            @Override
            public AccountState survey(Connection connection, Consumer<SurveyEvent> progress) throws Exception {
                AccountState account = real.survey(connection, progress);
                return ended.get()
                        ? account
                        : account.with(Fact.SECURITY_STACK, Reading.seen(Optional.of(
                                new DeployedStack("footing-security", account.home(), "CREATE_IN_PROGRESS", "",
                                        List.of()))));
            }

            @Override
            public AccountState more(Connection connection, AccountState account, Set<ItemId> beyond)
                    throws Exception {
                return real.more(connection, account, beyond);
            }

            @Override
            public Optional<ApplyEvent.Failure> settle(Connection connection, DeployedStack stack,
                    Consumer<ApplyEvent> progress) throws Exception {
                progress.accept(new ApplyEvent.ResourceEvent(Stack.SECURITY, "TrailLogGroup", "AWS::Logs::LogGroup",
                        "CREATE_COMPLETE", "", Driver.CLOCK.instant()));
                atWork.await();
                ended.set(true);
                return Optional.empty();
            }

            @Override
            public Allowances allowances(Connection connection, Plan plan) throws Exception {
                return real.allowances(connection, plan);
            }

            @Override
            public ApplyEvent.Ended apply(Connection connection, Plan plan, Intent intent,
                    Consumer<ApplyEvent> progress)
                    throws Exception {
                return real.apply(connection, plan, intent, progress);
            }
        };
        try (Driver driver = Driver.with(busy, practice(), dir)) {
            survey(driver, "fresh");
            driver.next(Step.CONTACTS);
            Walk.fillContacts(driver);
            driver.next(Step.NOTIFICATIONS);
            set(driver, "notifications.securityList", "aws-security@example.com");
            driver.next(Step.PEOPLE);
            driver.next(Step.BUDGETS);
            set(driver, "billing.budgets.1.limit", "500");
            driver.press(KeyCode.ALT, KeyCode.RIGHT);
            Fx.waitFor("it is told what happens meanwhile", () -> driver.isShown("stack-wait", "notice-title"));
            camera.take(driver.stage(), "states-waiting", 1000, ColorScheme.LIGHT);
            camera.take(driver.stage(), "states-waiting-dark", 1400, ColorScheme.DARK);
            atWork.countDown();
            driver.settle();
            assertThat(driver.session().account().flatMap(Work::busy)).isEmpty();
        }
    }

    @Test
    void closing_hasItsPicture_whereCallsAreRedirectedToo() {
        FakeWork work = new FakeWork();
        work.halfway = new CountDownLatch(1);
        SignInOption real = new SignInOption(SignInOption.Kind.ACCESS_KEYS, "staging", "Access keys", List.of(),
                () -> {
                    Connection practice = FakeWork.connection();
                    return new Connection(practice.clients(), "staging", Optional.empty(), practice.home(),
                            Optional.empty());
                });
        try (
                Driver driver = Driver.redirected(work, List.of(real), dir,
                        Optional.of("http://127.0.0.1:5000, http://127.0.0.1:5001 (IAM)"))) {
            driver.press(KeyCode.ALT, KeyCode.RIGHT);
            Fx.waitFor("four facts are read", () -> driver.isShown("finding-security-contact", "finding-status"));
            Fx.run(() -> driver.stage()
                    .fireEvent(new WindowEvent(driver.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
            camera.take(driver.stage(), "states-closing", 1000, ColorScheme.LIGHT);
            work.halfway.countDown();
            driver.settle();
        }
    }

    private static List<SignInOption> practice() {
        return List.of(new SignInOption(SignInOption.Kind.PRACTICE, "fresh", "A new account", List.of(),
                () -> Practice.open(
                        new PracticeOptions("fresh", true, Optional.empty(), Duration.ZERO, Driver.CLOCK,
                                footing.practice.fault.Faults.NONE))));
    }

    private static List<SignInOption> options() {
        return List.of(new SignInOption(SignInOption.Kind.PRACTICE, "fresh", "A new account", List.of(),
                FakeWork::connection));
    }

    private static void survey(Driver driver, String scenario) {
        Fx.run(() -> ((RadioButton) driver.find("option-practice-" + scenario).orElseThrow()).setSelected(true));
        driver.next(Step.SURVEY);
        assertThat(driver.session().account()).isPresent();
    }

    private static void open(Driver driver, String row) {
        Fx.run(() -> Scrolling.focus(driver.find(row).orElseThrow()));
        driver.press(KeyCode.ENTER);
    }

    private static void select(Driver driver, int tab) {
        Fx.run(() -> ((TabPane) driver.find("tabs").orElseThrow()).getSelectionModel().select(tab));
    }

    private static void set(Driver driver, String field, String text) {
        Fx.run(() -> ((TextField) driver.find(field).orElseThrow()).setText(text));
    }

    private static SignInOption profile(SignInOption.Kind kind, String name, String description,
            String... problems) {
        return new SignInOption(kind, name, description, List.of(problems), FakeWork::connection);
    }
}
