package footing.template;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.plan.Change;
import footing.plan.Plan;
import footing.plan.Stack;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans as CloudFormation templates, and the templates that are deployed as resources again. */
public final class Templates {

    /** The largest template that CloudFormation takes without a bucket, in bytes. */
    public static final int MAX_BYTES = 51_200;

    private Templates() {
    }

    /**
     * The template of a stack: the same plan gives the same bytes.
     *
     * @throws IllegalArgumentException where the plan has nothing for the stack to hold
     */
    public static String text(Plan plan, Stack stack) {
        return TemplateWriter.text(Optional.ofNullable(plan.stacks().get(stack))
                .orElseThrow(() -> new IllegalArgumentException("the plan has nothing for " + stack.label())));
    }

    /**
     * What Footing's stacks hold now, in the order of dependency. A stack that exists and is missing here holds what
     * Footing did not write: whoever made that would lose it by an update, so that nothing of the stack is planned.
     */
    public static Map<Stack, List<Change.StackResource>> deployed(AccountState account) {
        Map<Stack, List<Change.StackResource>> deployed = new TreeMap<>();
        Stack.allDeployed(account)
                .forEach((stack, there) -> resources(stack, there)
                        .ifPresent((resources) -> deployed.put(stack, resources)));
        return Collections.unmodifiableMap(deployed);
    }

    /** Why a deployed stack cannot be read, for people who know templates; empty where it can. */
    public static Optional<String> unreadable(Stack stack, DeployedStack there) {
        try {
            read(stack, there);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The first thing in a stack that is not as it was when the plan was made, in the words of a change set; empty where
     * all is.
     *
     * @param template the stack's template now
     */
    public static Optional<String> altered(Plan plan, Stack stack, String template) {
        List<Change.StackResource> now;
        try {
            now = TemplateReader.read(stack, template);
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        Map<String, Change.StackResource> was = byId(plan.deployed().getOrDefault(stack, List.of()));
        Map<String, Change.StackResource> is = byId(now);
        return Stream.concat(is.keySet().stream(), was.keySet().stream())
                .filter((id) -> !Objects.equals(was.get(id), is.get(id)))
                .findFirst()
                .map((id) -> (!was.containsKey(id) ? "Add " : is.containsKey(id) ? "Modify " : "Remove ") + id);
    }

    private static Map<String, Change.StackResource> byId(List<Change.StackResource> resources) {
        return resources.stream()
                .collect(Collectors.toMap(Change.StackResource::logicalId, Function.identity(), (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static Optional<List<Change.StackResource>> resources(Stack stack, DeployedStack there) {
        try {
            return Optional.of(read(stack, there));
        } catch (IllegalArgumentException altered) {
            // Told by its absence, and by unreadable().
            return Optional.empty();
        }
    }

    private static List<Change.StackResource> read(Stack stack, DeployedStack there) {
        return there.condition().holdsNothing() ? List.of() : TemplateReader.read(stack, there.template());
    }
}
