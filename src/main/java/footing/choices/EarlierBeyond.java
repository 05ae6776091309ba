package footing.choices;

import footing.account.AccountState;
import footing.account.Fact;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people wanted beyond the baseline before, as far as the stacks that came of it tell: a setting tells nothing. */
public final class EarlierBeyond {

    private static final Pattern AMOUNT = Pattern.compile("\"Values\":\\[\"([0-9]{1,9})\"]");

    private EarlierBeyond() {
    }

    /** What Footing's stacks hold of it. */
    public static BeyondChoices of(AccountState account) {
        EarlierChoices earlier = EarlierChoices.of(account);
        int usd = earlier.text(BeyondChoices.SUBSCRIPTION, "ThresholdExpression")
                .map(AMOUNT::matcher)
                .filter(Matcher::find)
                .map((found) -> Integer.parseInt(found.group(1)))
                .orElse(BeyondChoices.ANOMALY_USD);
        return BeyondChoices.NONE.with(ItemId.COST_ANOMALIES, earlier.ids().contains(BeyondChoices.SUBSCRIPTION))
                .with(ItemId.THREAT_DETECTION, hasDetector(account))
                .withAnomalyUsd(usd);
    }

    private static boolean hasDetector(AccountState account) {
        return account.read(Fact.CONFIG_STACKS)
                .found()
                .stream()
                .flatMap((stacks) -> stacks.found().values().stream())
                .flatMap((stack) -> stack.stream())
                .anyMatch((stack) -> stack.resource(BeyondChoices.DETECTOR).isPresent());
    }
}
