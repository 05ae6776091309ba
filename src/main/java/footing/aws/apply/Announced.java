package footing.aws.apply;

import footing.plan.Words;
import java.util.List;

/**
 * One resource that CloudFormation says it would change, as its change set tells.
 *
 * @param action {@code Add}, {@code Modify} or {@code Remove}, as CloudFormation writes it
 * @param replacement whether another resource takes its place, or may take it
 * @param values what would be different of a resource that stays, as far as CloudFormation tells
 */
public record Announced(String action, String logicalId, String type, boolean replacement, List<Words.Detail> values) {

    public Announced {
        values = List.copyOf(values);
    }
}
