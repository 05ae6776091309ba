package footing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Absence;
import footing.account.AccountState;

import footing.account.DeniedBy;
import footing.account.DeployedStack;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.Permission;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.account.States;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StackTest {

    private static final Region ELSEWHERE = new Region("eu-west-1");
    private static final Stack THERE = Stack.config(ELSEWHERE);

    /** Where the service cannot be asked, there is none that nobody made. */
    @Test
    void stack_isNotSeen_whereARegionIsOff_onlyWhereOneWasMade() {
        Reading<Optional<DeployedStack>> off = new Reading.Unavailable<>(new Absence(Absence.Kind.REGION_OFF, ""));

        assertThat(Stack.notSeen(there(off), Set.of())).isEmpty();
        assertThat(Stack.notSeen(there(off), Set.of(THERE))).containsExactly(THERE);
    }

    @Test
    void stack_isNotSeen_whereTheOrganizationForbidsToLook_onlyWhereOneWasMade() {
        Reading<Optional<DeployedStack>> forbidden = denied(DeniedBy.ORGANIZATION_POLICY);

        assertThat(Stack.notSeen(there(forbidden), Set.of())).isEmpty();
        assertThat(Stack.notSeen(there(forbidden), Set.of(THERE))).containsExactly(THERE);
    }

    @Test
    void stack_isNotSeen_whereTheCallerMayNotLook() {
        assertThat(Stack.notSeen(there(denied(DeniedBy.IDENTITY_POLICY)), Set.of())).containsExactly(THERE);
    }

    @Test
    void stack_isSeen_whereThereIsNone() {
        assertThat(Stack.notSeen(there(Reading.seen(Optional.empty())), Set.of(THERE))).isEmpty();
    }

    private static Reading<Optional<DeployedStack>> denied(DeniedBy by) {
        return new Reading.Denied<>(Permission.of("cloudformation", "DescribeStacks"), by, Evidence.NONE);
    }

    private static AccountState there(Reading<Optional<DeployedStack>> reading) {
        return States.fresh()
                .seen(Fact.REGIONS, List.of(States.HOME, ELSEWHERE))
                .seen(Fact.CONFIG_STACKS, Regional.of(List.of(States.HOME, ELSEWHERE),
                        (region) -> region.equals(ELSEWHERE) ? reading : Reading.seen(Optional.empty())))
                .account();
    }
}
