package footing.cli;

import footing.account.AccountState;
import footing.account.Fact;
import footing.aws.Connection;
import footing.aws.apply.ApplyEvent;
import footing.aws.survey.SurveyEvent;
import footing.aws.survey.Timings;
import footing.baseline.Finding;
import footing.choices.Attestation;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Plan;
import footing.text.Texts;
import footing.text.Visible;
import footing.work.OtherHomeException;
import footing.work.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every command does with an account, with what is told on the way. */
final class Journey implements AutoCloseable {

    private static final Texts TEXTS = Texts.of("cli");

    private final Connection connection;
    private final AccountOptions options;
    private final Program program;
    private Optional<Timings> timings = Optional.empty();

    Journey(Connection connection, AccountOptions options, Program program) {
        this.connection = connection;
        this.options = options;
        this.program = program;
    }

    Connection connection() {
        return connection;
    }

    Terminal terminal() {
        return program.terminal();
    }

    Surroundings surroundings() {
        return program.surroundings();
    }

    /** What the last survey cost in calls. */
    Timings timings() {
        return timings.orElseThrow();
    }

    AccountState survey() {
        return work().survey(connection, options.regions(connection.home()), this::tell);
    }

    List<Finding> judge(AccountState account, Choices choices) {
        return work().judge(account, choices);
    }

    List<Finding> judge(AccountState account, Map<ItemId, Attestation> attestations) {
        return work().judge(account, attestations);
    }

    /**
     * @throws CommandException where the choices were made for another home Region: what is made once would be made
     * twice
     */
    Plan plan(AccountState account, Choices choices) {
        try {
            return Work.plan(account, choices);
        } catch (OtherHomeException other) {
            throw CommandException.wrongUse(TEXTS.get("options.home",
                    Map.of("chosen", other.chosen().id(), "home", other.home().id())), other);
        }
    }

    /** Carries a plan out, with a journal of it. */
    ApplyEvent.Ended apply(Plan plan) {
        return work().apply(connection, plan, new ApplyLines(terminal()));
    }

    private Work work() {
        return surroundings().work();
    }

    /** The scenario, where it is the practice account. */
    Optional<String> practice() {
        return Work.practice(connection);
    }

    /** Whose account it is, when it was surveyed, and that it is the practice account, where it is. */
    void sayWhose(AccountState account) {
        terminal().say(TEXTS.get("account.line", Map.of("account", account.identity().account(), "alias",
                account.identity().alias().map((alias) -> " (" + Visible.line(alias, 80) + ")").orElse(""), "home",
                account.home().id(), "at", Times.utc(account.surveyedAt()))));
        practice().ifPresent((scenario) -> terminal().say(TEXTS.get("account.practice", Map.of("scenario", scenario))));
        surroundings().variable("AWS_ENDPOINT_URL")
                .filter((endpoint) -> !connection.practice())
                .ifPresent((endpoint) -> terminal()
                        .note(TEXTS.get("account.endpoint", Map.of("endpoint", Visible.line(endpoint, 200)))));
        if (account.identity().isRoot()) {
            terminal().note(TEXTS.get("account.root"));
        }
    }

    /** 4 where something could not be seen, otherwise 0. */
    static int exitCode(List<Finding> findings) {
        return Work.isUnsure(findings) ? ExitCode.NOT_DONE : ExitCode.DONE;
    }

    private void tell(SurveyEvent event) {
        switch (event) {
            case SurveyEvent.Began began -> terminal().progress(TEXTS.get("survey.began",
                    Map.of("account", began.identity().account())));
            case SurveyEvent.CallBegan call -> {
            }
            case SurveyEvent.CallEnded call -> {
            }
            case SurveyEvent.FactRead(Fact<?> fact, AccountState soFar, int read, int facts) -> terminal().progress(
                    TEXTS.get("survey.read", Map.of("fact", fact.name().replace('-', ' '), "read",
                            Integer.toString(read), "facts", Integer.toString(facts))));
            case SurveyEvent.Ended ended -> {
                timings = Optional.of(ended.timings());
                terminal().note(TEXTS.get("survey.ended", Map.of("calls",
                        Integer.toString(ended.timings().calls().size()), "seconds",
                        Times.seconds(ended.timings().wall()))));
            }
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
