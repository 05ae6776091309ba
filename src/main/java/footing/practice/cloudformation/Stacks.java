package footing.practice.cloudformation;

import footing.account.Region;
import footing.aws.AwsClients;
import footing.practice.PracticeState;
import footing.practice.StackOperation.Phase;
import footing.practice.StackState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The stacks of one Region, as the account keeps them. */
final class Stacks {

    /** How long a step takes where nobody looks; who looks is not kept waiting. */
    private static final Duration BEAT = Duration.ofMillis(500);

    private final PracticeState state;
    private final Region region;
    private final Clock clock;
    private final AwsClients clients;
    private final Hindrance hindrance;

    Stacks(PracticeState state, Region region, Clock clock, AwsClients clients, Hindrance hindrance) {
        this.state = state;
        this.region = region;
        this.clock = clock;
        this.clients = clients;
        this.hindrance = hindrance;
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
        return work(stack, clock, change);
    }

    private StackState work(StackState stack, Clock time, UnaryOperator<Work> change) {
        return save(change.apply(new Work(site(stack.name(), stack.stackId()), time, stack)).state());
    }

    /**
     * Shows a stack as it is, and takes what is being done to it one step further: what was asked for shows a look
     * later, as in AWS. Nothing of the step is kept where that throws.
     */
    StackState look(StackState stack) {
        step(stack, clock);
        return stack;
    }

    /** What a stack really is in, also where that does not show yet. */
    static String status(StackState stack) {
        return stack.operation()
                .filter((operation) -> operation.phase() == Phase.ACCEPTED)
                .map((operation) -> operation.kind() + "_IN_PROGRESS")
                .orElse(stack.status().code());
    }

    private StackState step(StackState stack, Clock time) {
        if (stack.operation().isEmpty()) {
            return stack;
        }
        return work(stack, time, (work) -> {
            Engine.step(work);
            return work;
        });
    }

    /** Whether a beat has gone by since something last happened to a stack that is worked on. */
    boolean isDue(StackState stack) {
        return stack.operation().isPresent() && !lastMoved(stack).plus(BEAT).isAfter(now());
    }

    /**
     * Brings a stack to where it would be by now had nobody looked: one step for each beat since it last moved. Where a
     * beat moves nothing, something waits for a time: that is held against now alone.
     */
    void catchUp(StackState stack) {
        StackState moving = stack;
        Instant now = now();
        for (Instant next = lastMoved(stack).plus(BEAT); moving.operation().isPresent()
                && !next.isAfter(now); next = next.plus(BEAT)) {
            StackState moved = step(moving, Clock.fixed(next, ZoneOffset.UTC));
            if (moved.equals(moving)) {
                step(moving, clock);
                return;
            }
            moving = moved;
        }
    }

    private static Instant lastMoved(StackState stack) {
        Instant told = stack.events().isEmpty() ? stack.times().created() : stack.events().getLast().at();
        return stack.times().updated().filter((asked) -> asked.isAfter(told)).orElse(told);
    }

    Site site(String stackName, String stackId) {
        return new Site(clients, hindrance, region, state.read().id(), stackName, stackId);
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
