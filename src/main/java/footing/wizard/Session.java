package footing.wizard;

import footing.account.AccountState;
import footing.account.Identity;
import footing.aws.Connection;
import footing.aws.apply.ApplyEvent;
import footing.choices.Choices;
import footing.plan.Plan;
import footing.work.KeptWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a person has come. A value: a page that has done its part hands on the next one.
 *
 * @param at the step that is shown
 * @param furthest the last step, in their order, that was ever reached with this account
 * @param connection the way to the account, once signed in
 * @param identity who asks, and of which account, as soon as it is known
 * @param account what the latest survey saw; also after an apply
 * @param choices what was decided so far
 * @param plan what is proposed for this account and these choices
 * @param applied what came of applying this plan; none while it is being applied
 * @param runs every plan that was carried out for this account, as far as it went, the first one first
 * @param seen whether the account was read since the last of them
 * @param words what people gave their word for, as it is kept for this account
 */
public record Session(Step at, Step furthest, Optional<Connection> connection, Optional<Identity> identity,
        Optional<AccountState> account, Optional<Choices> choices, Optional<Plan> plan, Optional<Applied> applied,
        List<Applied> runs, boolean seen, KeptWords words) {

    public Session {
        runs = List.copyOf(runs);
    }

    /** A plan that was carried out, as far as it went. */
    public record Applied(Plan plan, ApplyEvent.Ended ended) {

        public boolean failed() {
            return !ended.failures().isEmpty();
        }
    }

    public static Session start() {
        return new Session(Step.SIGN_IN, Step.SIGN_IN, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true, KeptWords.NONE);
    }

    public Session at(Step step) {
        return new Session(step, step.compareTo(furthest) > 0 ? step : furthest, connection, identity, account, choices,
                plan, applied, runs, seen, words);
    }

    /** Another account, or the same one anew: nothing of before counts any more. */
    public Session signedIn(Connection connection) {
        return new Session(at, at, Optional.of(connection), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), true, KeptWords.NONE);
    }

    public Session identified(Identity identity) {
        return new Session(at, furthest, connection, Optional.of(identity), account, choices, plan, applied, runs,
                seen, words);
    }

    public Session surveyed(AccountState account) {
        return new Session(at, furthest, connection, Optional.of(account.identity()), Optional.of(account), choices,
                plan, applied, runs, true, words);
    }

    /** More was read of the account as it was surveyed; whether that is how it is now, is as before. */
    public Session learned(AccountState account) {
        return new Session(at, furthest, connection, identity, Optional.of(account), choices, plan, applied, runs,
                seen, words);
    }

    public Session chose(Choices choices) {
        return new Session(at, furthest, connection, identity, account, Optional.of(choices), plan, applied, runs,
                seen, words);
    }

    /** The words that are kept for the account were read, or one was added: what was chosen goes by the newer ones. */
    public Session remembered(KeptWords kept) {
        return new Session(at, furthest, connection, identity, account, choices.map(kept::over), plan, applied, runs,
                seen, kept);
    }

    public Session planned(Plan plan) {
        return new Session(at, furthest, connection, identity, account, choices, Optional.of(plan), applied, runs,
                seen, words);
    }

    /** A plan is about to be carried out: what came of an earlier one is past, but not forgotten. */
    public Session applying() {
        return new Session(at, furthest, connection, identity, account, choices, plan, Optional.empty(), runs, seen,
                words);
    }

    /** A plan was carried out, as far as it went: from now on the account is not as it was read. */
    public Session applied(Plan plan, ApplyEvent.Ended ended) {
        Applied run = new Applied(plan, ended);
        return new Session(at, furthest, connection, identity, account, choices, Optional.of(plan), Optional.of(run),
                Stream.concat(runs.stream(), Stream.of(run)).toList(), false, words);
    }

    /** Whether the account is known as it is now. */
    public boolean isCurrent() {
        return account.isPresent() && seen;
    }

    public boolean practice() {
        return connection.map(Connection::practice).orElse(false);
    }
}
