package footing.checklist;

import footing.account.AccountState;
import footing.account.Observation;
import footing.account.Region;
import footing.baseline.Finding;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.checklist.Checklist.About;
import footing.checklist.Checklist.Altered;
import footing.checklist.Checklist.Entry;
import footing.checklist.Checklist.EvidenceRow;
import footing.checklist.Checklist.Hidden;
import footing.checklist.Checklist.Made;
import footing.checklist.Checklist.Named;
import footing.checklist.Checklist.Part;
import footing.checklist.Checklist.Printing;
import footing.checklist.Checklist.Step;
import footing.checklist.Checklist.Word;
import footing.choices.Attestation;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.ChangeGroup;
import footing.plan.PlannedChange;
import footing.plan.Value;
import footing.plan.Words;
import footing.text.ItemTexts;
import footing.text.Texts;
import footing.text.Visible;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the checklist of findings: the one place where values become the printout's text. */
final class Composer {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int LONGEST = 1000;
    /** As long as IAM lets an alias be: every page names it. */
    private static final int LONGEST_ALIAS = 63;

    private final ItemTexts words = new ItemTexts();
    private final AccountState account;
    private final List<Finding> findings;
    private final Printing printing;
    private final Map<ItemId, String> titles = new LinkedHashMap<>();

    Composer(AccountState account, List<Finding> findings, Printing printing) {
        this.account = account;
        this.findings = List.copyOf(findings);
        this.printing = printing;
        findings.forEach((finding) -> titles.put(finding.item().id(), words.title(finding.item().id().id())));
    }

    Checklist checklist() {
        List<Part> parts = Arrays.stream(Section.values())
                .map((section) -> new Part(section.name().toLowerCase(Locale.ROOT), words.word("section", section),
                        section == Section.BEYOND
                                ? Optional.of(Texts.of("checklist").get("label.beyondLead"))
                                : Optional.empty(),
                        entries(section)))
                .filter((part) -> !part.entries().isEmpty())
                .toList();
        return new Checklist(about(), Counts.of(findings), parts, new Practices(findings, words).all(),
                LastUse.of(account), made(inPlace()), made(missing()),
                printing.byHand().stream().map(this::step).toList(),
                findings.stream().filter((finding) -> finding.status() == Status.UNKNOWN).map(this::hidden).toList());
    }

    private About about() {
        return new About(account.identity().account(),
                account.identity().alias().map((alias) -> Visible.line(alias, LONGEST_ALIAS)),
                line(account.identity().principal()), account.identity().partition().id(), account.home().id(),
                account.regions().stream().map(Region::id).toList(), time(account.surveyedAt()),
                printing.at().truncatedTo(ChronoUnit.SECONDS), time(printing.at()), line(printing.by()),
                printing.version(), printing.practice().map(Composer::line),
                printing.redirected().map(Composer::line));
    }

    private List<Entry> entries(Section section) {
        return findings.stream().filter((finding) -> finding.item().section() == section).map(this::entry).toList();
    }

    private Entry entry(Finding finding) {
        List<Observation> calls = finding.verdict().evidence().observations();
        return new Entry(finding.item().id().id(), title(finding.item().id()), finding.status(),
                words.word("status", finding.status()), words.what(finding.item().id().id()),
                words.why(finding.item().id().id()),
                summary(finding), ControlIds.grouped(finding.item().controls()),
                calls.stream().map(Composer::evidence).toList(),
                calls.stream().map(Repeat::command).flatMap(Optional::stream).distinct().toList(),
                finding.attestation().map(this::word),
                made(inPlace().filter((change) -> change.item() == finding.item().id())));
    }

    private static EvidenceRow evidence(Observation call) {
        return new EvidenceRow(line(call.service() + ":" + call.operation()), call.region().id(), time(call.at()),
                line(call.requestId()),
                call.values()
                        .entrySet()
                        .stream()
                        .map((value) -> new Named(line(value.getKey()), line(value.getValue())))
                        .toList());
    }

    private Word word(Attestation word) {
        return new Word(line(word.by()), word.on().toString(), line(word.statement()), line(word.reference()),
                word.validUntil().toString(), word.holdsOn(printing.at().atZone(ZoneOffset.UTC).toLocalDate()));
    }

    private Stream<PlannedChange> inPlace() {
        return printing.applied().stream().flatMap((applied) -> applied.inPlace().stream());
    }

    private Stream<PlannedChange> missing() {
        return printing.applied().stream().flatMap((applied) -> applied.missing().stream());
    }

    /** What is alike in each of many Regions is told once. */
    private List<Made> made(Stream<PlannedChange> changes) {
        return ChangeGroup.of(changes.toList()).stream().map(this::made).toList();
    }

    private Made made(ChangeGroup group) {
        PlannedChange change = group.changes().getFirst();
        boolean inTemplate = change.change() instanceof Change.StackResource
                && change.before().equals(Value.ABSENT) != change.after().equals(Value.ABSENT);
        return new Made(title(change.item()), ChangeText.words(group.words()),
                group.changes()
                        .stream()
                        .map((one) -> ChangeText.noun(one.change()))
                        .distinct()
                        .collect(Collectors.joining(", ")),
                group.changes()
                        .stream()
                        .map((one) -> ChangeText.region(one.change(), account.home()).id())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                group.changes().size(),
                inTemplate ? List.of() : group.words().details().stream().map(Composer::altered).toList());
    }

    private static Altered altered(Words.Detail detail) {
        return new Altered(line(detail.path()), detail.before().map(Composer::line),
                detail.after().map(Composer::line));
    }

    private Step step(Change.ManualStep step) {
        return new Step(title(step.item()), words.guide(step.guide().key()), words.steps(step.guide().key()),
                step.guide().link().toString());
    }

    private Hidden hidden(Finding finding) {
        return new Hidden(title(finding.item().id()), summary(finding),
                Optional.ofNullable(finding.verdict().values().get("permission")).map(Composer::line));
    }

    private String summary(Finding finding) {
        return words.verdict(finding.verdict().key(), finding.verdict().values());
    }

    private String title(ItemId item) {
        return titles.getOrDefault(item, item.id());
    }

    static String time(Instant at) {
        return UTC.format(at);
    }

    static String line(String text) {
        return Visible.line(text, LONGEST);
    }
}
