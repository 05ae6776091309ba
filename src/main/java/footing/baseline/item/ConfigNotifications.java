package footing.baseline.item;

import footing.account.AccountState;
import footing.account.ComplianceEvent;
import footing.account.ConfigRule;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.Verdict.Ruling;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Remedy;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the rules of AWS Config find reaches somebody who has confirmed, from every Region. Source: {@code
 * events:ListRules}, {@code ListTargetsByRule}, {@code sns:GetTopicAttributes}, {@code ListSubscriptions}, {@code
 * GetSubscriptionAttributes}.
 */
final class ConfigNotifications extends Described {

    /** From the shortest way to the whole one: of several ways the one that gets furthest counts. */
    enum Result implements Outcome {
        NO_RULES(Status.NOT_MET),
        NONE(Status.NOT_MET),
        OFF(Status.NOT_MET),
        NO_TARGET(Status.NOT_MET),
        REFUSED(Status.NOT_MET),
        TOPIC_KEY(Status.NOT_MET),
        TOPIC_PUBLIC(Status.NOT_MET),
        NOBODY(Status.NOT_MET),
        /** Another account's people alone see whether somebody hears. */
        ELSEWHERE(Status.NEEDS_ATTESTATION),
        /** A program is told, of which nobody can see from here whom it tells. */
        OTHER_MEANS(Status.NEEDS_ATTESTATION),
        /** Whether EventBridge may publish rests on a key or a condition that nobody here can weigh. */
        TOPIC_UNCLEAR(Status.NEEDS_ATTESTATION),
        LOOKS_PERSONAL(Status.NEEDS_ATTESTATION),
        /** Who has confirmed gets only what a filter policy lets through. */
        FILTERED(Status.NEEDS_ATTESTATION),
        UNCONFIRMED(Status.PENDING),
        REACHES(Status.MET);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }

        @Override
        public boolean isByHand() {
            return this == TOPIC_KEY || this == TOPIC_PUBLIC;
        }

        @Override
        public boolean waitsForPerson() {
            return this == UNCONFIRMED;
        }
    }

    ConfigNotifications() {
        super(ItemId.CONFIG_NOTIFICATIONS, Section.LOGGING, Fix.FOOTING,
                Set.of(Fact.CONFIG_RULES, Fact.CONFIG_EVENTS, Fact.EVENT_TOPICS, Fact.REGIONS), Result.values(),
                Controls.none());
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.ofRegions(this, account, account.read(Fact.CONFIG_RULES)
                .map((regions) -> regions.flatMap((region, rules) -> ruling(account, region, rules))));
    }

    private static Reading<Ruling> ruling(AccountState account, Region region, List<ConfigRule> rules) {
        if (rules.isEmpty()) {
            return Reading.seen(Ruling.of(Result.NO_RULES));
        }
        Map<String, Reading<ComplianceWay>> ways = new TreeMap<>();
        rules.forEach((rule) -> ways.put(rule.name(), ComplianceWay.of(account, region,
                ComplianceEvent.of(account.identity().account(), region, rule.managed(), rule.name()))));
        Evidence evidence = ways.values().stream().map(Reading::evidenceOrNone).reduce(Evidence.NONE, Evidence::and);
        return ways.values()
                .stream()
                .flatMap((way) -> way.found().stream())
                .filter((way) -> way.end().status() == Status.NOT_MET)
                .min(Comparator.comparing(ComplianceWay::end))
                .map((way) -> Reading.seen(ruling(way, ways), evidence))
                .orElseGet(() -> Reading.all(List.copyOf(ways.values()))
                        .map((all) -> ruling(all.stream().min(Comparator.comparing(ComplianceWay::end)).orElseThrow(),
                                ways)));
    }

    /** The rules whose findings get no further than this. */
    private static Ruling ruling(ComplianceWay way, Map<String, Reading<ComplianceWay>> ways) {
        String rules = ways.entrySet()
                .stream()
                .filter((entry) -> entry.getValue().found().filter((one) -> one.end() == way.end()).isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return Ruling.of(way.end(), Map.of("rules", rules, "by", way.by()));
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        Optional<List<Change>> changes = NotificationResources.changes(account, choices);
        if (changes.filter((some) -> !some.isEmpty()).isPresent()) {
            return new Remedy.Changes(changes.get());
        }
        return Remedy.nothing(unchanged(account,
                changes.isEmpty() ? Remedy.Reason.NOT_DECIDED : Remedy.Reason.NEEDS_ANOTHER));
    }
}
