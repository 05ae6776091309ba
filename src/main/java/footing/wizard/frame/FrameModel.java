package footing.wizard.frame;

import footing.account.Identity;
import footing.aws.Connection;
import footing.text.Visible;
import footing.wizard.Desk;
import footing.wizard.Failure;
import footing.wizard.Journey;
import footing.wizard.PageModel;
import footing.wizard.Session;
import footing.wizard.Step;
import footing.wizard.Words;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** What the frame shows around a page: the account, the steps, the way back, whether it may close. */
public final class FrameModel {

    /** Far longer than any alias or ARN of a principal. */
    private static final int LONGEST = 300;

    private static final Logger LOG = System.getLogger(FrameModel.class.getName());

    private final Desk desk;
    private final ReadOnlyObjectWrapper<Optional<URI>> unopened = new ReadOnlyObjectWrapper<>(this, "unopened",
            Optional.empty());
    private final ReadOnlyBooleanWrapper askedToClose = new ReadOnlyBooleanWrapper(this, "askedToClose");

    private final ReadOnlyObjectWrapper<Optional<Failure>> broken = new ReadOnlyObjectWrapper<>(this, "broken",
            Optional.empty());

    public FrameModel(Desk desk) {
        this.desk = desk;
        desk.background().runningProperty().addListener((observable, before, now) -> {
            if (now.intValue() == 0) {
                askedToClose.set(false);
            }
        });
    }

    ObservableValue<Session> session() {
        return desk.session();
    }

    ObservableValue<Step> step() {
        return desk.session().map(Session::at);
    }

    /** The account's alias, or what the way to it is called. */
    ObservableValue<String> accountName() {
        return desk.session()
                .map((session) -> session.identity()
                        .flatMap(Identity::alias)
                        .or(() -> session.connection().map(Connection::label))
                        .map((name) -> Visible.line(name, LONGEST))
                        .orElse(""));
    }

    /** The account's id in groups of four, as people read it. */
    ObservableValue<String> accountId() {
        return desk.session().map((session) -> session.identity().map(FrameModel::grouped).orElse(""));
    }

    /** The caller without the account's part of the ARN. */
    ObservableValue<String> principal() {
        return principalArn().map((arn) -> arn.substring(arn.lastIndexOf(':') + 1));
    }

    ObservableValue<String> principalArn() {
        return desk.session()
                .map((session) -> session.identity()
                        .map(Identity::principal)
                        .map((principal) -> Visible.line(principal, LONGEST))
                        .orElse(""));
    }

    ObservableValue<Boolean> practice() {
        return desk.session().map(Session::practice);
    }

    /** While an account is opened, or changed, there is no way but on. */
    ObservableValue<Boolean> locked(PageModel page) {
        return desk.session()
                .flatMap((session) -> page.busy()
                        .map((busy) -> busy && (session.at() == Step.APPLY || session.at() == Step.SIGN_IN)));
    }

    boolean canGoBack() {
        return Journey.back(desk.session().get()).isPresent();
    }

    void back() {
        desk.back();
    }

    void open(Step step) {
        desk.open(step);
    }

    /** Where calls to AWS go, when it is not to AWS; empty otherwise. The practice account calls nobody. */
    ObservableValue<String> redirectedTo() {
        return desk.session()
                .map((session) -> session.connection()
                        .flatMap(Connection::redirection)
                        .or(desk.services()::endpoint)
                        .filter((endpoint) -> !session.practice())
                        .map((endpoint) -> Words.get("endpoint.text", "endpoint", endpoint))
                        .orElse(""));
    }

    String version() {
        return desk.services().version();
    }

    ReadOnlyBooleanProperty askedToCloseProperty() {
        return askedToClose.getReadOnlyProperty();
    }

    /**
     * The window is about to close.
     *
     * @return whether it may: not while something runs, unless it was asked for again
     */
    public boolean mayClose() {
        if (desk.background().runningProperty().get() == 0 || askedToClose.get()) {
            return true;
        }
        askedToClose.set(true);
        return false;
    }

    /** Something went wrong in the window itself, where nobody waits for it. */
    public void broke(Throwable problem) {
        LOG.log(Level.ERROR, "The window broke down", problem);
        broken.set(Optional.of(Failure.of(problem)));
    }

    ObservableValue<Optional<Failure>> broken() {
        return broken.getReadOnlyProperty();
    }

    /** Nothing on this desktop opens an address. */
    public void couldNotOpen(URI address) {
        unopened.set(Optional.of(address));
    }

    /** The address that could not be opened last. */
    ObservableValue<Optional<URI>> unopened() {
        return unopened.getReadOnlyProperty();
    }

    /** Whoever goes to another page, or has copied the address, is done with it. */
    void forgetUnopened() {
        unopened.set(Optional.empty());
    }

    void stay() {
        askedToClose.set(false);
    }

    /** What would be left if the window closed now. */
    String leftBehind() {
        Session session = desk.session().get();
        boolean applying = session.at() == Step.APPLY && session.applied().isEmpty();
        return Words.get(!applying ? "close.reading" : session.practice() ? "close.practising" : "close.applying");
    }

    private static String grouped(Identity identity) {
        return identity.account().replaceAll("(\\d{4})(?=\\d)", "$1-");
    }
}
