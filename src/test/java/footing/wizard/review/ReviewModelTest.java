package footing.wizard.review;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Region;
import footing.account.States;
import footing.aws.apply.ApplyEvent;
import footing.choices.Choices;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.plan.Plan;
import footing.plan.Stack;
import footing.wizard.Desk;
import footing.wizard.Desks;
import footing.wizard.FakeWork;
import footing.wizard.Step;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewModelTest {

    private final AccountState account = States.fresh().account();
    private final Choices choices = ExampleChoices.of(account);
    private final Desk desk = Desks.atOnce(new FakeWork(), List.of());
    private final ReviewModel model = new ReviewModel(desk);

    private void review(Choices decided) {
        desk.session()
                .set(desk.session()
                        .get()
                        .signedIn(FakeWork.connection())
                        .surveyed(account)
                        .chose(decided)
                        .at(Step.REVIEW));
        model.enter();
    }

    @Test
    void changes_areFewer_whenAnItemIsLeft_andBackWhenItIsNot() {
        review(choices);
        int all = plan().changes().size();
        model.leave(ItemId.SECURITY_CONTACT, true);
        assertThat(plan().changes()).hasSizeLessThan(all);
        model.leave(ItemId.SECURITY_CONTACT, false);
        assertThat(plan().changes()).hasSize(all);
    }

    @Test
    void nothingIsApplied_whileWhatWasChosenCannotBe() {
        review(choices);
        model.leave(ItemId.LOG_BUCKET, true);
        assertThat(model.missing().getValue()).isPresent();

        model.proceed();

        assertThat(desk.session().get().at()).isEqualTo(Step.REVIEW);
        model.leave(ItemId.LOG_BUCKET, false);
        model.proceed();
        assertThat(desk.session().get().at()).isEqualTo(Step.APPLY);
    }

    @Test
    void whatWasApplied_isRemembered_whenNothingIsLeftToChange() {
        review(choices);
        Plan done = plan();
        desk.session().set(desk.session().get().applied(done, new ApplyEvent.Ended(done.changes(), List.of())));
        Choices nothing = choices.withLeave(EnumSet.allOf(ItemId.class));
        desk.session().set(desk.session().get().surveyed(account).chose(nothing).at(Step.REVIEW));
        model.enter();
        assertThat(plan().changes()).isEmpty();

        model.proceed();

        assertThat(desk.session().get().applied().orElseThrow().plan()).isEqualTo(done);
        assertThat(desk.session().get().at()).isEqualTo(Step.FINISH);
    }

    @Test
    void templates_areOne_whereStacksHaveTheSameText() {
        Map<Stack, String> texts = Map.of(Stack.SECURITY, "a", Stack.config(Region.US_EAST_1), "b",
                Stack.config(new Region("eu-west-1")), "b");
        assertThat(TemplatesView.Template.of(texts)).extracting(TemplatesView.Template::name)
                .containsExactlyInAnyOrder("footing-security", "footing-config, 2 Regions");
    }

    private Plan plan() {
        return desk.session().get().plan().orElseThrow();
    }
}
