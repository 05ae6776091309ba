package footing.wizard.people;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.CredentialReport;
import footing.account.CredentialReport.AccessKey;
import footing.account.CredentialReport.Credentials;
import footing.account.Fact;
import footing.account.IamPeople;
import footing.account.Evidence;
import footing.account.Reading;
import footing.account.States;
import footing.choices.Attestation;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.choices.SupportPlan;
import footing.wizard.ChoicesEdit;
import footing.wizard.Desk;
import footing.wizard.Desks;
import footing.wizard.FakeWork;
import footing.wizard.Missing;
import footing.wizard.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeopleModelTest {

    private final Desk desk = Desks.atOnce(new FakeWork(), List.of());
    private final PeopleModel model = new PeopleModel(desk);
    private final PeopleForm written = model.written();

    private void open(AccountState account) {
        desk.session()
                .set(desk.session().get().signedIn(FakeWork.connection()).surveyed(account).at(Step.PEOPLE));
        model.enter();
    }

    private Choices chosen() {
        model.proceed();
        return desk.session().get().choices().orElseThrow();
    }

    private Optional<String> missing() {
        return model.missing().getValue().map(Missing::field);
    }

    @Test
    void groups_areThoseThatAreWritten_inTheChoices() {
        open(States.fresh().account());
        written.groups().rows().remove(written.groups().rows().all().getFirst());
        GroupRow own = written.groups().rows().add();
        own.name().value().set("data-readers");
        assertThat(missing()).contains(own.policies().id());
        own.policies().value().set(" AmazonS3ReadOnlyAccess , job-function/ViewOnlyAccess,");

        assertThat(chosen().groups().policies()).doesNotContainKey("administrators")
                .containsEntry("data-readers", List.of("AmazonS3ReadOnlyAccess", "job-function/ViewOnlyAccess"));
        assertThat(desk.session().get().at()).isNotEqualTo(Step.PEOPLE);
    }

    @Test
    void nameTakenTwice_isComplainedAbout_atTheSecondRow() {
        open(States.fresh().account());
        GroupRow own = written.groups().rows().add();
        own.name().value().set("Read-Only");
        own.policies().value().set("ReadOnlyAccess");

        assertThat(missing()).contains(own.name().id());
        assertThat(own.name().complaint().orElseThrow().values()).containsEntry("other", "read-only");
    }

    @Test
    void groups_countForNothing_whenTheyAreLeftAsTheyAre() {
        open(States.fresh().account());
        written.groups().rows().all().getFirst().name().value().set("no such / name");
        assertThat(missing()).isPresent();
        written.leave(ItemId.ROLE_GROUPS).set(true);
        assertThat(missing()).isEmpty();

        assertThat(model.choosesGroups().getValue()).isFalse();
        assertThat(chosen().leaves(ItemId.ROLE_GROUPS)).isTrue();
        assertThat(chosen().groups().policies()).containsKey("administrators");
    }

    @Test
    void word_isWantedWhole_onceItIsGiven() {
        open(States.fresh().account());
        assertThat(missing()).isEmpty();
        WordFields word = written.word(ItemId.PEOPLE_PROCESS);
        word.given().set(true);
        assertThat(missing()).contains("attestations.people-process.by");
        word.by().value().set("Head of People");
        word.statement().value().set("Accounts end with the contract");
        word.until().value().set("next year");
        assertThat(missing()).contains("attestations.people-process.validUntil");
        word.until().value().set("2026-09-01");

        assertThat(chosen().attestations()).containsEntry(ItemId.PEOPLE_PROCESS, new Attestation("Head of People",
                LocalDate.of(2026, 3, 2), "Accounts end with the contract", "", LocalDate.of(2026, 9, 1)));
    }

    @Test
    void word_isTakenBack_whenItIsNoLongerGiven() {
        AccountState account = States.fresh().account();
        open(account);
        Attestation given = new Attestation("Head of IT", LocalDate.of(2026, 3, 1), "In the safe", "",
                LocalDate.of(2027, 3, 1));
        desk.session()
                .set(desk.session()
                        .get()
                        .chose(ChoicesEdit.attest(chosen(), ItemId.ROOT_PASSWORD, Optional.of(given))));
        model.enter();
        assertThat(written.word(ItemId.ROOT_PASSWORD).given().get()).isTrue();
        assertThat(chosen().attestations()).containsEntry(ItemId.ROOT_PASSWORD, given);

        written.word(ItemId.ROOT_PASSWORD).given().set(false);
        assertThat(chosen().attestations()).doesNotContainKey(ItemId.ROOT_PASSWORD);
    }

    @Test
    void word_isNotAskedFor_whenAwsShowsOtherwise() {
        open(with(States.fresh().account(), user("old-timer", true, true, Duration.ofDays(400))));

        assertThat(model.asksForWord(ItemId.PEOPLE_PROCESS).getValue()).isFalse();
        assertThat(model.contradicts(ItemId.PEOPLE_PROCESS).getValue()).isTrue();
        written.word(ItemId.PEOPLE_PROCESS).given().set(true);
        assertThat(missing()).isEmpty();
        assertThat(chosen().attestations()).isEmpty();
    }

    @Test
    void owners_contradictTheProcess_onceATagIsNamed() {
        open(with(States.fresh().account(), user("robot", false, false, Duration.ofDays(1))));
        assertThat(model.asksForWord(ItemId.PEOPLE_PROCESS).getValue()).isTrue();
        written.form().field(PeopleForm.OWNER_TAG).value().set("Owner");

        assertThat(model.contradicts(ItemId.PEOPLE_PROCESS).getValue()).isTrue();
        assertThat(chosen().standards().ownerTag()).contains("Owner");
    }

    @Test
    void standards_areChosen_andWrongNumbersComplainedAbout() {
        open(States.fresh().account());
        written.support().set(Optional.of(SupportPlan.ENTERPRISE));
        written.form().field(PeopleForm.ROOT_UNUSED_DAYS).value().set("a month");
        assertThat(missing()).contains(PeopleForm.ROOT_UNUSED_DAYS);
        written.form().field(PeopleForm.ROOT_UNUSED_DAYS).value().set("30");
        written.form().field(PasswordFields.LENGTH).value().set("5");
        assertThat(missing()).contains(PasswordFields.LENGTH);
        written.form().field(PasswordFields.LENGTH).value().set("16");

        assertThat(chosen().standards().rootUnusedDays()).isEqualTo(30);
        assertThat(chosen().standards().support()).contains(SupportPlan.ENTERPRISE);
        assertThat(chosen().passwordPolicy().minimumLength()).isEqualTo(16);
    }

    @Test
    void users_standInOrder_ofWhatNeedsToBeSeenTo() {
        open(with(States.fresh().account(), user("fine", true, true, Duration.ofDays(1)),
                user("stale", true, false, Duration.ofDays(400))));
        Users users = model.users().getValue();

        assertThat(users.rows()).extracting(UserRow::name).containsExactly("stale", "fine");
        assertThat(users.rows().getFirst().console().wrong()).isTrue();
        assertThat(users.rows().getFirst().used().wrong()).isTrue();
        assertThat(users.rows().getLast().wrong()).isFalse();
        assertThat(users.matching(" STAL")).extracting(UserRow::name).containsExactly("stale");
    }

    @Test
    void users_areNotSeen_ratherThanFine_whenNothingCouldBeSeen() {
        open(States.fresh()
                .denied(Fact.CREDENTIAL_REPORT, "iam:GenerateCredentialReport")
                .denied(Fact.IAM_PEOPLE, "iam:GetAccountAuthorizationDetails")
                .account());

        assertThat(model.users().getValue().seen()).isFalse();
        assertThat(model.users().getValue().summary()).isEqualTo("Which IAM users there are could not be seen.");
        assertThat(written.leave(ItemId.ROLE_GROUPS).get()).as("what is not seen is not written").isTrue();
    }

    private static Credentials user(String name, boolean password, boolean mfa, Duration unused) {
        Instant used = States.NOW.minus(unused);
        return new Credentials(name, Optional.of(used), password, Optional.of(used).filter((at) -> password),
                Optional.of(used), mfa, List.of(new AccessKey(false, Optional.of(used), Optional.empty())));
    }

    private static AccountState with(AccountState account, Credentials... users) {
        return account
                .with(Fact.CREDENTIAL_REPORT,
                        Reading.seen(new CredentialReport(States.NOW,
                                account.read(Fact.CREDENTIAL_REPORT).found().orElseThrow().root(), List.of(users)),
                                Evidence.NONE))
                .with(Fact.IAM_PEOPLE, Reading.seen(new IamPeople(List.of(users)
                        .stream()
                        .map((user) -> new IamPeople.User(user.user(), "arn:aws:iam::123456789012:user/" + user.user(),
                                List.of("readers"), List.of(), List.of(), Map.of()))
                        .toList(), List.of()), Evidence.NONE));
    }
}
