package footing.text;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Absence;
import footing.account.ConfigRule;
import footing.account.DeniedBy;
import footing.account.Problem;
import footing.baseline.Baseline;
import footing.baseline.Beyond;
import footing.baseline.Finding;
import footing.baseline.Item;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.choices.Activity;
import footing.choices.SamlMetadata;
import footing.choices.SupportPlan;
import footing.plan.Proposal;
import footing.plan.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ItemTextsTest {

    private static final Path SOURCES = Path.of("src/main/java/footing");
    private static final List<String> GUIDES = List.of("primary-contact", "alternate-contact", "root-password",
            "root-password-member", "root-password-management", "root-mfa", "root-access-keys", "root-unused",
            "people-process", "role-groups",
            "federation", "federation-expired", "access-review",
            "stale-credentials", "user-mfa", "config-bucket", "topic-policy",
            "support-plan", "usage-report", "billing-notifications", "log-bucket-policy", "topic-access",
            "trail-digests", "threat-detection", "cost-anomalies");

    @Test
    void items_haveATextForEverything_andNoTextMore() {
        SortedSet<String> wanted = new TreeSet<>();
        for (Item item : Stream.concat(Baseline.ITEMS.stream(), Beyond.ITEMS.stream()).toList()) {
            Stream.of("title", "what", "why", "fix").forEach((part) -> wanted.add("item." + item.id() + "." + part));
            item.outcomes().forEach((Outcome outcome) -> wanted.add("item." + item.id() + ".outcome." + outcome.key()));
        }
        Arrays.stream(Activity.values()).forEach((activity) -> wanted.add("activity." + activity.id()));
        Stream.of("billing", "operations", "security").forEach((type) -> wanted.add("contact." + type));
        Stream.of("password-unused", "key-unused", "key-old").forEach((reason) -> wanted.add("stale." + reason));
        Stream.of("length", "uppercase", "lowercase", "numbers", "symbols", "reuse")
                .forEach((gap) -> wanted.add("gap." + gap));
        Stream.of("cloudtrail", "config", "cloudtrail-denied", "config-denied", "public", "tls", "public-access",
                "versioning")
                .forEach((gap) -> wanted.add("bucket-gap." + gap));
        Stream.of("single-region", "no-global-events", "stopped", "events-missing", "delivery-fails")
                .forEach((gap) -> wanted.add("trail-gap." + gap));
        Stream.of("only", "all-but").forEach((kind) -> wanted.add("recorder-kind." + kind));
        Stream.of("stopped", "no-channel", "fails", "types-missing", "global-nowhere")
                .forEach((gap) -> wanted.add("recorder-gap." + gap));
        Arrays.stream(ConfigRule.Managed.values())
                .forEach((rule) -> wanted.add("rule." + rule.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        Arrays.stream(SupportPlan.values()).forEach((plan) -> wanted.add("support." + plan.id()));
        Texts items = Texts.of("items");
        for (String guide : GUIDES) {
            wanted.add("guide." + guide + ".title");
            assertThat(items.list("guide." + guide)).as(guide).isNotEmpty();
            for (int step = 1; step <= items.list("guide." + guide).size(); step++) {
                wanted.add("guide." + guide + "." + step);
            }
        }
        assertThat(items.keys()).containsExactlyElementsOf(wanted);
    }

    @Test
    void words_haveATextForEveryConstant_andNoTextMore() {
        SortedSet<String> wanted = new TreeSet<>();
        wanted.addAll(keys("status", Status.values()));
        wanted.addAll(List.of("word.asked", "word.given", "word.over"));
        wanted.addAll(keys("actor", Finding.Actor.values()));
        wanted.addAll(keys("section", Section.values()));
        wanted.addAll(keys("reason", Remedy.Reason.values()));
        wanted.addAll(keys("proposal", Proposal.Manner.values()));
        wanted.addAll(List.of("proposal.by-hand", "proposal.rest-by-hand", "proposal.more"));
        wanted.addAll(keys("unseen.denied", DeniedBy.values()));
        wanted.addAll(keys("unseen.unavailable", Absence.Kind.values()));
        wanted.addAll(keys("unseen.failed", Problem.Kind.values()));
        wanted.addAll(
                List.of("verdict.regions", "verdict.untoldRegions", "verdict.unseenRegions", "verdict.closedRegions",
                        "verdict.offRegions", "verdict.notAskedRegions", "regions.looked", "regions.looked-of",
                        "regions.all",
                        "regions.but", "regions.some"));
        assertThat(Texts.of("words").keys()).containsExactlyElementsOf(wanted);
    }

    @Test
    void choices_haveATextForEveryComplaint_andNoTextMore() throws IOException {
        SortedSet<String> wanted = new TreeSet<>(List.of("complaint.line", "complaint.line-empty",
                "complaint.at-line"));
        Pattern rule = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"\\s*(?:,\\s*(?:Map\\.of|values\\))|\\)|,\\s*$|;)",
                Pattern.MULTILINE);
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.list(SOURCES.resolve("choices"))) {
            for (Path file : files.sorted().toList()) {
                code.append(Files.readString(file));
            }
        }
        SortedSet<String> named = new TreeSet<>(
                rule.matcher(code).results().map((MatchResult match) -> "complaint." + match.group(1)).toList());
        for (SamlMetadata.Flaw flaw : SamlMetadata.Flaw.values()) {
            named.add("complaint.saml-" + flaw.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        Pattern whole = Pattern.compile("\"(complaint\\.[a-z-]+)\"");
        try (Stream<Path> files = Files.walk(SOURCES.resolve("baseline")).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                whole.matcher(Files.readString(file)).results().forEach((match) -> named.add(match.group(1)));
            }
        }
        SortedSet<String> there = new TreeSet<>(Texts.of("choices").keys());
        there.removeAll(wanted);
        assertThat(named).as("texts that nobody names").containsAll(there);
    }

    private static List<String> keys(String kind, Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map((constant) -> kind + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    /** It is asked for after the outcome, once, and only where nobody has given it yet. */
    @Test
    void outcome_asksForNoWord_sinceThatIsDoneForAllOfThem() {
        Texts items = Texts.of("items");
        for (Item item : Baseline.ITEMS) {
            item.outcomes()
                    .forEach((outcome) -> assertThat(items.bundle()
                            .getString("item." + item.id() + ".outcome." + outcome.key())).as(item.id() + " "
                                    + outcome.key())
                            .doesNotContainIgnoringCase("your word")
                            .doesNotContainIgnoringCase("give your"));
        }
        assertThat(Texts.of("words").get("word.asked")).contains("your word");
    }

    @Test
    void text_putsInTheWords_whereAListIsNamed() {
        String text = new ItemTexts().verdict("item.activity-alarms.outcome.missing",
                java.util.Map.of("count", "2", "missing", "root-use,vpc-changes"));
        assertThat(text).endsWith("use of the root user, changes to VPCs.");
    }

    @Test
    void text_doesNotLookIntoValues() {
        assertThat(new ItemTexts().verdict("item.security-contact.outcome.group",
                java.util.Map.of("email", "{email}$1\\"))).contains("{email}$1\\");
    }

    @Test
    void regions_areToldInFewWords_whenTheyAreMany() {
        List<String> all = IntStream.rangeClosed(1, 17).mapToObj((number) -> "eu-west-" + number).toList();

        assertThat(summary(all.subList(0, 4), all)).contains(" in eu-west-1, eu-west-2, eu-west-3, eu-west-4.");
        assertThat(summary(all, all)).contains(" in every Region (17).");
        assertThat(summary(all.subList(1, 16), all)).contains(" in every Region but eu-west-1, eu-west-17.");
        assertThat(summary(all.subList(0, 9), all)).contains(" in eu-west-1, eu-west-2, eu-west-3 and 6 more.");
    }

    private static String summary(List<String> regions, List<String> judged) {
        return new ItemTexts().verdict("item.access-review.outcome.none",
                Map.of("regions", String.join(", ", regions), "judgedRegions", String.join(", ", judged)));
    }
}
