package footing.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.account.AccountState;
import footing.account.Region;
import footing.aws.Connection;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.Intent;
import footing.baseline.Finding;
import footing.baseline.GeneralPractice;
import footing.baseline.Status;
import footing.checklist.Checklist;
import footing.checklist.ChecklistHtml;
import footing.choices.Choices;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.plan.Plan;
import footing.practice.Practice;
import footing.practice.PracticeOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTest {

    private static final Instant LATE = Instant.parse("2026-03-01T23:30:00Z");

    private static final Intent INTENT = new Intent.Carry(Optional.empty());

    @TempDir private Path folder = Path.of("");

    private Work work() {
        return new Work(new Workplace(Clock.fixed(LATE, ZoneId.of("Australia/Sydney")), folder, "1", Duration.ZERO));
    }

    private Connection practice() {
        return Practice.open(PracticeOptions.of("fresh"));
    }

    @Test
    void today_isTheDayOfThePrintout_whereverSomebodySits() {
        assertThat(work().place().today()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void practiceJournals_areKeptApart_fromThoseOfRealAccounts() {
        try (Connection practice = practice()) {
            AccountState account = work().survey(practice, List.of(), (event) -> {
            });
            Plan plan = Work.plan(account, ExampleChoices.of(account));

            ApplyEvent.Ended ended = work().apply(practice, plan, INTENT, (event) -> {
            });

            assertThat(ended.failures()).isEmpty();
            assertThat(folder.resolve("practice")
                    .resolve(practice.practiceId().orElseThrow())
                    .resolve("journal")
                    .resolve(account.identity().account())).isNotEmptyDirectory();
            assertThat(folder.resolve("journal")).doesNotExist();
        }
    }

    @Test
    void plan_isRefused_whereTheChoicesAreForAnotherHome() {
        try (Connection practice = practice()) {
            AccountState account = work().survey(practice, List.of(), (event) -> {
            });
            Choices elsewhere = ExampleChoices.of(new AccountState(account.identity(), new Region("eu-central-1"),
                    account.regions(), account.surveyedAt(), account.readings()));

            assertThatThrownBy(() -> Work.plan(account, elsewhere)).isInstanceOfSatisfying(OtherHomeException.class,
                    (other) -> assertThat(List.of(other.chosen().id(), other.home().id()))
                            .containsExactly("eu-central-1", account.home().id()));
        }
    }

    @Test
    void checklist_saysWhoseItIs_andWhatIsUnconfirmedIsOfTheTopicThatCounts() {
        try (Connection practice = practice()) {
            AccountState before = work().survey(practice, List.of(), (event) -> {
            });
            assertThat(Work.unconfirmed(before)).isEmpty();
            Plan plan = Work.plan(before, ExampleChoices.of(before));
            work().apply(practice, plan, INTENT, (event) -> {
            });
            AccountState after = work().survey(practice, List.of(), (event) -> {
            });
            List<Finding> findings = work().judge(after, Map.of());

            assertThat(Work.unconfirmed(after)).extracting(Work.Unconfirmed::address)
                    .containsExactly("aws-security@example.com", "aws-billing@example.com");
            assertThat(work().checklist(practice, after, findings, Optional.of("http://127.0.0.1:1"), List.of(),
                    List.of()).about()).satisfies((about) -> {
                        assertThat(about.practice()).contains("fresh");
                        assertThat(about.redirected()).isEmpty();
                    });
        }
    }

    /** Whoever leaves Regions out knows that they were not looked at, and is told so. */
    @Test
    void nobodyIsUnsure_whereRegionsWereLeftOut_butWhereOneWasAskedAndNotSeen() {
        try (Connection fresh = practice(); Connection lockedDown = Practice.open(PracticeOptions.of("locked-down"))) {
            AccountState before = work().survey(fresh, List.of(), (event) -> {
            });
            work().apply(fresh, Work.plan(before, ExampleChoices.of(before)), INTENT, (event) -> {
            });
            List<Finding> ofHome = work().judge(work().survey(fresh, List.of(before.home()), (event) -> {
            }), Map.of());
            List<Finding> ofThoseThatRefuse = work().judge(work().survey(lockedDown, List.of(), (event) -> {
            }), Map.of());

            assertThat(ofHome).extracting(Finding::status).contains(Status.UNKNOWN);
            assertThat(Work.isUnsure(ofHome)).isFalse();
            assertThat(Work.isUnsure(ofThoseThatRefuse)).isTrue();
        }
    }

    @Test
    void survey_isRefused_whereTheHomeRegionIsOff() {
        try (Connection off = practice().from(new Region("af-south-1"))) {
            assertThatThrownBy(() -> work().survey(off, List.of(), (event) -> {
            })).isInstanceOfSatisfying(HomeOffException.class,
                    (home) -> assertThat(Trouble.words(home)).contains("af-south-1 is off", "us-east-1"));
        }
    }

    @Test
    void checklist_namesAsChanged_onlyWhatIsInPlace() {
        try (Connection practice = practice()) {
            AccountState account = work().survey(practice, List.of(), (event) -> {
            });
            Plan plan = Work.plan(account, ExampleChoices.of(account));
            ApplyEvent.Ended broken = new ApplyEvent.Ended(plan.changes().subList(0, 3),
                    List.of(new ApplyEvent.Failure(ApplyEvent.Cause.AWS, "Trail", "AWS::CloudTrail::Trail", "", true)));

            Checklist checklist = work().checklist(practice, account, work().judge(account, Map.of()),
                    Optional.empty(), List.of(Work.applied(plan, broken)), List.of());

            assertThat(changes(checklist.made())).isEqualTo(3);
            assertThat(checklist.parts()
                    .stream()
                    .flatMap((part) -> part.entries().stream())
                    .mapToInt(Checklist.Entry::changes)
                    .sum()).isEqualTo(3);
            assertThat(changes(checklist.missing())).isEqualTo(plan.changes().size() - 3);
            assertThat(checklist.missing()).extracting(Checklist.Made::what)
                    .contains("Create the trail footing, which records every API call in every Region");
            assertThat(ChecklistHtml.render(checklist)).contains("Planned, and not made", "Create the trail footing");
        }
    }

    @Test
    void checklist_putsEachFinding_whereItSpeaksOfThePractice() {
        try (Connection practice = Practice.open(PracticeOptions.of("inherited"))) {
            AccountState account = work().survey(practice, List.of(), (event) -> {
            });
            List<Finding> findings = work().judge(account, Map.of());

            Checklist checklist = work().checklist(practice, account, findings, Optional.empty(), List.of(),
                    List.of());

            assertThat(checklist.practices()).hasSize(GeneralPractice.values().length);
            Checklist.General least = checklist.practices().getFirst();
            assertThat(least.title()).isEqualTo("Least privilege");
            assertThat(least.rows()).allSatisfy((row) -> assertThat(row.points()).isNotEmpty());
            assertThat(least.rows()
                    .stream()
                    .filter((row) -> row.how().equals("Speaks against it"))
                    .flatMap((row) -> row.points().stream())
                    .map(Checklist.Point::id)).contains("role-groups", "root-access-keys");
            assertThat(least.rows()
                    .stream()
                    .flatMap((row) -> row.points().stream())
                    .map(Checklist.Point::id))
                    .containsExactlyInAnyOrderElementsOf(GeneralPractice.LEAST_PRIVILEGE.items()
                            .stream()
                            .map(ItemId::id)
                            .toList());
        }
    }

    private static int changes(List<Checklist.Made> made) {
        return made.stream().mapToInt(Checklist.Made::count).sum();
    }

    @Test
    void data_isNotTouched_bySurveying() {
        try (Connection practice = practice()) {
            work().survey(practice, List.of(), (event) -> {
            });
            assertThat(Files.exists(folder.resolve("practice"))).isFalse();
        }
    }
}
