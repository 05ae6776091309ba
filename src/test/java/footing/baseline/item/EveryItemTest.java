package footing.baseline.item;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.AccountSummary;
import footing.account.Fact;
import footing.account.Identity;
import footing.account.Partition;
import footing.account.Reading;
import footing.account.Region;
import footing.account.States;
import footing.baseline.Baseline;
import footing.baseline.Beyond;
import footing.baseline.Finding;
import footing.baseline.Item;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.Attestation;
import footing.choices.BeyondChoices;
import footing.choices.Choices;
import footing.choices.Conventions;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.choices.Standards;
import footing.choices.SupportPlan;
import footing.plan.Change;
import footing.plan.Guide;
import footing.plan.Remedy;
import footing.plan.Stack;
import footing.text.FindingText;
import footing.text.ItemTexts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EveryItemTest {

    private static final ItemTexts TEXTS = new ItemTexts();
    /** By which every fact of an item can count. */
    private static final Standards OWNED = new Standards(30, Optional.of("owner"),
            Optional.of(SupportPlan.BUSINESS_PLUS));
    private static final List<Item> ALL = Stream.concat(Baseline.ITEMS.stream(), Beyond.ITEMS.stream()).toList();

    @Test
    void baseline_hasEveryItem_inTheOrderOfTheBrief() {
        assertThat(Baseline.ITEMS).extracting(Item::id).hasSize(27).containsExactlyElementsOf(ItemId.BASELINE);
        assertThat(Beyond.ITEMS).extracting(Item::id).containsExactlyElementsOf(ItemId.BEYOND);
    }

    @Test
    void item_isNotHeldAgainstTheAccount_whenNothingWasSeen() {
        for (Item item : ALL) {
            for (Reading<Object> reading : Accounts.unseen()) {
                AccountState account = States.blank().account();
                for (Fact<?> fact : Accounts.FACTS) {
                    account = with(account, fact, reading);
                }
                Verdict verdict = item.judge(account);
                assertThat(verdict.status()).as("%s %s", item, reading).isIn(Status.UNKNOWN, Status.NOT_APPLICABLE);
                assertThat(TEXTS.verdict(verdict.key(), verdict.values())).isNotBlank().doesNotContain("{");
            }
        }
    }

    @SuppressWarnings("unchecked") // a reading that is not seen holds no value
    private static <T> AccountState with(AccountState account, Fact<T> fact, Reading<?> reading) {
        return account.with(fact, (Reading<T>) reading);
    }

    /** What could not be looked at may hide something good, but never brings something bad to light. */
    @Property(tries = 400)
    void item_isNotMet_onlyWhereItIsNotMetWhenAllIsSeen(@ForAll long seed) {
        Accounts accounts = new Accounts(seed);
        AccountState whole = accounts.seen();
        AccountState partly = accounts.partly(whole);
        for (Item item : ALL) {
            Verdict seen = item.judge(whole);
            Verdict told = item.judge(partly);
            if (told.status() == Status.NOT_MET) {
                // A policy that is not JSON was not understood, though it was seen.
                assertThat(seen.status()).as("%s: %s, but seen whole %s", item, told.key(), seen.key())
                        .isIn(Status.NOT_MET, Status.UNKNOWN);
            }
            for (Verdict verdict : List.of(seen, told)) {
                assertThat(TEXTS.verdict(verdict.key(), verdict.values())).isNotBlank().doesNotContain("{");
            }
        }
    }

    /** Nobody is told that all is well, or will be, before what could speak against it was looked at. */
    @Property(tries = 400)
    void item_isMetOrWaits_onlyWhereItIsNotUnmetWhenAllIsSeen(@ForAll long seed) {
        Accounts accounts = new Accounts(seed);
        AccountState whole = accounts.seen();
        AccountState partly = accounts.partly(whole);
        for (Item item : ALL) {
            Verdict seen = item.judge(whole);
            Verdict told = item.judge(partly);
            // A Region that is off, or in which the organization lets nobody work, is left aside, and that is said.
            boolean aside = !told.values()
                    .getOrDefault("judgedRegions", "")
                    .equals(seen.values().getOrDefault("judgedRegions", ""));
            if (!aside && (told.status() == Status.MET || told.status() == Status.PENDING)) {
                assertThat(seen.status()).as("%s: %s, but seen whole %s", item, told.key(), seen.key())
                        .isNotEqualTo(Status.NOT_MET);
            }
        }
    }

    /** Nobody shows a verdict before the facts of its item were read; so no other fact may count, read or not. */
    @Property(tries = 50)
    void verdict_isTheSame_whateverIsKnownBesideTheFactsOfTheItem(@ForAll long seed) {
        AccountState whole = new Accounts(seed).seen();
        AccountState again = new Accounts(seed).seen();
        for (Item item : Baseline.ITEMS) {
            AccountState only = whole;
            for (Fact<?> fact : Fact.ALL) {
                if (!item.facts().contains(fact)) {
                    only = with(only, fact, States.failed("test:Read"));
                }
            }
            assertThat(item.judge(only, OWNED)).as(item.toString())
                    .isEqualTo(item.judge(whole, OWNED))
                    .isEqualTo(item.judge(again, OWNED));
        }
    }

    /** A fact that changes nothing when nobody can see it is read for nothing. */
    @Test
    void everyFactOfAnItem_countsSomewhere() {
        Set<String> idle = new TreeSet<>();
        Baseline.ITEMS.forEach((item) -> item.facts().forEach((fact) -> idle.add(item + " " + fact.name())));
        for (long seed = 0; seed < 300 && !idle.isEmpty(); seed++) {
            AccountState whole = new Accounts(seed).seen();
            for (Item item : Baseline.ITEMS) {
                for (Fact<?> fact : item.facts()) {
                    if (!idle.contains(item + " " + fact.name())) {
                        continue;
                    }
                    AccountState without = with(whole, fact, States.failed("test:Read"));
                    if (List.of(OWNED, Standards.USUAL)
                            .stream()
                            .anyMatch((by) -> !item.judge(without, by).equals(item.judge(whole, by)))) {
                        idle.remove(item + " " + fact.name());
                    }
                }
            }
        }
        assertThat(idle).as("facts that never counted").isEmpty();
    }

    @Property(tries = 120)
    void remedy_isTheSame_forTheSameAccountAndChoices(@ForAll long seed) {
        Accounts accounts = new Accounts(seed);
        AccountState account = accounts.partly(accounts.seen());
        Choices off = ExampleChoices.of(account);
        Choices choices = off.withBeyond(new BeyondChoices(Set.copyOf(ItemId.BEYOND), 50));
        Map<ItemId, Remedy> remedies = Baseline.remedies(account, choices);
        assertThat(remedies).isEqualTo(Baseline.remedies(account, choices)).containsOnlyKeys(ItemId.values());
        assertThat(Baseline.remedies(account, off).keySet()).containsExactlyElementsOf(ItemId.BASELINE);
        assertThat(Baseline.remedies(account, Conventions.choices(account)).keySet())
                .containsExactlyElementsOf(ItemId.BASELINE);
        Set<String> logicalIds = new HashSet<>();
        remedies.forEach((id, remedy) -> changes(remedy).forEach((change) -> {
            assertThat(change.item()).isEqualTo(id);
            if (change instanceof Change.StackResource resource) {
                assertThat(logicalIds.add(resource.logicalId())).as(resource.logicalId()).isTrue();
            }
        }));
    }

    /** Nothing is made in one Region that a Region nobody could look at forbids. */
    @Property(tries = 400)
    void detector_isMade_onlyWhereOneIsMadeWhenAllIsSeen(@ForAll long seed) {
        Accounts accounts = new Accounts(seed);
        AccountState whole = accounts.seen();
        AccountState partly = accounts.partly(whole);
        Choices choices = ExampleChoices.of(whole)
                .withBeyond(BeyondChoices.NONE.with(ItemId.THREAT_DETECTION, true));
        assertThat(detectors(whole, choices)).containsAll(detectors(partly, choices));
    }

    private static List<Change> detectors(AccountState account, Choices choices) {
        return Baseline.remedies(account, choices)
                .values()
                .stream()
                .flatMap((remedy) -> changes(remedy).stream())
                .filter((change) -> change.item() == ItemId.THREAT_DETECTION
                        && change instanceof Change.StackResource)
                .toList();
    }

    @Test
    void everyOutcome_canOccur() {
        Map<Item, Set<String>> open = new HashMap<>();
        for (Item item : ALL) {
            open.put(item, item.outcomes()
                    .stream()
                    .map((outcome) -> "item." + item.id() + ".outcome." + outcome.key())
                    .collect(Collectors.toSet()));
        }
        for (long seed = 0; seed < 5000 && !open.isEmpty(); seed++) {
            AccountState account = new Accounts(seed).seen();
            // An item of which every outcome occurred is not judged any more.
            open.entrySet().removeIf((entry) -> {
                measures(entry.getKey())
                        .forEach((by) -> entry.getValue().remove(entry.getKey().judge(account, by).key()));
                return entry.getValue().isEmpty();
            });
        }
        assertThat(open.values()).as("outcomes that never occurred").isEmpty();
    }

    private static List<Standards> measures(Item item) {
        return item.id() == ItemId.SUPPORT_PLAN
                ? Stream.concat(Stream.of(Standards.USUAL), Arrays.stream(SupportPlan.values())
                        .map((plan) -> new Standards(30, Optional.empty(), Optional.of(plan)))).toList()
                : List.of(Standards.USUAL, OWNED);
    }

    @Test
    void controls_haveAVersion_exceptSecurityHubs() {
        ALL.stream()
                .flatMap((item) -> item.controls().stream())
                .forEach((control) -> assertThat(control.version().isEmpty()).as(control.toString())
                        .isEqualTo(control.framework().equals("AWS Security Hub")));
        assertThat(new ActivityAlarms().controls()).extracting((control) -> control.id())
                .contains("4.15", "5.1", "CloudWatch.14", "CC7.4");
    }

    @Test
    void attestation_counts_whileItHolds_andDropsTheManualStep() {
        LocalDate today = LocalDate.of(2026, 3, 1);
        Attestation word = new Attestation("Jane", today, "Two security keys", "", today.plusDays(30));
        AccountState account = States.fresh()
                .seen(Fact.ACCOUNT_SUMMARY, new footing.account.AccountSummary(true, false, true, false, 0))
                .account();
        Item mfa = Baseline.ITEMS.stream().filter((item) -> item.id() == ItemId.ROOT_MFA).findFirst().orElseThrow();
        Finding held = Baseline.judge(mfa, account, Map.of(ItemId.ROOT_MFA, word), today);
        Finding late = Baseline.judge(mfa, account, Map.of(ItemId.ROOT_MFA, word), today.plusDays(31));
        assertThat(held.status()).isEqualTo(Status.ATTESTED);
        assertThat(late.status()).isEqualTo(Status.NEEDS_ATTESTATION);
        FindingText texts = new FindingText();
        assertThat(texts.summary(held)).endsWith("Jane gave their word on 2026-03-01, until 2026-03-31.")
                .doesNotContain("lease give");
        assertThat(texts.summary(late)).endsWith("held until 2026-03-31: please give it again.");
        assertThat(texts.summary(Baseline.judge(mfa, account, Map.of(), today)))
                .endsWith("Please give your word for it.");
        Choices example = ExampleChoices.of(account);
        Choices attested = example.withLeave(Set.of(ItemId.TRAIL)).withAttestations(Map.of(ItemId.ROOT_MFA, word));
        assertThat(changes(mfa.remedy(account, example))).hasSize(1);
        assertThat(Baseline.remedies(account, attested)).containsEntry(ItemId.ROOT_MFA,
                Remedy.nothing(Remedy.Reason.IN_ORDER))
                .containsEntry(ItemId.TRAIL,
                        Remedy.nothing(Remedy.Reason.LEFT));
    }

    @Test
    void nothingIsMade_inAStackThatWasNotSeen() {
        States none = States.fresh()
                .denied(Fact.SECURITY_STACK, "cloudformation:DescribeStacks")
                .denied(Fact.BILLING_STACK, "cloudformation:DescribeStacks");
        assertThat(made(none.account())).isEmpty();

        AccountState noBilling = States.fresh()
                .denied(Fact.BILLING_STACK, "cloudformation:DescribeStacks")
                .account();
        assertThat(made(noBilling)).containsExactlyInAnyOrder(Stack.Kind.SECURITY, Stack.Kind.CONFIG);

        // What AWS Config delivers to is the security stack's, so that the one waits for the other.
        AccountState noSecurity = States.fresh()
                .denied(Fact.SECURITY_STACK, "cloudformation:DescribeStacks")
                .account();
        assertThat(made(noSecurity)).containsExactly(Stack.Kind.BILLING);
    }

    private static Set<Stack.Kind> made(AccountState account) {
        return Baseline.remedies(account, ExampleChoices.of(account))
                .values()
                .stream()
                .flatMap((remedy) -> changes(remedy).stream())
                .filter(Change.StackResource.class::isInstance)
                .map((change) -> ((Change.StackResource) change).stack().kind())
                .collect(Collectors.toSet());
    }

    private static List<Change> changes(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Changes(List<Change> changes, _) -> changes;
            case Remedy.Nothing nothing -> List.of();
        };
    }

    @ParameterizedTest
    @CsvSource({"AWS, eu-central-1, console.aws.amazon.com, us-east-1",
        "AWS_US_GOV, us-gov-east-1, console.amazonaws-us-gov.com, us-gov-west-1",
        "AWS_CN, cn-northwest-1, console.amazonaws.cn, cn-north-1"})
    void whatIsByHand_hasItsSteps_andAPlaceInTheConsoleOfThePartition(Partition partition, String home,
            String host, String global) {
        AccountState seen = States.fresh().account();
        AccountState account = new AccountState(
                new Identity(States.ACCOUNT, "arn:" + partition.id() + ":iam::123456789012:user/admin",
                        Optional.empty(), partition),
                new Region(home), List.of(new Region(home)), States.NOW,
                seen.with(Fact.ACCOUNT_SUMMARY,
                        Reading.seen(new AccountSummary(false, true, true, false, 3)))
                        .readings());
        Map<ItemId, Remedy> remedies = Baseline.remedies(account, ExampleChoices.of(account));
        for (ItemId item : List.of(ItemId.ROOT_MFA, ItemId.ROOT_ACCESS_KEYS, ItemId.ROOT_PASSWORD, ItemId.SUPPORT_PLAN,
                ItemId.PRIMARY_CONTACT)) {
            Guide guide = changes(Optional.ofNullable(remedies.get(item)).orElseThrow()).stream()
                    .filter(Change.ManualStep.class::isInstance)
                    .map((step) -> ((Change.ManualStep) step).guide())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(item));
            assertThat(guide.link().toString()).startsWith("https://" + host + "/")
                    .contains("?region=" + global + "#/");
            List<String> steps = new ItemTexts().steps(guide.key());
            assertThat(steps).hasSizeGreaterThan(3);
            // At the end whoever did it looks again, or gives their word.
            assertThat(steps.getLast()).containsPattern("look again|give your word");
        }
    }

    @Test
    void links_leadIntoTheConsoleOfThePartition() {
        AccountState china = new AccountState(
                new footing.account.Identity(States.ACCOUNT, "arn:aws-cn:iam::123456789012:user/admin",
                        java.util.Optional.empty(), footing.account.Partition.AWS_CN),
                new footing.account.Region("cn-north-1"), List.of(), States.NOW, Map.of());
        assertThat(Console.account(china).getHost()).isEqualTo("console.amazonaws.cn");
        assertThat(Arrays.asList(Console.securityCredentials(china).getQuery())).containsExactly("region=cn-north-1");
    }
}
