package footing.baseline;

import footing.account.Absence;
import footing.account.AccountState;
import footing.account.DeniedBy;
import footing.account.Evidence;
import footing.account.Reading;
import footing.account.Regional;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How an item turned out.
 *
 * @param status where it stands
 * @param outcome which of the item's outcomes it is; empty where it could not be seen
 * @param key the key of the text that says so: {@code item.root-mfa.outcome.none}, or {@code unseen.denied} for all
 * items alike
 * @param values what the text names
 * @param evidence what the judgement rests on
 */
public record Verdict(Status status, Optional<Outcome> outcome, String key, Map<String, String> values,
        Evidence evidence) {

    public Verdict {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** An outcome and what its text names: what a judge makes of facts that were seen. */
    public record Ruling(Outcome outcome, Map<String, String> values) {

        public static Ruling of(Outcome outcome) {
            return new Ruling(outcome, Map.of());
        }

        public static Ruling of(Outcome outcome, Map<String, String> values) {
            return new Ruling(outcome, values);
        }
    }

    /** The one place where a fact that was not seen becomes a verdict. */
    public static Verdict of(Item item, Reading<Ruling> reading) {
        return switch (reading) {
            case Reading.Seen<Ruling>(Ruling ruling, Evidence evidence) ->
                new Verdict(ruling.outcome().status(), Optional.of(ruling.outcome()),
                        "item." + item.id() + ".outcome." + ruling.outcome().key(), ruling.values(), evidence);
            case Reading.Denied<Ruling> denied ->
                new Verdict(Status.UNKNOWN, Optional.empty(), "unseen.denied." + word(denied.by()),
                        Map.of("permission", denied.missing().action()), denied.evidence());
            case Reading.Unavailable<Ruling>(Absence why) -> new Verdict(
                    why.kind() == Absence.Kind.NOT_OFFERED ? Status.NOT_APPLICABLE : Status.UNKNOWN, Optional.empty(),
                    "unseen.unavailable." + word(why.kind()),
                    Map.of("detail", why.detail()), Evidence.NONE);
            case Reading.Failed<Ruling> failed ->
                new Verdict(Status.UNKNOWN, Optional.empty(), "unseen.failed." + word(failed.problem().kind()),
                        Map.of("call", failed.problem().call(), "message", failed.problem().message()), Evidence.NONE);
        };
    }

    /**
     * The verdict of what was ruled in each of several Regions: not met where any is not met, else unknown where any
     * could not be seen, else pending where any waits. The values name the Regions: {@code regions}.
     */
    public static Verdict ofRegions(Item item, AccountState account, Reading<Regional<Ruling>> reading) {
        return RegionalVerdict.of(item, account, reading);
    }

    /** Whether it could not be seen since a policy of the organization refuses it. */
    public boolean isRefusedAbove() {
        return key.equals("unseen.denied." + word(DeniedBy.ORGANIZATION_POLICY));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
