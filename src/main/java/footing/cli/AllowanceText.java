package footing.cli;

import footing.plan.Allowances;
import footing.plan.IamPolicy;
import footing.plan.Plan;
import footing.text.AllowanceWords;
import footing.text.Texts;
import footing.text.Visible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What whoever is signed in may do of a plan, told in the terminal. */
final class AllowanceText {

    private static final Texts TEXTS = Texts.of("cli");
    private static final int LONGEST = 600;

    private final Terminal terminal;

    AllowanceText(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Asks AWS, and tells what came of it.
     *
     * @param despiteDenied whether a denial stops nothing
     * @return whether the plan may be carried out: otherwise it was told that nothing is changed, and why
     */
    static boolean letsPass(Journey journey, Plan plan, boolean despiteDenied) {
        Terminal terminal = journey.terminal();
        Allowances allowances = journey.allowances(plan);
        new AllowanceText(terminal).print(allowances, plan);
        if (!allowances.isDenied()) {
            return true;
        }
        if (despiteDenied) {
            terminal.note(TEXTS.get("allowance.despite"));
            return true;
        }
        terminal.complain(TEXTS.get("allowance.stopped"));
        return false;
    }

    /** One line where everything is allowed; otherwise what is denied by what, and what is not known, and the policy. */
    void print(Allowances allowances, Plan plan) {
        if (plan.isEmpty()) {
            return;
        }
        terminal.heading(TEXTS.get("allowance.heading"));
        if (!allowances.isDenied() && allowances.doubts().isEmpty()) {
            terminal.say(AllowanceWords.allowed(), 2);
        }
        AllowanceWords.denied(allowances).forEach(this::print);
        AllowanceWords.doubts(allowances).forEach((words) -> terminal.say(words, 2));
        List<IamPolicy> missing = allowances.missing().parts();
        if (!missing.isEmpty()) {
            terminal.heading(TEXTS.get("allowance.policy",
                    Map.of("principal", Visible.line(plan.identity().principal(), LONGEST))));
            terminal.print(missing.stream().flatMap((policy) -> policy.json().lines()).toList());
        }
    }

    private void print(AllowanceWords.Part part) {
        terminal.say(part.title(), 2);
        for (AllowanceWords.Group group : part.groups()) {
            terminal.say(String.join(", ", group.actions()), 4);
            group.resources().forEach((resource) -> terminal.say(resource, 6));
        }
        terminal.say(part.advice(), 4);
    }

    /** The policies that are missing, each with the name of the file that it goes into. */
    static Map<String, IamPolicy> missing(Allowances allowances) {
        List<IamPolicy> parts = allowances.missing().parts();
        Map<String, IamPolicy> files = new LinkedHashMap<>();
        parts.forEach((part) -> files.put("missing-permissions"
                + (parts.size() > 1 ? "-" + (files.size() + 1) : "") + ".json", part));
        return files;
    }
}
