package footing.wizard.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Region;
import footing.account.States;
import footing.choices.Activity;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Proposal;
import footing.plan.Remedy;
import footing.wizard.ChoicesEdit;
import footing.wizard.Desk;
import footing.wizard.Desks;
import footing.wizard.FakeWork;
import footing.wizard.Missing;
import footing.wizard.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotificationsModelTest {

    private static final String LIST = "aws-security@example.com";

    private final Desk desk = Desks.atOnce(new FakeWork(), List.of());
    private final NotificationsModel model = new NotificationsModel(desk);

    private void open(AccountState account) {
        desk.session()
                .set(desk.session().get().signedIn(FakeWork.connection()).surveyed(account).at(Step.NOTIFICATIONS));
        model.enter();
    }

    private void write(String field, String text) {
        model.form().field(field).value().set(text);
    }

    private Choices chosen() {
        model.proceed();
        return desk.session().get().choices().orElseThrow();
    }

    private Optional<String> missing() {
        return model.missing().getValue().map(Missing::field);
    }

    @Test
    void choices_areThoseThatAreWritten() {
        open(States.fresh().account());
        write(NotificationsModel.LIST, " " + LIST + " ");
        write(NotificationsModel.BUCKET, "logs-of-example");
        model.logGroupDays().set(90);
        model.archiveDays().set(30);
        model.expireDays().set(Optional.of(2555));
        model.alarm(Activity.ROOT_USE).set(false);

        Choices chosen = chosen();
        assertThat(chosen.notifications().securityList()).contains(LIST);
        assertThat(chosen.logStorage().bucket()).isEqualTo("logs-of-example");
        assertThat(chosen.logStorage().logGroupDays()).isEqualTo(90);
        assertThat(chosen.logStorage().archiveAfterDays()).isEqualTo(30);
        assertThat(chosen.logStorage().expireAfterDays()).contains(2555);
        assertThat(chosen.alarms()).doesNotContain(Activity.ROOT_USE).hasSize(Activity.values().length - 1);
        assertThat(desk.session().get().at()).isNotEqualTo(Step.NOTIFICATIONS);
    }

    @Test
    void nobodyGoesOn_withAValueThatCannotBe() {
        open(States.fresh().account());
        write(NotificationsModel.LIST, "nobody");
        assertThat(missing()).contains(NotificationsModel.LIST);
        model.proceed();
        assertThat(desk.session().get().at()).isEqualTo(Step.NOTIFICATIONS);
        assertThat(model.form().field(NotificationsModel.LIST).shown().get()).isPresent();

        write(NotificationsModel.LIST, LIST);
        write(NotificationsModel.BUCKET, "Not A Bucket");
        assertThat(missing()).contains(NotificationsModel.BUCKET);
    }

    @Test
    void homeRegion_isLookedAfter_andOthersAsTheyAreChosen() {
        Region other = new Region("eu-west-1");
        Region third = new Region("eu-west-3");
        AccountState one = States.fresh().account();
        open(new AccountState(one.identity(), one.home(), List.of(States.HOME, other, third), one.surveyedAt(),
                one.readings()));
        assertThat(model.isHome(States.HOME)).isTrue();
        model.config().regions().forEach((region, on) -> on.set(region.equals(other)));

        assertThat(chosen().regions()).containsExactlyInAnyOrder(States.HOME, other);
    }

    @Test
    void proposal_followsWhatIsChosen() {
        open(States.fresh().account());
        write(NotificationsModel.LIST, LIST);
        assertThat(model.drafting().proposal(ItemId.CONFIG_RULES).getValue()).containsInstanceOf(Proposal.Act.class);
        model.config().leave(ItemId.CONFIG_RULES).set(true);

        assertThat(model.drafting().proposal(ItemId.CONFIG_RULES).getValue())
                .contains(new Proposal.Keep(Remedy.Reason.LEFT));
        assertThat(chosen().leaves(ItemId.CONFIG_RULES)).isTrue();
    }

    @Test
    void whatIsWritten_staysWhenThePageIsOpenedAgain_andWhatIsLeftElsewhereIsSeen() {
        open(States.fresh().account());
        write(NotificationsModel.LIST, LIST);
        Choices chosen = chosen();
        write(NotificationsModel.LIST, "aws-other@example.com");
        desk.session().set(desk.session().get().chose(ChoicesEdit.leave(chosen, ItemId.CONFIG_RECORDER, true)));
        model.enter();

        assertThat(model.form().field(NotificationsModel.LIST).value().get()).isEqualTo("aws-other@example.com");
        assertThat(model.config().leave(ItemId.CONFIG_RECORDER).get()).isTrue();
    }

    @Test
    void whatIsOnBeyondTheBaseline_isReadOfALaterSurveyToo_whenThePageIsOpenedAgain() {
        open(States.fresh().account());
        model.beyond().on(ItemId.EBS_ENCRYPTION).set(true);
        AccountState later = States.fresh().account();
        desk.session().set(desk.session().get().surveyed(later));
        model.enter();

        assertThat(desk.session().get().account().orElseThrow().hasRead(Set.of(Fact.EBS_ENCRYPTION))).isTrue();
    }

    @Test
    void whatCouldNotBeSeen_isLeft() {
        open(States.fresh().denied(Fact.CONFIG_RECORDING, "config:DescribeConfigurationRecorders").account());

        assertThat(model.isHidden(ItemId.CONFIG_RECORDER).getValue()).isTrue();
        assertThat(model.config().leave(ItemId.CONFIG_RECORDER).get()).isTrue();
    }
}
