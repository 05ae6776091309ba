package footing.plan;

import footing.account.Permission;
import footing.plan.Allowance.Allowed;
import footing.plan.Allowance.Asked;
import footing.plan.Allowance.Denied;
import footing.plan.Allowance.Doubt;
import footing.plan.Allowance.NotKnown;
import footing.plan.Allowance.Obstacle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known of all that a plan takes, before it is carried out: allowed, denied by what, or not known and why. */
public record Allowances(List<Allowance> all) {

    public Allowances {
        all = List.copyOf(all);
    }

    /** Nothing is known of anything that a policy allows, for one reason. */
    public static Allowances unknown(IamPolicy policy, Doubt why) {
        return new Allowances(asked(policy).stream().<Allowance>map((asked) -> new NotKnown(asked, why)).toList());
    }

    /** Everything that a policy allows, in its order. */
    public static List<Asked> asked(IamPolicy policy) {
        return policy.statements()
                .stream()
                .flatMap((statement) -> statement.actions().stream().map((action) -> new Asked(statement, action)))
                .toList();
    }

    /** What is denied, by obstacle and action. */
    public List<Denied> denied() {
        return all.stream()
                .filter(Denied.class::isInstance)
                .map(Denied.class::cast)
                .sorted(Comparator.comparing(Denied::by).thenComparing((denied) -> denied.asked().action()))
                .toList();
    }

    /** Whether the plan cannot be carried out whole, as far as AWS tells. */
    public boolean isDenied() {
        return all.stream().anyMatch(Denied.class::isInstance);
    }

    /** The obstacles that there are. */
    public SortedSet<Obstacle> obstacles() {
        SortedSet<Obstacle> obstacles = new TreeSet<>();
        denied().forEach((denied) -> obstacles.add(denied.by()));
        return obstacles;
    }

    /** The actions that are allowed in every respect. */
    public SortedSet<Permission> allowed() {
        SortedSet<Permission> allowed = new TreeSet<>();
        SortedSet<Permission> others = new TreeSet<>();
        all.forEach((one) -> (one instanceof Allowed ? allowed : others).add(one.asked().action()));
        allowed.removeAll(others);
        return allowed;
    }

    /** The actions that nothing is known of, by the reason. */
    public Map<Doubt, SortedSet<Permission>> doubts() {
        Map<Doubt, SortedSet<Permission>> doubts = new LinkedHashMap<>();
        for (Allowance one : all) {
            if (one instanceof NotKnown(Asked asked, Doubt why)) {
                doubts.computeIfAbsent(why, (reason) -> new TreeSet<>()).add(asked.action());
            }
        }
        return doubts;
    }

    /**
     * Exactly what a policy on whoever is signed in has to allow beside what it allows now; without statements where no
     * policy on them helps.
     */
    public IamPolicy missing() {
        Map<IamPolicy.Statement, List<Denied>> byStatement = new LinkedHashMap<>();
        for (Denied denied : denied()) {
            if (denied.by() == Obstacle.NOT_ALLOWED) {
                byStatement.computeIfAbsent(denied.asked().statement(), (one) -> new ArrayList<>()).add(denied);
            }
        }
        List<IamPolicy.Statement> missing = new ArrayList<>();
        byStatement.forEach((statement, denied) -> missing.addAll(missing(statement, denied)));
        return new IamPolicy(missing);
    }

    /** The actions of one statement, by the resources that they are missing on. */
    private static Collection<IamPolicy.Statement> missing(IamPolicy.Statement of, List<Denied> denied) {
        SortedMap<String, IamPolicy.Statement> missing = new TreeMap<>();
        for (Denied one : denied) {
            SortedSet<Permission> action = new TreeSet<>(List.of(one.asked().action()));
            String sid = of.sid() + (missing.isEmpty() ? "" : missing.size() + 1);
            missing.merge(String.join(" ", one.resources()),
                    new IamPolicy.Statement(sid, action, one.resources(), of.equal()), Allowances::together);
        }
        return missing.values();
    }

    private static IamPolicy.Statement together(IamPolicy.Statement one, IamPolicy.Statement other) {
        SortedSet<Permission> actions = new TreeSet<>(one.actions());
        actions.addAll(other.actions());
        return new IamPolicy.Statement(one.sid(), actions, one.resources(), one.equal());
    }
}
