package footing.template;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import footing.account.AccountState;
import footing.plan.Plan;
import footing.plan.Stack;
import java.util.List;
import java.util.Optional;

/** What would be different of a stack's template, line by line. */
public final class TemplateDiff {

    private static final int CONTEXT = 3;

    private TemplateDiff() {
    }

    /**
     * The template as it would be against the one that is deployed, in the unified format; empty where no byte of it is
     * different, or nothing is deployed. Of a stack that goes, all is gone.
     *
     * @param account the one that the plan was made of
     */
    public static String unified(Plan plan, AccountState account, Stack stack) {
        return Optional.ofNullable(Stack.allDeployed(account).get(stack))
                .filter((there) -> !there.condition().holdsNothing())
                .map((there) -> unified(stack.label() + ".yaml", there.template(),
                        plan.stacks().containsKey(stack) ? Templates.text(plan, stack) : ""))
                .orElse("");
    }

    private static String unified(String file, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        List<String> lines = before.lines().toList();
        return String.join("\n", UnifiedDiffUtils.generateUnifiedDiff("deployed/" + file, "planned/" + file, lines,
                DiffUtils.diff(lines, after.lines().toList()), CONTEXT)) + "\n";
    }
}
