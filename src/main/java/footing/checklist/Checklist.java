package footing.checklist;

import footing.account.AccountState;
import footing.baseline.Finding;
import footing.baseline.Status;
import footing.plan.Change;
import footing.plan.PlannedChange;
import footing.text.StatusLook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The printout that an auditor keeps: what was checked, how, when, by which call, what was seen, who gave their word,
 * what was changed and what is left. All of it is text that is ready to be shown, times are UTC; HTML and PDF are drawn
 * from this and from nothing else.
 */
public record Checklist(About about, List<Count> counts, List<Part> parts, List<General> practices,
        Optional<LastUsed> lastUsed,
        List<Made> made, List<Made> missing, List<Step> byHand, List<Hidden> hidden) {

    public Checklist {
        counts = List.copyOf(counts);
        parts = List.copyOf(parts);
        practices = List.copyOf(practices);
        made = List.copyOf(made);
        missing = List.copyOf(missing);
        byHand = List.copyOf(byHand);
        hidden = List.copyOf(hidden);
    }

    /**
     * What is printed, and on what occasion.
     *
     * @param at when it is printed
     * @param version the program's version
     * @param by who prints it: a name, or the caller's ARN
     * @param practice the practice account's scenario, where it is one; every page says so
     * @param redirected where calls were sent instead of to AWS, where somebody redirects them; every page says so
     * @param applied what was applied before, run by run
     * @param byHand what is left for people to do
     */
    public record Printing(Instant at, String version, String by, Optional<String> practice,
            Optional<String> redirected, List<Applied> applied, List<Change.ManualStep> byHand) {

        public Printing {
            applied = List.copyOf(applied);
            byHand = List.copyOf(byHand);
        }
    }

    /** What came of one plan: {@code missing} was planned, and is not in place. */
    public record Applied(List<PlannedChange> inPlace, List<PlannedChange> missing) {

        public Applied {
            inPlace = List.copyOf(inPlace);
            missing = List.copyOf(missing);
        }
    }

    /** @param at when it was printed, to the second; a file carries it as its date */
    public record About(String account, Optional<String> alias, String principal, String partition, String home,
            List<String> regions, String surveyedAt, Instant at, String printedAt, String printedBy, String version,
            Optional<String> practice, Optional<String> redirected) {

        public About {
            regions = List.copyOf(regions);
        }

        public String regionList() {
            return String.join(", ", regions);
        }
    }

    /** So many items of a status, in words: {@code 12 met}. */
    public record Count(Status status, String words) {
        public StatusLook look() {
            return StatusLook.of(status);
        }
    }

    /**
     * A section of the baseline, or what was asked for beyond it; its id is a word without spaces.
     *
     * @param lead what is said first, of what is no part of the baseline and not counted with it
     */
    public record Part(String id, String title, Optional<String> lead, List<Entry> entries) {
        public Part {
            entries = List.copyOf(entries);
        }

        /** A section of the baseline. */
        public Part(String id, String title, List<Entry> entries) {
            this(id, title, Optional.empty(), entries);
        }

        public boolean isCounted() {
            return lead.isEmpty();
        }
    }

    /**
     * One item of the baseline.
     *
     * @param id as files and reports write it
     * @param what what is checked
     * @param finding what was seen, in a sentence
     * @param repeat the command lines that ask AWS the same again
     * @param made what Footing changed for it
     */
    public record Entry(String id, String title, Status status, String statusWord, String what, String why,
            String finding, List<ControlGroup> controls, List<EvidenceRow> evidence, List<String> repeat,
            Optional<Word> word, List<Made> made) {

        public Entry {
            controls = List.copyOf(controls);
            evidence = List.copyOf(evidence);
            repeat = List.copyOf(repeat);
            made = List.copyOf(made);
        }

        public StatusLook look() {
            return StatusLook.of(status);
        }

        public boolean hasEvidence() {
            return !evidence.isEmpty();
        }

        public boolean hasMade() {
            return !made.isEmpty();
        }

        /** How many changes were made for it. */
        public int changes() {
            return made.stream().mapToInt(Made::count).sum();
        }
    }

    /** A general practice, which is no item, and what the findings say of it. */
    public record General(String title, String what, List<Speaking> rows) {
        public General {
            rows = List.copyOf(rows);
        }
    }

    /** @param how in words: that these findings speak for it, or against it, or cannot tell */
    public record Speaking(String how, List<Point> points) {
        public Speaking {
            points = List.copyOf(points);
        }
    }

    /** An item's finding, named and not told again. */
    public record Point(String id, String title, Status status, String statusWord) {
        public StatusLook look() {
            return StatusLook.of(status);
        }
    }

    /** The controls of a framework that an item answers, version by version. */
    public record ControlGroup(String framework, List<Version> versions) {
        public ControlGroup {
            versions = List.copyOf(versions);
        }
    }

    /** @param version empty where the framework has none */
    public record Version(String version, String ids) {
    }

    /** One call to AWS. */
    public record EvidenceRow(String call, String region, String at, String requestId, List<Named> values) {
        public EvidenceRow {
            values = List.copyOf(values);
        }
    }

    public record Named(String name, String value) {
    }

    /** A person's word. {@code holds}: whether it counted on the day of the printout. */
    public record Word(String by, String on, String statement, String reference, String validUntil, boolean holds) {
    }

    /**
     * What Footing changed, or was to change: one thing, or what is alike in each of many Regions.
     *
     * @param what in words
     * @param noun the stack's resource, or the setting, as AWS names it
     * @param region the Region, or the Regions
     * @param count how many changes it stands for
     * @param altered what was altered of something that was there before, or set where no template says so
     */
    public record Made(String item, String what, String noun, String region, int count,
            List<Altered> altered) {
        public Made {
            altered = List.copyOf(altered);
        }

        public boolean hasAltered() {
            return !altered.isEmpty();
        }
    }

    /** A property before and after; absent where nothing was, or nothing is. */
    public record Altered(String path, Optional<String> before, Optional<String> after) {
    }

    /** Something that a person has yet to do. */
    public record Step(String item, String title, List<String> steps, String link) {
        public Step {
            steps = List.copyOf(steps);
        }
    }

    /**
     * When whoever has a password or a key used it last, who did not for longest first.
     *
     * @param reportOf when IAM made the report that tells it
     * @param more how many more there are than stand here, in words; absent where there are none
     */
    public record LastUsed(String reportOf, List<Used> users, Optional<String> more) {
        public LastUsed {
            users = List.copyOf(users);
        }
    }

    /**
     * @param password when it was used last, in words
     * @param keys the same of each access key
     */
    public record Used(String user, String password, List<String> keys) {
        public Used {
            keys = List.copyOf(keys);
        }
    }

    /** What could not be seen, why, and the permission that would show it, where it is one that lacks. */
    public record Hidden(String item, String why, Optional<String> permission) {
    }

    public static Checklist of(AccountState account, List<Finding> findings, Printing printing) {
        return new Composer(account, findings, printing).checklist();
    }

    /** What it is called where a file or a window has a title. */
    public String title() {
        return "Footing checklist " + about.account();
    }

    public boolean hasMade() {
        return !made.isEmpty();
    }

    public boolean hasMissing() {
        return !missing.isEmpty();
    }

    public boolean hasHidden() {
        return !hidden.isEmpty();
    }

    public boolean hasByHand() {
        return !byHand.isEmpty();
    }
}
