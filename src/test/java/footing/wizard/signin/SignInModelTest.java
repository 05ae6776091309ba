package footing.wizard.signin;

import static org.assertj.core.api.Assertions.assertThat;

import footing.wizard.Desk;
import footing.wizard.Desks;
import footing.wizard.FakeWork;
import footing.wizard.Session;
import footing.wizard.SignInOption;
import footing.wizard.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SignInModelTest {

    private final SignInOption fresh = option(SignInOption.Kind.PRACTICE, "fresh", List.of(), FakeWork::connection);
    private final SignInOption broken = option(SignInOption.Kind.OTHER, "old", List.of("no source_profile"),
            FakeWork::connection);
    private final SignInOption closed = option(SignInOption.Kind.ROLE, "closed", List.of(), () -> {
        throw new IllegalStateException("The door is shut");
    });
    private final Desk desk = Desks.atOnce(new FakeWork(), List.of(broken, closed, fresh));
    private final SignInModel model = new SignInModel(desk);

    private static SignInOption option(SignInOption.Kind kind, String label, List<String> problems,
            SignInOption.Opener opener) {
        return new SignInOption(kind, label, "", problems, opener);
    }

    @Test
    void options_standInTheirOrder_andTheFirstUsableIsChosen() {
        model.enter();
        assertThat(model.options().get().orElseThrow()).containsExactly(fresh, closed, broken);
        assertThat(model.chosen().get()).contains(fresh);
        assertThat(model.missing().getValue()).isEmpty();
    }

    @Test
    void proceed_signsInAndGoesOn_whenTheOptionOpens() {
        model.enter();
        model.proceed();
        assertThat(desk.session().get().at()).isEqualTo(Step.SURVEY);
        assertThat(desk.session().get().practice()).isTrue();
    }

    @Test
    void proceed_staysAndSaysWhy_whenTheOptionDoesNotOpen() {
        model.enter();
        model.chosen().set(Optional.of(closed));
        model.proceed();
        assertThat(desk.session().get().at()).isEqualTo(Step.SIGN_IN);
        assertThat(model.failure().get().orElseThrow().cause()).isEqualTo("The door is shut");
        assertThat(model.failure().get().orElseThrow().code()).matches("F-[0-9A-F]{6}");
        assertThat(model.busy().getValue()).isFalse();
    }

    @Test
    void missing_namesTheOption_whenItHasProblems() {
        model.enter();
        model.chosen().set(Optional.of(broken));
        assertThat(model.missing().getValue().orElseThrow().field()).isEqualTo("option-other-old");
        model.proceed();
        assertThat(desk.session().get().at()).isEqualTo(Step.SIGN_IN);
    }

    @Test
    void connection_isKept_whenTheSameOptionIsTakenAgain() {
        model.enter();
        model.proceed();
        var connection = desk.session().get().connection();
        desk.open(Step.SIGN_IN);
        model.proceed();
        assertThat(desk.session().get().connection()).isEqualTo(connection);
        assertThat(desk.session().get().at()).isEqualTo(Step.SURVEY);
    }

    @Test
    void pages_startAnew_whenAnotherAccountOpensWhileSomebodyLooksAtTheFirst() {
        Queue<Runnable> later = new ArrayDeque<>();
        Desk slow = Desks.desk(new FakeWork(), List.of(fresh), later::add);
        SignInModel opening = new SignInModel(slow);
        opening.enter();
        later.remove().run();
        opening.proceed();
        slow.session().set(slow.session().get().signedIn(FakeWork.connection()).at(Step.SURVEY));
        List<Step> steps = new ArrayList<>();
        slow.session().map(Session::at).subscribe((step) -> {
            steps.add(step);
        });

        later.remove().run();

        assertThat(steps).containsExactly(Step.SURVEY, Step.SIGN_IN, Step.SURVEY);
    }

    @Test
    void profiles_areReadAgain_whenThePageIsOpenedAgain() {
        List<SignInOption> known = new ArrayList<>(List.of(fresh));
        Desk growing = Desks.desk(new FakeWork(), known, Runnable::run);
        SignInModel opened = new SignInModel(growing);
        opened.enter();
        opened.proceed();
        growing.open(Step.SIGN_IN);
        known.add(closed);
        opened.enter();

        assertThat(opened.options().get().orElseThrow()).containsExactly(fresh, closed);
        assertThat(opened.chosen().get()).contains(fresh);
    }
}
