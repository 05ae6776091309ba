package footing.wizard.survey;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Analyzer;
import footing.account.DeniedBy;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.Permission;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.baseline.Item;
import footing.baseline.Baseline;
import footing.baseline.Finding;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.choices.Attestation;
import footing.choices.ItemId;
import footing.wizard.ChoicesEdit;
import footing.wizard.Desk;
import footing.wizard.Desks;
import footing.wizard.FakeWork;
import footing.wizard.Session;
import footing.wizard.Step;
import footing.work.WordEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyModelTest {

    private final FakeWork work = new FakeWork();
    private final Desk desk = Desks.atOnce(work, List.of());
    private final SurveyModel model = new SurveyModel(desk);

    private void signIn() {
        desk.session().set(desk.session().get().signedIn(FakeWork.connection()).at(Step.SURVEY));
    }

    @Test
    void rows_waitForTheirFacts_andAreFilledAsTheyCome() {
        signIn();
        List<Long> known = new ArrayList<>();
        model.rows().subscribe((rows) -> known.add(rows.stream().filter((row) -> row.finding().isPresent()).count()));
        model.enter();
        assertThat(known.getFirst()).isZero();
        assertThat(known.getLast()).isEqualTo(Baseline.ITEMS.size());
        assertThat(known).isSorted().anyMatch((count) -> count > 0 && count < Baseline.ITEMS.size());
    }

    @Test
    void wordsKeptBefore_areKnownOnTheNextStart_andSoIsThatTheyAreOver(@TempDir Path folder) {
        Desk first = Desks.desk(work, List.of(), Runnable::run, folder);
        LocalDate today = first.services().work().place().today();
        String account = FakeWork.IDENTITY.account();
        Attestation holds = new Attestation("Ada", today, "It is so", "", today.plusYears(1));
        Attestation over = new Attestation("Ada", today.minusDays(9), "It was so", "", today.minusDays(1));
        first.services().work().keep(FakeWork.connection(), account, new WordEntry.Given(ItemId.ROOT_PASSWORD, holds));
        first.services().work().keep(FakeWork.connection(), account, new WordEntry.Given(ItemId.PEOPLE_PROCESS, over));

        Desk desk = Desks.desk(work, List.of(), Runnable::run, folder);
        desk.session().set(desk.session().get().signedIn(FakeWork.connection()).at(Step.SURVEY));
        SurveyModel model = new SurveyModel(desk);
        model.enter();

        Map<ItemId, Finding> findings = new TreeMap<>();
        model.rows().getValue().forEach((row) -> findings.put(row.item().id(), row.finding().orElseThrow()));
        assertThat(findings.get(ItemId.ROOT_PASSWORD)).satisfies((finding) -> assertThat(finding.status())
                .isEqualTo(Status.ATTESTED));
        assertThat(findings).hasEntrySatisfying(ItemId.PEOPLE_PROCESS,
                (finding) -> assertThat(finding.attestation()).contains(over));
        Session session = desk.session().get();
        assertThat(ChoicesEdit.soFar(session, session.account().orElseThrow()).attestations())
                .isEqualTo(Map.of(ItemId.ROOT_PASSWORD, holds, ItemId.PEOPLE_PROCESS, over));
    }

    @Test
    void wordsThatCannotBeRead_areTold_withWhatToDo(@TempDir Path folder) throws IOException {
        Desk desk = Desks.desk(work, List.of(), Runnable::run, folder);
        desk.services()
                .work()
                .keep(FakeWork.connection(), FakeWork.IDENTITY.account(),
                        new WordEntry.Withdrawn(ItemId.ROOT_MFA, "Ada", LocalDate.of(2026, 3, 1)));
        Path file = desk.services().work().whereWordsAre(FakeWork.connection(), FakeWork.IDENTITY.account());
        Files.writeString(file, "nonsense\n");
        desk.session().set(desk.session().get().signedIn(FakeWork.connection()).at(Step.SURVEY));
        SurveyModel model = new SurveyModel(desk);
        model.enter();

        assertThat(model.failure().getValue().orElseThrow().cause()).contains("line 1 of", "Take the line out");
    }

    @Test
    void deniedFact_isUnknown_andNeverNotMet() {
        signIn();
        model.enter();
        assertThat(finding(ItemId.OPERATIONS_CONTACT).status()).isEqualTo(Status.UNKNOWN);
        assertThat(finding(ItemId.SECURITY_CONTACT).status()).isEqualTo(Status.NOT_MET);
    }

    @Test
    void account_isInTheSession_whenAllIsRead() {
        signIn();
        model.enter();
        assertThat(desk.session().get().account()).isPresent();
        assertThat(model.busy().getValue()).isFalse();
        model.proceed();
        assertThat(desk.session().get().at()).isEqualTo(Step.CONTACTS);
    }

    @Test
    void failure_isShown_andTheNextPressTriesAgain() {
        signIn();
        work.failure = Optional.of(new IllegalStateException("The line is dead"));
        model.enter();
        assertThat(model.failure().getValue().orElseThrow().cause()).isEqualTo("The line is dead");
        work.failure = Optional.empty();
        model.proceed();
        assertThat(model.failure().getValue()).isEmpty();
        assertThat(desk.session().get().account()).isPresent();
        assertThat(desk.session().get().at()).isEqualTo(Step.SURVEY);
    }

    @Test
    void account_isNotAnotherOnes_whenSomebodySignedInToThatMeanwhile() {
        Queue<Runnable> later = new ArrayDeque<>();
        Desk slow = Desks.desk(work, List.of(), later::add);
        slow.session().set(slow.session().get().signedIn(FakeWork.connection()).at(Step.SURVEY));
        new SurveyModel(slow).enter();
        slow.session().set(slow.session().get().signedIn(FakeWork.connection()));

        later.remove().run();

        assertThat(slow.session().get().account()).isEmpty();
        assertThat(slow.session().get().identity()).isEmpty();
    }

    @Test
    void failure_isThere_beforeThePageSaysThatItIsDone() {
        signIn();
        work.failure = Optional.of(new IllegalStateException("The line is dead"));
        List<Boolean> failed = new ArrayList<>();
        model.busy().subscribe((before, busy) -> {
            if (!busy) {
                failed.add(model.failure().getValue().isPresent());
            }
        });
        model.enter();
        assertThat(failed).containsExactly(true);
    }

    @Test
    void filter_letsThrough_whatHasStatusSectionAndWords() {
        signIn();
        model.enter();
        assertThat(passing(RowFilter.ALL.withStatus(Optional.of(Status.MET)))).contains("root-access-keys")
                .doesNotContain("security-contact");
        assertThat(passing(RowFilter.ALL.withSection(Optional.of(Section.COMMUNICATION)))).hasSize(5);
        assertThat(passing(RowFilter.ALL.withWords("  No SECURITY contact is "))).containsExactly("security-contact");
        assertThat(passing(RowFilter.ALL.withWords("no such thing"))).isEmpty();
    }

    @Test
    void filter_showsOnlyWhatNeedsAPerson_whenAskedTo() {
        signIn();
        model.enter();
        RowFilter mine = RowFilter.ALL.withNeedsPerson(true);

        assertThat(passing(mine)).contains("root-mfa", "operations-contact")
                .doesNotContain("root-access-keys", "security-contact");
        assertThat(passing(mine.withStatus(Optional.of(Status.MET)))).isEmpty();
    }

    @Test
    void search_findsCallsControlsAndPermissions_behindARow() {
        signIn();
        model.enter();

        assertThat(passing(RowFilter.ALL.withWords("iam:GetAccountSummary"))).contains("root-mfa");
        assertThat(passing(RowFilter.ALL.withWords("IAM.9"))).contains("root-mfa").doesNotContain("trail");
        assertThat(passing(RowFilter.ALL.withWords("account:GetAlternateContact"))).contains("operations-contact");
        assertThat(passing(RowFilter.ALL.withWords("billing and cost"))).hasSize(3);
    }

    @Test
    void missingPermissions_areNamed_whenSomethingWasDenied() {
        signIn();
        model.enter();

        assertThat(SurveyModel.missing(model.rows().getValue())).containsExactly("account:GetAlternateContact");
        assertThat(model.rows().getValue()).filteredOn((row) -> !row.missing().isEmpty())
                .extracting((row) -> row.item().id())
                .containsExactly(ItemId.BILLING_CONTACT, ItemId.OPERATIONS_CONTACT);
    }

    @Test
    void missingPermissions_areThoseOfRegionsToo_butNotOfClosedOnes() {
        Reading<List<Analyzer>> mine = new Reading.Denied<>(new Permission("access-analyzer:ListAnalyzers"),
                DeniedBy.IDENTITY_POLICY, Evidence.NONE);
        Reading<List<Analyzer>> closed = new Reading.Denied<>(new Permission("access-analyzer:Closed"),
                DeniedBy.ORGANIZATION_POLICY, Evidence.NONE);
        Map<Region, Reading<List<Analyzer>>> readings = Map.of(Region.US_EAST_1, mine, new Region("eu-west-1"), closed,
                new Region("eu-central-1"), Reading.seen(List.of(), Evidence.NONE));
        AccountState account = work.account()
                .with(Fact.ANALYZERS,
                        Reading.seen(new Regional<>(new TreeMap<>(readings)), Evidence.NONE));
        Item item = Baseline.ITEMS.stream().filter((one) -> one.id() == ItemId.ACCESS_REVIEW).findFirst().orElseThrow();

        Finding finding = Baseline.judge(item, account, Map.of(), LocalDate.now(ZoneOffset.UTC));
        assertThat(Hidden.permissions(finding, account)).containsExactly("access-analyzer:ListAnalyzers");
    }

    private List<String> passing(RowFilter filter) {
        return model.rows().getValue().stream().filter(filter::passes).map((row) -> row.item().id().id()).toList();
    }

    private Finding finding(ItemId item) {
        return model.rows()
                .getValue()
                .stream()
                .filter((row) -> row.item().id() == item)
                .flatMap((row) -> row.finding().stream())
                .findFirst()
                .orElseThrow();
    }
}
