package footing.wizard.control;

import footing.aws.apply.ApplyEvent;
import footing.plan.ChangeGroup;
import footing.plan.Cost;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Words.Detail;
import footing.text.Texts;
import footing.text.Visible;
import footing.wizard.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a planned change says, in words. */
public final class ChangeWords {

    private static final int LONGEST_VALUE = 2000;
    private static final int LONGEST_SAYING = 600;
    private static final Texts PLAN = Texts.of("plan");

    private ChangeWords() {
    }

    public static String title(PlannedChange change) {
        return title(footing.plan.Words.of(change));
    }

    /** What several changes say together. */
    public static String title(ChangeGroup group) {
        return title(group.words());
    }

    private static String title(footing.plan.Words words) {
        return Visible.line(PLAN.get(words.key(), words.values()), LONGEST_VALUE);
    }

    public static List<Detail> details(PlannedChange change) {
        return footing.plan.Words.of(change).details();
    }

    /** Why something could not be done. */
    public static String failure(ApplyEvent.Failure failure) {
        return Visible.line(PLAN.get(failure.key(), Map.of("what", failure.what(), "message",
                Visible.line(failure.message(), LONGEST_SAYING))), LONGEST_SAYING);
    }

    /** How it is taken back. */
    public static String undo(PlannedChange change) {
        return PLAN.get(footing.plan.Words.key(change.undo()));
    }

    public static String cost(Cost cost) {
        boolean free = cost.monthlyUsd().signum() == 0;
        if (free) {
            return Words.get(cost.usage() ? "cost.usage" : "cost.none");
        }
        return Words.get(cost.usage() ? "cost.monthly-and-usage" : "cost.monthly", "usd", dollars(cost.monthlyUsd()));
    }

    /** What is worth naming of what a plan costs by use. */
    public static String usage(Plan plan) {
        return footing.plan.Words.usage(plan).stream().map(ChangeWords::title).collect(Collectors.joining(" "));
    }

    public static String value(String value) {
        return Visible.line(value, LONGEST_VALUE);
    }

    private static String dollars(BigDecimal usd) {
        return usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
