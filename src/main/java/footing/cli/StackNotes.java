package footing.cli;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.account.StackCondition;
import footing.plan.Stack;
import footing.text.Texts;
import footing.text.Visible;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What is the matter with the stacks that Footing made, and what to do about it. */
final class StackNotes {

    private static final Texts PLAN = Texts.of("plan");
    private static final int LONGEST = 100;

    private StackNotes() {
    }

    /** A paragraph for each stack that does not simply stand there. */
    static void print(Terminal terminal, AccountState account) {
        made(account).filter((stack) -> stack.condition() != StackCondition.AT_REST).forEach((stack) -> {
            terminal.say("");
            terminal.say(words(stack));
        });
    }

    /** Whether nothing keeps anyone from changing what Footing made. */
    static boolean allFree(AccountState account) {
        return made(account).noneMatch((stack) -> stack.condition() == StackCondition.BUSY
                || stack.condition().isStuck());
    }

    private static String words(DeployedStack stack) {
        String condition = stack.condition().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return PLAN.get("stack." + condition, Map.of("stack", stack.name(), "status",
                Visible.line(stack.status(), LONGEST), "since",
                stack.since().map((time) -> PLAN.get("stack.since", Map.of("time", Times.utc(time)))).orElse("")))
                .strip();
    }

    private static Stream<DeployedStack> made(AccountState account) {
        return Stack.allDeployed(account).values().stream();
    }
}
