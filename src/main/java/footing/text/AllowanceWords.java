package footing.text;

import footing.account.Permission;
import footing.plan.Allowance.Denied;
import footing.plan.Allowance.Doubt;
import footing.plan.Allowance.Obstacle;
import footing.plan.Allowances;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What whoever is signed in may do of a plan, in the words of window and terminal. */
public final class AllowanceWords {

    private static final Texts TEXTS = Texts.of("allowance");
    private static final int LONGEST = 600;
    /** So many actions that nothing is known of are named; of more, the number. */
    private static final int MOST_NAMED = 6;
    private static final List<String> EVERYTHING = List.of("*");

    private AllowanceWords() {
    }

    /**
     * What one obstacle denies.
     *
     * @param title what stands in the way, and of how many permissions
     * @param advice who has to do what about it
     */
    public record Part(String title, List<Group> groups, String advice) {
    }

    /**
     * Actions that are denied on the same resources.
     *
     * @param resources their ARNs, fit to be shown; empty where it is on everything
     */
    public record Group(List<String> actions, List<String> resources) {
    }

    /** Everything is allowed. */
    public static String allowed() {
        return TEXTS.get("allowed");
    }

    /** What is denied, obstacle by obstacle. */
    public static List<Part> denied(Allowances allowances) {
        return allowances.obstacles()
                .stream()
                .map((obstacle) -> part(obstacle,
                        allowances.denied().stream().filter((one) -> one.by() == obstacle).toList()))
                .toList();
    }

    /**
     * The same as a text to hand on.
     *
     * @param principal to whom it is denied: their ARN
     */
    public static String list(Allowances allowances, String principal) {
        List<String> lines = new ArrayList<>(List.of(TEXTS.get("list", Map.of("principal", shown(principal)))));
        for (Part part : denied(allowances)) {
            lines.addAll(List.of("", part.title()));
            for (Group group : part.groups()) {
                String on = group.resources().isEmpty()
                        ? ""
                        : " " + TEXTS.get("on", Map.of("resources", String.join(", ", group.resources())));
                group.actions().forEach((action) -> lines.add("- " + action + on));
            }
            lines.add(part.advice());
        }
        return String.join("\n", lines) + "\n";
    }

    private static Part part(Obstacle obstacle, List<Denied> denied) {
        Map<List<String>, List<String>> byResources = new LinkedHashMap<>();
        TreeSet<String> policies = new TreeSet<>();
        for (Denied one : denied) {
            byResources.computeIfAbsent(one.resources(), (resources) -> new ArrayList<>())
                    .add(one.asked().action().action());
            one.policies().stream().map(AllowanceWords::shown).forEach(policies::add);
        }
        List<Group> groups = byResources.entrySet()
                .stream()
                .map((group) -> new Group(List.copyOf(group.getValue()), group.getKey().equals(EVERYTHING)
                        ? List.of()
                        : group.getKey().stream().map(AllowanceWords::shown).toList()))
                .toList();
        String named = policies.isEmpty()
                ? ""
                : TEXTS.get("policies", Map.of("policies", String.join(", ", policies)));
        String count = Long.toString(denied.stream().map((one) -> one.asked().action()).distinct().count());
        return new Part(TEXTS.get("by." + key(obstacle), Map.of("count", count, "policies", named)), groups,
                TEXTS.get("advice." + key(obstacle)));
    }

    /** What is not known, once for each reason. */
    public static List<String> doubts(Allowances allowances) {
        return allowances.doubts()
                .entrySet()
                .stream()
                .map((doubt) -> TEXTS.get("doubt", Map.of("what", which(doubt.getValue(), allowances), "why",
                        why(doubt.getKey()))))
                .toList();
    }

    private static String which(Collection<Permission> actions, Allowances allowances) {
        if (allowances.allowed().isEmpty() && !allowances.isDenied() && allowances.doubts().size() == 1) {
            return TEXTS.get("whole");
        }
        return actions.size() > MOST_NAMED
                ? TEXTS.get("several", Map.of("count", Integer.toString(actions.size())))
                : actions.stream().map(Permission::action).collect(Collectors.joining(", "));
    }

    private static String why(Doubt doubt) {
        return switch (doubt) {
            case Doubt.MayNotAsk(Permission missing, var by) ->
                TEXTS.get("may-not-ask", Map.of("permission", missing.action()));
            case Doubt.NoAnswer(String message) -> TEXTS.get("no-answer", Map.of("message", shown(message)));
            case Doubt.NotSimulated(Doubt.Who who) ->
                TEXTS.get("not-simulated." + who.name().toLowerCase(Locale.ROOT));
            case Doubt.NotUnderstood(String message) ->
                TEXTS.get("not-understood", Map.of("message", shown(message)));
            case Doubt.DependsOn(List<String> keys) ->
                TEXTS.get("depends-on", Map.of("keys", shown(String.join(", ", keys))));
            case Doubt.TooMuchToAsk() -> TEXTS.get("too-much");
        };
    }

    private static String shown(String data) {
        return Visible.line(data, LONGEST);
    }

    private static String key(Obstacle obstacle) {
        return obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
