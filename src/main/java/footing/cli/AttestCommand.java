package footing.cli;

import footing.account.AccountState;
import footing.account.Identity;
import footing.baseline.Baseline;
import footing.baseline.Status;
import footing.choices.Attestation;
import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.choices.Rules;
import footing.text.ItemTexts;
import footing.text.Texts;
import footing.text.Visible;
import footing.work.WordEntry;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps somebody's word for what no API tells, shows what is kept, and takes it back. */
@Command(name = "attest")
final class AttestCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of("cli");
    private static final int LONGEST = 600;
    /** For so long a word is taken to hold, unless somebody says otherwise. */
    private static final int YEARS = 1;
    private static final Map<String, String> OPTIONS = Map.of("by", "--by", "statement", "--statement", "reference",
            "--reference", "validUntil", "--until");

    private final Program program;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ITEM", descriptionKey = "item",
            completionCandidates = Items.class) private @Nullable String item;

    @Option(names = "--by", paramLabel = "NAME") private @Nullable String by;

    @Option(names = "--statement", paramLabel = "TEXT") private @Nullable String statement;

    @Option(names = "--reference", paramLabel = "TEXT") private @Nullable String reference;

    @Option(names = "--until", paramLabel = "YYYY-MM-DD") private @Nullable String until;

    @Option(names = "--list") private boolean list;

    @Option(names = "--withdraw") private boolean withdraw;

    AttestCommand(Program program) {
        this.program = program;
    }

    /** The items that take a word, for the help and for completion. */
    static final class Items implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return ids().iterator();
        }

        static List<String> ids() {
            return Baseline.settledByAWord().stream().map(ItemId::id).toList();
        }
    }

    @Override
    public Integer call() {
        if (list) {
            goesWith("--list", withdraw, item, by, statement, reference, until);
            return list();
        }
        ItemId named = named();
        if (withdraw) {
            goesWith("--withdraw", false, statement, reference, until);
            return withdraw(named);
        }
        LocalDate last = last();
        if (by == null || statement == null) {
            return asked(named, last);
        }
        Attestation word = word(by, statement, Objects.requireNonNullElse(reference, ""), last);
        try (Journey journey = program.journey()) {
            Identity identity = journey.identity();
            journey.sayWhose(identity);
            return keep(journey, identity, named, word);
        }
    }

    private int list() {
        try (Journey journey = program.journey()) {
            Identity identity = journey.identity();
            journey.sayWhose(identity);
            new WordTable(program.terminal()).print(journey.words(identity).given(), today());
            return ExitCode.DONE;
        }
    }

    private int withdraw(ItemId named) {
        String who = Optional.ofNullable(by).orElseThrow(() -> missing("--by")).strip();
        check(Rules.who("by", who));
        try (Journey journey = program.journey()) {
            Identity identity = journey.identity();
            if (!journey.words(identity).given().containsKey(named)) {
                throw CommandException.wrongUse(TEXTS.get("attest.nothing", Map.of("item", named.id(), "account",
                        program.account().typed())));
            }
            journey.keep(identity, new WordEntry.Withdrawn(named, who, today()));
            journey.sayWhose(identity);
            program.terminal()
                    .say(TEXTS.get("attest.withdrawn", Map.of("item", title(named), "by",
                            Visible.line(who, LONGEST))));
            sayWhere(journey, identity);
            return ExitCode.DONE;
        }
    }

    /** Whoever gave no word yet is led to it, and asked. */
    private int asked(ItemId named, LocalDate last) {
        Terminal terminal = program.terminal();
        if (!terminal.hasPerson()) {
            throw missing(by != null ? "--statement" : statement != null ? "--by" : "--by, --statement");
        }
        try (Journey journey = program.journey(Optional.empty(), Set.of(named))) {
            AccountState account = journey.survey();
            journey.sayWhose(account);
            Status status = new WordGuide(terminal).print(journey, account, named);
            if (status != Status.NEEDS_ATTESTATION) {
                terminal.say("");
                terminal.say(TEXTS.get(status == Status.MET ? "attest.met" : "attest.not-asked",
                        Map.of("account", program.account().typed())));
                return status == Status.MET ? ExitCode.DONE : ExitCode.NOT_DONE;
            }
            terminal.say("");
            terminal.say(TEXTS.get("attest.intro", Map.of("until", last.toString())));
            String who = answer(by, "attest.ask-by");
            String what = who.isEmpty() ? "" : answer(statement, "attest.ask-statement");
            if (who.isEmpty() || what.isEmpty()) {
                terminal.say(TEXTS.get("attest.declined"));
                return ExitCode.DONE;
            }
            Attestation word = word(who, what, answer(reference, "attest.ask-reference"), last);
            return keep(journey, account.identity(), named, word);
        }
    }

    private String answer(@Nullable String given, String question) {
        return Optional.ofNullable(given)
                .or(() -> program.terminal().ask(TEXTS.get(question)))
                .map(String::strip)
                .orElse("");
    }

    private int keep(Journey journey, Identity identity, ItemId named, Attestation word) {
        journey.keep(identity, new WordEntry.Given(named, word));
        Terminal terminal = program.terminal();
        terminal.say("");
        terminal.say(TEXTS.get("attest.kept", Map.of("item", title(named), "by", Visible.line(word.by(), LONGEST),
                "on", word.on().toString(), "until", word.validUntil().toString())));
        terminal.say(TEXTS.get("attest.counts", Map.of("account", program.account().typed())));
        sayWhere(journey, identity);
        if (program.account().forgetsPractice(journey.connection())) {
            terminal.note(TEXTS.get("attest.practice"));
        }
        return ExitCode.DONE;
    }

    /** On one line however long it is, so that it can be copied. */
    private void sayWhere(Journey journey, Identity identity) {
        program.terminal()
                .print(List.of(TEXTS.get("attest.where", Map.of("file",
                        Visible.line(journey.whereWordsAre(identity).toString(), LONGEST)))));
    }

    private static String title(ItemId item) {
        return new ItemTexts().title(item.id());
    }

    private ItemId named() {
        String allowed = String.join(", ", Items.ids());
        String typed = Optional.ofNullable(item)
                .orElseThrow(() -> CommandException
                        .wrongUse(TEXTS.get("attest.no-item", Map.of("allowed", allowed))));
        Optional<ItemId> known = ItemId.of(typed);
        return known.filter(Baseline.settledByAWord()::contains)
                .orElseThrow(() -> CommandException.wrongUse(TEXTS.get(
                        known.isPresent() ? "attest.no-word" : "attest.no-such-item",
                        Map.of("value", Visible.line(typed, 60), "allowed", allowed))
                        + Near.to(typed, Items.ids())
                                .map((word) -> " " + TEXTS.get("options.meant", Map.of("word", word)))
                                .orElse("")));
    }

    /** The last day on which the word holds. */
    private LocalDate last() {
        if (until == null) {
            return today().plusYears(YEARS);
        }
        try {
            LocalDate day = LocalDate.parse(until.strip());
            if (day.isAfter(today())) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // Told below, as any other day that is not allowed.
        }
        throw CommandException.wrongUse(TEXTS.get("attest.until", Map.of("value", Visible.line(until, 60), "today",
                today().toString(), "example", today().plusYears(YEARS).toString())));
    }

    private Attestation word(String who, String what, String backing, LocalDate last) {
        Attestation word = new Attestation(who.strip(), today(), what.strip(), backing.strip(), last);
        check(Rules.attestation("", word));
        return word;
    }

    private void check(List<Complaint> complaints) {
        List<String> wrong = complaints.stream().filter(Complaint::isError).map(AttestCommand::line).toList();
        wrong.stream().limit(Math.max(0, wrong.size() - 1L)).forEach(program.terminal()::complain);
        if (!wrong.isEmpty()) {
            throw CommandException.wrongUse(wrong.getLast());
        }
    }

    /** With the option in place of the field. */
    private static String line(Complaint complaint) {
        String field = complaint.field().substring(complaint.field().lastIndexOf('.') + 1);
        return ChoicesInput.line(new Complaint(OPTIONS.getOrDefault(field, field), complaint.value(),
                complaint.severity(), complaint.key(), complaint.values(), complaint.line()));
    }

    private static void goesWith(String option, boolean other, @Nullable String... others) {
        if (other || Stream.of(others).anyMatch(Objects::nonNull)) {
            throw CommandException.wrongUse(TEXTS.get("attest.alone." + option.substring(2)));
        }
    }

    private static CommandException missing(String options) {
        return CommandException.wrongUse(TEXTS.get("attest.missing", Map.of("missing", options)));
    }

    private LocalDate today() {
        return program.surroundings().work().place().today();
    }
}
