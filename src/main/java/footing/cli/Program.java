package footing.cli;

import footing.choices.Choices;
import footing.choices.ItemId;
import footing.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;

/** The command line: its commands, and the one place where what went wrong becomes a line and an exit code. */
public final class Program {

    private static final Texts TEXTS = Texts.of("cli");
    private static final int NARROWEST_HELP = 55;

    private final Terminal terminal;
    private final Surroundings surroundings;
    private final FootingCommand root = new FootingCommand();
    private final CommandLine commands;

    public Program(Terminal terminal, Surroundings surroundings) {
        this.terminal = terminal;
        this.surroundings = surroundings;
        CommandLine line = new CommandLine(root);
        CommandLine tour = new CommandLine(new TourCommand(this));
        CommandLine completion = new CommandLine(new AutoComplete.GenerateCompletion());
        line.addSubcommand(tour);
        line.addSubcommand(new SurveyCommand(this));
        line.addSubcommand(new PlanCommand(this));
        line.addSubcommand(new ApplyCommand(this));
        line.addSubcommand(new ResumeCommand(this));
        line.addSubcommand(new UndoCommand(this));
        line.addSubcommand(new AttestCommand(this));
        line.addSubcommand(new ProveCommand(this));
        line.addSubcommand(new ChecklistCommand(this));
        CommandLine permissions = new CommandLine(new PermissionsCommand());
        CommandLine ofSurvey = new CommandLine(new PermissionsCommand.OfSurvey(this));
        CommandLine ofProof = new CommandLine(new PermissionsCommand.OfProve(this));
        permissions.addSubcommand(ofSurvey);
        permissions.addSubcommand(ofProof);
        permissions.addSubcommand(new PermissionsCommand.OfApply(this));
        line.addSubcommand(permissions);
        line.addSubcommand(completion);
        line.addSubcommand(new CommandLine.HelpCommand());
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setColorScheme(Help.defaultColorScheme(terminal.hasColor() ? Help.Ansi.ON : Help.Ansi.OFF));
        line.setUsageHelpWidth(Math.max(NARROWEST_HELP, terminal.width()));
        line.setParameterExceptionHandler((wrong, arguments) -> misused(Misuse.words(wrong)));
        line.setExecutionExceptionHandler(handler());
        line.setExecutionStrategy((parsed) -> {
            Optional<String> empty = Misuse.emptyValue(parsed);
            if (empty.isPresent()) {
                return misused(empty.get());
            }
            OptionalInt refused = configureLogging();
            return refused.isPresent() ? refused.getAsInt() : new CommandLine.RunLast().execute(parsed);
        });
        Misuse.hide(tour, List.of("--profile"));
        Misuse.hide(completion, AccountOptions.NAMES);
        for (CommandLine askingNobody : List.of(ofSurvey, ofProof)) {
            Misuse.hide(askingNobody,
                    AccountOptions.NAMES.stream().filter((name) -> !name.equals("--region")).toList());
        }
        this.commands = line;
    }

    /** @return the exit code */
    public int run(List<String> arguments) {
        int exitCode = commands.execute(arguments.toArray(String[]::new));
        if (terminal.isBroken() && (exitCode == ExitCode.DONE || exitCode == ExitCode.NOT_MET)) {
            terminal.complain(TEXTS.get("problem.output"));
            return ExitCode.NOT_DONE;
        }
        return exitCode;
    }

    /** Whether these arguments ask for no command and no help, so that the window is meant. */
    public boolean meansWindow(List<String> arguments) {
        try {
            CommandLine.ParseResult parsed = commands.parseArgs(arguments.toArray(String[]::new));
            return !parsed.hasSubcommand()
                    && parsed.matchedOptions().stream().allMatch((option) -> option.longestName().equals("--log"));
        } catch (ParameterException wrong) {
            // run() tells what is wrong with them
            return false;
        }
    }

    /**
     * Has the log kept from the level on that {@code --log} names.
     *
     * @return the exit code, where there is no such level; it was told then
     */
    public OptionalInt configureLogging() {
        try {
            Logging.configure(root.account().log());
            return OptionalInt.empty();
        } catch (CommandException wrong) {
            terminal.complain(wrong.text());
            return OptionalInt.of(wrong.exitCode());
        }
    }

    /** The tour, for who asked for the window and has no display. */
    public int tour(String missing) {
        terminal.err().println(missing);
        return run(List.of("tour"));
    }

    Terminal terminal() {
        return terminal;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    AccountOptions account() {
        return root.account();
    }

    /** The way to the account that the options name. */
    Journey journey() {
        return journey(Optional.empty());
    }

    /** The same, for what was decided: by the home Region and the Regions of the choices, where no option names any. */
    Journey journey(Optional<Choices> decided) {
        return journey(decided, decided.map((choices) -> choices.beyond().on()).orElseGet(Set::of));
    }

    /** @param beyond the items beyond the baseline that are looked at as well */
    Journey journey(Optional<Choices> decided, Set<ItemId> beyond) {
        return new Journey(account().open(surroundings.clock(), decided), account().regions(decided), beyond, this);
    }

    /** The way to the practice account. */
    Journey practiceJourney() {
        return new Journey(account().practice(surroundings.clock(), Optional.empty()),
                account().regions(Optional.empty()), Set.of(), this);
    }

    private IExecutionExceptionHandler handler() {
        return (problem, command, parsed) -> {
            Problems.Ending told = Problems.tell(problem, surroundings);
            terminal.complain(told.line());
            return told.exitCode();
        };
    }

    private int misused(String message) {
        terminal.complain(message);
        return ExitCode.WRONG_USE;
    }
}
