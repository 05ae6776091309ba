package footing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Permission;
import footing.plan.Allowance.Allowed;
import footing.plan.Allowance.Asked;
import footing.plan.Allowance.Denied;
import footing.plan.Allowance.Doubt;
import footing.plan.Allowance.NotKnown;
import footing.plan.Allowance.Obstacle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AllowancesTest {

    private static final IamPolicy.Statement ROLES = statement("Roles", Map.of("iam:PassedToService", "x"),
            List.of("arn:a", "arn:b"), "iam:CreateRole", "iam:DeleteRole", "iam:PassRole", "iam:TagRole");

    private static IamPolicy.Statement statement(String sid, Map<String, String> equal, List<String> resources,
            String... actions) {
        return new IamPolicy.Statement(sid,
                new TreeSet<>(Arrays.stream(actions).map(Permission::new).toList()), resources, equal);
    }

    private static Denied denied(String action, Obstacle by, String... resources) {
        return new Denied(new Asked(ROLES, new Permission(action)), List.of(resources), by, List.of());
    }

    @Test
    void missingPolicy_hasWhatNoPolicyAllows_onTheResourcesThatItIsMissingOn() {
        Allowances allowances = new Allowances(List.of(denied("iam:CreateRole", Obstacle.NOT_ALLOWED, "arn:a"),
                denied("iam:DeleteRole", Obstacle.NOT_ALLOWED, "arn:a", "arn:b"),
                denied("iam:TagRole", Obstacle.NOT_ALLOWED, "arn:a"),
                denied("iam:PassRole", Obstacle.ORGANIZATION, "arn:a")));

        assertThat(allowances.missing().statements()).containsExactlyInAnyOrder(
                statement("Roles", ROLES.equal(), List.of("arn:a"), "iam:CreateRole", "iam:TagRole"),
                statement("Roles2", ROLES.equal(), List.of("arn:a", "arn:b"), "iam:DeleteRole"));
    }

    @Test
    void nothingIsMissing_whereNoPolicyHelps() {
        assertThat(new Allowances(List.of(denied("iam:PassRole", Obstacle.ORGANIZATION, "arn:a"),
                denied("iam:TagRole", Obstacle.BOUNDARY, "arn:a"), denied("iam:TagRole", Obstacle.DENIED, "arn:a")))
                .missing()
                .statements()).isEmpty();
    }

    @Test
    void actionIsAllowed_onlyWhereEachStatementOfItIs() {
        Permission pass = new Permission("iam:PassRole");
        IamPolicy.Statement other = statement("Other", Map.of(), List.of("*"), "iam:PassRole");

        assertThat(new Allowances(List.of(new Allowed(new Asked(ROLES, pass)),
                new NotKnown(new Asked(other, pass), new Doubt.TooMuchToAsk()))).allowed()).isEmpty();
    }

    @Test
    void unknown_isEverythingThatThePolicyAllows() {
        Doubt why = new Doubt.NotSimulated(Doubt.Who.ROOT);

        assertThat(Allowances.unknown(new IamPolicy(List.of(ROLES)), why).doubts())
                .containsExactly(Map.entry(why, ROLES.actions()));
    }
}
