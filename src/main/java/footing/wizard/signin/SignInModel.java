package footing.wizard.signin;

import footing.aws.Connection;
import footing.wizard.Background;
import footing.wizard.Desk;
import footing.wizard.Failure;
import footing.wizard.Missing;
import footing.wizard.PageModel;
import footing.wizard.SignInOption;
import footing.wizard.Step;
import footing.wizard.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** The ways to an account, and the one that a person takes. */
public final class SignInModel implements PageModel {

    private final Desk desk;
    private final ReadOnlyObjectWrapper<Optional<List<SignInOption>>> options = new ReadOnlyObjectWrapper<>(this,
            "options", Optional.empty());
    private final ObjectProperty<Optional<SignInOption>> chosen = new SimpleObjectProperty<>(this, "chosen",
            Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(this, "failure",
            Optional.empty());
    private final ObservableValue<Optional<Missing>> missing = Bindings.createObjectBinding(this::whatIsMissing, chosen,
            options);
    private Optional<SignInOption> connected = Optional.empty();
    private Optional<Background.Job> job = Optional.empty();

    public SignInModel(Desk desk) {
        this.desk = desk;
    }

    /** The ways, once they are known. */
    ReadOnlyObjectProperty<Optional<List<SignInOption>>> options() {
        return options.getReadOnlyProperty();
    }

    ObjectProperty<Optional<SignInOption>> chosen() {
        return chosen;
    }

    ReadOnlyObjectProperty<Optional<Failure>> failure() {
        return failure.getReadOnlyProperty();
    }

    /** The id of an option's control. */
    static String id(SignInOption option) {
        return "option-" + option.kind().name().toLowerCase(java.util.Locale.ROOT) + "-" + option.label();
    }

    @Override
    public String help() {
        return "sign-in.help";
    }

    @Override
    public void enter() {
        look();
    }

    /** Reads the ways anew: somebody may have run {@code aws configure} meanwhile. */
    void look() {
        job.ifPresent(Background.Job::cancel);
        job = Optional.of(desk.background().run((progress) -> desk.services().signInOptions().call(), (nothing) -> {
        }, this::offer, (problem) -> failure.set(Optional.of(Failure.of(problem)))));
    }

    @Override
    public ObservableValue<String> primary() {
        return busy.map((opening) -> Words.get(opening ? "sign-in.opening" : "sign-in.primary"));
    }

    @Override
    public ObservableValue<Optional<Missing>> missing() {
        return missing;
    }

    @Override
    public ObservableValue<Boolean> busy() {
        return busy.getReadOnlyProperty();
    }

    @Override
    public void proceed() {
        chosen.get().filter((option) -> missing.getValue().isEmpty()).ifPresent((option) -> {
            if (connected.filter(option::isLike).isPresent()) {
                desk.next();
            } else {
                open(option);
            }
        });
    }

    private void open(SignInOption option) {
        busy.set(true);
        failure.set(Optional.empty());
        desk.background().run((progress) -> option.opener().open(), (nothing) -> {
        }, (connection) -> {
            busy.set(false);
            connected = Optional.of(option);
            desk.session().get().connection().ifPresent(this::close);
            // From wherever the person is: no page may go on with what it showed of another account.
            desk.session().set(desk.session().get().at(Step.SIGN_IN).signedIn(connection));
            desk.next();
        }, this::fail);
    }

    private void close(Connection connection) {
        desk.background().run((progress) -> {
            connection.close();
            return connection;
        }, (nothing) -> {
        }, (done) -> {
        }, this::fail);
    }

    private void offer(List<SignInOption> ways) {
        List<SignInOption> sorted = ways.stream().sorted(Comparator.comparing(SignInOption::kind)).toList();
        if (options.get().filter((known) -> isSame(known, sorted)).isPresent()) {
            return;
        }
        Optional<SignInOption> before = chosen.get()
                .flatMap((way) -> sorted.stream().filter((one) -> id(one).equals(id(way))).findFirst());
        chosen.set(Optional.empty());
        options.set(Optional.of(sorted));
        chosen.set(before.or(() -> sorted.stream().filter(SignInOption::usable).findFirst()));
    }

    private static boolean isSame(List<SignInOption> some, List<SignInOption> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch((at) -> some.get(at).isLike(others.get(at)));
    }

    private void fail(Exception problem) {
        busy.set(false);
        failure.set(Optional.of(Failure.of(problem)));
    }

    private Optional<Missing> whatIsMissing() {
        if (options.get().isEmpty()) {
            return Optional.empty();
        }
        Optional<SignInOption> option = chosen.get();
        if (option.isEmpty()) {
            return Optional.of(new Missing(Words.get("sign-in.missing.none"),
                    options.get().flatMap((ways) -> ways.stream().findFirst()).map(SignInModel::id).orElse("options")));
        }
        return option.filter((way) -> !way.usable())
                .map((way) -> new Missing(Words.get("sign-in.missing.broken", "label", way.label()), id(way)));
    }
}
