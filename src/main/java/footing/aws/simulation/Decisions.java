package footing.aws.simulation;

import footing.account.Permission;
import footing.plan.Allowance;
import footing.plan.Allowance.Asked;
import footing.plan.Allowance.Doubt;
import footing.plan.Allowance.Obstacle;
import footing.plan.Allowances;
import footing.plan.IamPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.HashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.EvaluationResult;

/** What was decided so far of all that is asked. Safe for many threads. */
final class Decisions {

    private final List<Asked> asked;
    private final Map<Asked, List<Decision.On>> decided = new HashMap<>();
    private Doubt otherwise;

    /** @param otherwise why nothing is known of what stays without an answer */
    Decisions(IamPolicy policy, Doubt otherwise) {
        this.asked = Allowances.asked(policy);
        this.otherwise = otherwise;
    }

    synchronized void otherwise(Doubt why) {
        otherwise = why;
    }

    /** What AWS answered; an action that it says nothing of stays without an answer. */
    synchronized void add(Question question, List<EvaluationResult> results) {
        for (EvaluationResult result : results) {
            question.actions()
                    .stream()
                    .filter((action) -> action.action().equalsIgnoreCase(result.evalActionName()))
                    .forEach((action) -> Decision.of(result).forEach((one) -> add(question, action, one)));
        }
    }

    synchronized void add(Question question, Doubt why) {
        question.actions()
                .forEach((action) -> question.resources()
                        .forEach((resource) -> add(question, action,
                                new Decision.On(resource, new Decision.Unsure(why)))));
    }

    private void add(Question question, Permission action, Decision.On decision) {
        decided.computeIfAbsent(new Asked(question.statement(), action), (one) -> new ArrayList<>()).add(decision);
    }

    synchronized Allowances allowances() {
        return new Allowances(asked.stream()
                .flatMap((one) -> allowances(one, decided.getOrDefault(one, List.of())))
                .toList());
    }

    /** Denied on one resource is denied; what is not known of one is not known. */
    private Stream<Allowance> allowances(Asked one, List<Decision.On> decisions) {
        SortedMap<Obstacle, List<Decision.On>> denied = new TreeMap<>();
        Optional<Doubt> doubt = Optional.empty();
        for (Decision.On each : decisions) {
            switch (each.decision()) {
                case Decision.Allowed allowed -> {
                }
                case Decision.Denied(Obstacle by, List<String> policies) ->
                    denied.computeIfAbsent(by, (obstacle) -> new ArrayList<>()).add(each);
                case Decision.Unsure(Doubt why) -> doubt = doubt.or(() -> Optional.of(why));
            }
        }
        if (!denied.isEmpty()) {
            return denied.entrySet().stream().map((entry) -> denied(one, entry.getKey(), entry.getValue()));
        }
        boolean whole = decisions.stream().map(Decision.On::resource).distinct().count() >= one.statement()
                .resources()
                .size();
        return Stream.of(doubt.or(() -> whole ? Optional.empty() : Optional.of(otherwise))
                .<Allowance>map((why) -> new Allowance.NotKnown(one, why))
                .orElseGet(() -> new Allowance.Allowed(one)));
    }

    private static Allowance denied(Asked one, Obstacle by, List<Decision.On> denied) {
        TreeSet<String> policies = new TreeSet<>();
        denied.forEach((each) -> {
            if (each.decision() instanceof Decision.Denied(Obstacle same, List<String> names)) {
                policies.addAll(names);
            }
        });
        // What is handed on as a policy names only what was asked about, whatever was answered.
        List<String> named = denied.stream().map(Decision.On::resource).toList();
        List<String> resources = one.statement().resources().stream().filter(named::contains).toList();
        return new Allowance.Denied(one, resources.isEmpty() ? one.statement().resources() : resources, by,
                List.copyOf(policies));
    }
}
