package footing.aws.apply;

import java.util.List;
import java.util.Optional;

/**
 * One resource that CloudFormation says it would change, as its change set tells.
 *
 * @param action {@code Add}, {@code Modify} or {@code Remove}, as CloudFormation writes it
 * @param replacement whether another resource takes its place, or may take it
 * @param values what would be different of a resource that stays, as far as CloudFormation tells
 */
public record Announced(String action, String logicalId, String type, boolean replacement, List<Difference> values) {

    public Announced {
        values = List.copyOf(values);
    }

    /**
     * @param path of what is different: {@code Properties/DisplayName}, {@code Tags}
     * @param before what it is; empty where there is nothing, or CloudFormation does not tell
     * @param after what it would be, in the same way
     */
    public record Difference(String path, Optional<String> before, Optional<String> after) {
    }
}
