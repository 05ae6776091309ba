package footing.wizard;

import footing.account.AccountState;
import footing.account.Fact;
import footing.aws.Connection;
import footing.aws.survey.SurveyEvent;
import footing.choices.ItemId;
import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;

/**
 * What the pages are made with.
 *
 * @param session how far the person has come; whoever has something to add sets the next value
 * @param links opens an address in the browser
 */
public record Desk(ObjectProperty<Session> session, Background background, AccountWork work, WizardServices services,
        Consumer<URI> links) {

    /** Keeps what was seen of an account, unless the person has gone on to another one meanwhile. */
    public void saw(Connection connection, AccountState account) {
        if (isAt(connection)) {
            session.set(session.get().surveyed(account));
        }
    }

    /**
     * Keeps what more was read of the account, unless the person has gone on to another one or to a later survey
     * meanwhile.
     *
     * @param more the account as it was when that began, with what was read
     * @param facts those that were read; of the others, whoever else reads knows better
     */
    public void learned(Connection connection, AccountState more, Set<Fact<?>> facts) {
        session.get()
                .account()
                .filter((account) -> isAt(connection) && account.surveyedAt().equals(more.surveyedAt()))
                .ifPresent((account) -> session.set(session.get().learned(account.with(more, facts))));
    }

    /** How the account is surveyed anew: with what was switched on beyond the baseline until now. */
    public Background.Work<SurveyEvent, AccountState> survey(Connection connection) {
        Set<ItemId> beyond = session.get().choices().map((choices) -> choices.beyond().on()).orElseGet(Set::of);
        return (tell) -> {
            AccountState account = work.survey(connection, tell);
            return beyond.isEmpty() ? account : work.more(connection, account, beyond);
        };
    }

    /** Whether it is still this way to an account that the person is on. */
    public boolean isAt(Connection connection) {
        return session.get().connection().filter(connection::equals).isPresent();
    }

    /** Goes on to the next step, if there is one. */
    public void next() {
        Journey.next(session.get()).ifPresent(this::open);
    }

    public void back() {
        Journey.back(session.get()).ifPresent(this::open);
    }

    public void open(Step step) {
        session.set(session.get().at(step));
    }
}
