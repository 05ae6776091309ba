package footing.wizard.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import footing.choices.ItemId;
import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.aws.Connection;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.Intent;
import footing.aws.survey.SurveyEvent;
import footing.choices.ExampleChoices;
import footing.plan.Change;
import footing.plan.Allowances;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.wizard.AccountWork;
import footing.wizard.Desk;
import footing.wizard.Desks;
import footing.wizard.FakeWork;
import footing.wizard.Journey;
import footing.wizard.Step;
import footing.wizard.apply.ApplyRow.State;
import footing.work.Work;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApplyModelTest {

    private final FakeWork fake = new FakeWork();

    private Desk desk(Applying applying) {
        Desk desk = Desks.atOnce(new AccountWork() {
            @Override
            public AccountState survey(Connection connection, Consumer<SurveyEvent> progress) throws Exception {
                return fake.survey(connection, progress);
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
                return fake.allowances(connection, plan);
            }

            @Override
            public ApplyEvent.Ended apply(Connection connection, Plan plan, Intent intent,
                    Consumer<ApplyEvent> progress) {
                return applying.apply(plan, progress);
            }
        }, List.of());
        AccountState account = fake.account();
        var choices = ExampleChoices.of(account);
        desk.session()
                .set(desk.session()
                        .get()
                        .signedIn(FakeWork.connection())
                        .surveyed(account)
                        .chose(choices)
                        .planned(Work.plan(account, choices))
                        .at(Step.APPLY));
        return desk;
    }

    private interface Applying {
        ApplyEvent.Ended apply(Plan plan, Consumer<ApplyEvent> progress);
    }

    @Test
    void rows_areDone_whenEverythingWasPutInPlace() {
        Desk desk = desk((plan, progress) -> {
            for (PlannedChange change : plan.changes()) {
                progress.accept(new ApplyEvent.SettingBegan(change));
                progress.accept(new ApplyEvent.SettingDone(change));
            }
            return new ApplyEvent.Ended(plan.changes(), List.of());
        });
        ApplyModel model = new ApplyModel(desk);
        model.enter();
        assertThat(model.rows()).isNotEmpty()
                .allSatisfy((row) -> assertThat(row.state().get()).isEqualTo(ApplyRow.State.DONE));
        assertThat(desk.session().get().applied().orElseThrow().failed()).isFalse();
        model.proceed();
        assertThat(desk.session().get().at()).isEqualTo(Step.FINISH);
    }

    @Test
    void firstCause_staysFirst_whenSomethingFails() {
        ApplyEvent.Failure first = new ApplyEvent.Failure(ApplyEvent.Cause.DENIED, "alternate-contact", "setting",
                "no", false);
        ApplyEvent.Failure second = new ApplyEvent.Failure(ApplyEvent.Cause.SKIPPED, "footing-security", "stack", "",
                false);
        Desk desk = desk((plan, progress) -> {
            progress.accept(new ApplyEvent.SettingBegan(plan.changes().getFirst()));
            progress.accept(new ApplyEvent.Failed(first));
            progress.accept(new ApplyEvent.Failed(second));
            return new ApplyEvent.Ended(List.of(), List.of(first, second));
        });
        ApplyModel model = new ApplyModel(desk);
        model.enter();
        assertThat(model.failures().getValue()).containsExactly(first, second);
        assertThat(model.rows().getFirst().state().get()).isEqualTo(ApplyRow.State.FAILED);
        assertThat(model.rows().getLast().state().get()).isEqualTo(ApplyRow.State.LEFT);
        assertThat(desk.session().get().applied().orElseThrow().failed()).isTrue();
        model.reviewAgain();
        assertThat(desk.session().get().at()).isEqualTo(Step.REVIEW);
    }

    @Test
    void breakingOff_isAFailure_andTheAccountIsReadAgain() {
        Desk desk = desk((plan, progress) -> {
            throw new IllegalStateException("The journal is full");
        });
        ApplyModel model = new ApplyModel(desk);
        model.enter();
        assertThat(model.broken().getValue().orElseThrow().cause()).isEqualTo("The journal is full");
        assertThat(model.busy().getValue()).isFalse();
        assertThat(desk.session().get().applied().orElseThrow().failed()).isTrue();
    }

    @Test
    void accountThatCannotBeReadAgain_isAFailureOfItsOwn_andNothingGoesOnBeforeItIs() {
        Desk desk = desk((plan, progress) -> {
            fake.failure = Optional.of(new IllegalStateException("The line is dead"));
            return new ApplyEvent.Ended(plan.changes(), List.of());
        });
        ApplyModel model = new ApplyModel(desk);
        model.enter();
        assertThat(model.broken().getValue()).isEmpty();
        model.proceed();
        assertThat(desk.session().get().at()).isEqualTo(Step.APPLY);
        assertThat(Journey.leadsTo(Step.FINISH, desk.session().get())).isFalse();
        assertThat(Journey.leadsTo(Step.REVIEW, desk.session().get())).isFalse();
        assertThat(Journey.back(desk.session().get())).contains(Step.SURVEY);

        fake.failure = Optional.empty();
        model.proceed();

        assertThat(desk.session().get().at()).isEqualTo(Step.APPLY);
        model.proceed();
        assertThat(desk.session().get().at()).isEqualTo(Step.FINISH);
    }

    @Test
    void row_tellsCloudFormationsWord_asItChanges() {
        ApplyRow row = row();
        row.follow(event("Other", "CREATE_FAILED", ""));
        assertThat(row.state().get()).isEqualTo(ApplyRow.State.WAITING);
        row.follow(event("Trail", "CREATE_IN_PROGRESS", ""));
        assertThat(row.state().get()).isEqualTo(ApplyRow.State.UNDER_WAY);
        row.follow(event("Trail", "CREATE_FAILED", "Incorrect S3 bucket policy"));
        row.follow(event("Trail", "DELETE_COMPLETE", ""));
        assertThat(row.state().get()).isEqualTo(ApplyRow.State.FAILED);
        assertThat(row.reason().get()).isEqualTo("Incorrect S3 bucket policy");
    }

    @Test
    void several_areTogether_whatTheWorstOfThemIs() {
        assertThat(together(State.DONE, State.DONE)).isEqualTo(State.DONE);
        assertThat(together(State.WAITING, State.WAITING)).isEqualTo(State.WAITING);
        assertThat(together(State.DONE, State.WAITING)).isEqualTo(State.UNDER_WAY);
        assertThat(together(State.DONE, State.UNDER_WAY)).isEqualTo(State.UNDER_WAY);
        assertThat(together(State.DONE, State.LEFT)).isEqualTo(State.LEFT);
        assertThat(together(State.UNDER_WAY, State.FAILED, State.TAKEN_BACK)).isEqualTo(State.FAILED);
        assertThat(together(State.DONE, State.TAKEN_BACK)).isEqualTo(State.TAKEN_BACK);
    }

    @Test
    void each_isShown_whereTheyDidNotAllEndAlike() {
        assertThat(needsEach(State.DONE, State.WAITING)).isFalse();
        assertThat(needsEach(State.LEFT, State.LEFT)).isFalse();
        assertThat(needsEach(State.DONE, State.LEFT)).isTrue();
        assertThat(needsEach(State.FAILED, State.FAILED)).isTrue();
    }

    private static ApplyRow row() {
        Change.StackResource resource = new Change.StackResource(footing.choices.ItemId.TRAIL,
                footing.plan.Stack.SECURITY, "Trail", "AWS::CloudTrail::Trail", footing.plan.Value.none(), false,
                java.util.Set.of());
        return new ApplyRow(new PlannedChange(resource, PlannedChange.Kind.CREATE, footing.plan.Value.ABSENT,
                footing.plan.Value.none(), footing.plan.Cost.NONE, PlannedChange.Undo.DELETE));
    }

    private static boolean needsEach(State... states) {
        return ApplyGroupView.needsEach(Stream.of(states).map((state) -> {
            ApplyRow row = row();
            row.state().set(state);
            return row;
        }).toList());
    }

    private static State together(State... states) {
        return State.together(List.of(states));
    }

    private static ApplyEvent.ResourceEvent event(String logicalId, String status, String reason) {
        return new ApplyEvent.ResourceEvent(footing.plan.Stack.SECURITY, logicalId, "AWS::CloudTrail::Trail", status,
                reason, java.time.Instant.EPOCH);
    }
}
