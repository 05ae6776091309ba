package footing.practice.cloudformation;

import footing.account.Region;
import footing.aws.AwsClients;
import footing.practice.PracticeState;
import footing.practice.StackState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The stacks of one Region, as the account keeps them. */
final class Stacks {

    private final PracticeState state;
    private final Region region;
    private final Clock clock;
    private final AwsClients clients;

    Stacks(PracticeState state, Region region, Clock clock, AwsClients clients) {
        this.state = state;
        this.region = region;
        this.clock = clock;
        this.clients = clients;
    }

    /** Every stack, the deleted ones too. */
    List<StackState> all() {
        return state.read().stacks().all().stream().filter((stack) -> stack.region().equals(region.id())).toList();
    }

    /** A stack by its id, or by its name where it has not been deleted. */
    Optional<StackState> find(String nameOrId) {
        return all().stream()
                .filter((stack) -> stack.stackId().equals(nameOrId)
                        || (stack.exists() && stack.name().equals(nameOrId)))
                .findFirst();
    }

    /**
     * @throws software.amazon.awssdk.services.cloudformation.model.CloudFormationException where there is none
     */
    StackState get(String nameOrId) {
        return find(nameOrId).orElseThrow(() -> Refusals.noStack(nameOrId));
    }

    StackState save(StackState stack) {
        state.update((account) -> account.withStacks((stacks) -> stacks.with(stack.stackId(), stack)));
        return stack;
    }

    /** Changes a stack with events, and keeps what became of it. */
    StackState work(StackState stack, UnaryOperator<Work> change) {
        return save(change.apply(new Work(site(stack.name(), stack.stackId()), clock, stack)).state());
    }

    /** Takes what is being done to a stack one step further; nothing of it is kept where that throws. */
    StackState step(StackState stack) {
        if (stack.operation().isEmpty()) {
            return stack;
        }
        return work(stack, (work) -> {
            Engine.step(work);
            return work;
        });
    }

    Site site(String stackName, String stackId) {
        return new Site(clients, region, state.read().id(), stackName, stackId);
    }

    Region region() {
        return region;
    }

    Instant now() {
        return clock.instant();
    }

    /** How many stacks there have been, in every Region: so that no two get the same id. */
    int count() {
        return state.read().stacks().all().size();
    }
}
