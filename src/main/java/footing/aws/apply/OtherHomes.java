package footing.aws.apply;

import footing.account.Region;
import footing.plan.Stack;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The homes, beside the one that is asked about, that runs on an account were made for, and that are not over. */
final class OtherHomes {

    private OtherHomes() {
    }

    /** The last run of each other home from which nobody has taken everything back yet. */
    static Map<Region, EarlierRun> of(List<EarlierRun> runs, Region home) {
        Map<Region, EarlierRun> last = new TreeMap<>();
        runs.stream().filter((run) -> !run.onlyAsked()).forEach((run) -> last.put(run.home(), run));
        last.remove(home);
        last.values()
                .removeIf((run) -> run.intent() instanceof Intent.TakeBack && run.end() == EarlierRun.End.DONE
                        && !standsStill(runs, run.home()));
        return last;
    }

    /** Whether the stack that stands in the home alone was made from it, and not deleted, as far as the runs tell. */
    private static boolean standsStill(List<EarlierRun> runs, Region home) {
        boolean stands = false;
        for (EarlierRun run : runs) {
            for (EarlierRun.Step step : run.home().equals(home) ? run.steps() : List.<EarlierRun.Step>of()) {
                if (step.what() instanceof EarlierRun.What.OfStack(var stack, var action)
                        && stack.equals(Stack.SECURITY)) {
                    stands = action.equals("DELETE")
                            ? stands && step.outcome() != EarlierRun.Outcome.DONE
                            : stands || step.outcome() != EarlierRun.Outcome.REFUSED;
                }
            }
        }
        return stands;
    }
}
