package footing.cli;

import footing.text.Texts;
import footing.text.Visible;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line itself, in one line that says what is allowed. */
final class Misuse {

    private static final Texts TEXTS = Texts.of("cli");
    private static final int LONGEST = 400;

    private Misuse() {
    }

    static String words(ParameterException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        String message = wrong instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched, command)
                : said(wrong);
        return message + " " + TEXTS.get("options.help", Map.of("command", command.qualifiedName()));
    }

    /** An option that was given nothing at all, as a variable of a script that is not set does. */
    static Optional<String> emptyValue(ParseResult parsed) {
        return Stream
                .iterate(Optional.of(parsed), Optional::isPresent, (each) -> each.filter(ParseResult::hasSubcommand)
                        .map(ParseResult::subcommand))
                .flatMap(Optional::stream)
                .flatMap((each) -> each.matchedOptions().stream())
                .filter((option) -> option.arity().max() > 0
                        && (option.stringValues().isEmpty()
                                || option.stringValues().stream().anyMatch(String::isBlank)))
                .findFirst()
                .map((option) -> TEXTS.get("options.empty", Map.of("option", option.longestName())));
    }

    /** The commands that a command line knows, in the order of the help. */
    static String commands(CommandLine line) {
        return String.join(", ", line.getSubcommands().keySet());
    }

    private static String unmatched(UnmatchedArgumentException unmatched, CommandSpec command) {
        String typed = unmatched.getUnmatched().getFirst();
        if (unmatched.isUnknownOption()) {
            return said(unmatched) + meant(typed.split("=", 2)[0], command.optionsMap().keySet());
        }
        String word = Visible.line(typed, 60);
        boolean hasCommands = !unmatched.getCommandLine().getSubcommands().isEmpty();
        return hasCommands
                ? TEXTS.get("options.command", Map.of("value", word, "commands",
                        commands(unmatched.getCommandLine())))
                        + meant(typed, unmatched.getCommandLine().getSubcommands().keySet())
                : TEXTS.get(command.positionalParameters().isEmpty() ? "options.argument" : "options.second",
                        Map.of("value", word, "command", command.qualifiedName()));
    }

    private static String meant(String typed, Collection<String> known) {
        return Near.to(typed, known)
                .map((word) -> " " + TEXTS.get("options.meant", Map.of("word", word)))
                .orElse("");
    }

    /** The library ends its messages as it likes. */
    private static String said(ParameterException wrong) {
        String message = Visible.line(String.valueOf(wrong.getMessage()), LONGEST);
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }

    /** Hides, in a command's help, the options that all commands share and that one has no use for. */
    static void hide(CommandLine command, List<String> without) {
        command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
        command.getHelpSectionMap()
                .put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST, (help) -> help
                        .optionListExcludingGroups(help.commandSpec()
                                .options()
                                .stream()
                                .filter((OptionSpec option) -> !without.contains(option.longestName()))
                                .toList()));
    }
}
