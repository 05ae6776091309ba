package footing.aws.apply;

import footing.account.StackCondition;
import footing.plan.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * What CloudFormation itself says it would do to Footing's stacks, asked before anything is done: change sets that are
 * made, read and thrown away. Stacks that are to go have none; the plan names all that goes with them.
 *
 * @param stacks in the order of the plan
 */
public record Preview(List<OfStack> stacks) {

    public Preview {
        stacks = List.copyOf(stacks);
    }

    public record OfStack(Stack stack, Outcome outcome) {
    }

    public sealed interface Outcome {

        /**
         * @param announced all that CloudFormation would do
         * @param surprises those of them that the plan does not have: somebody changed the stack, or the plan is wrong
         */
        record Changes(List<Announced> announced, List<Announced> surprises) implements Outcome {
            public Changes {
                announced = List.copyOf(announced);
                surprises = List.copyOf(surprises);
            }
        }

        /** The stack already is what it is to be. */
        record Nothing() implements Outcome {
        }

        /** A stack that holds nothing is in the way. It goes when the plan is applied, and can be asked about then. */
        record InTheWay(StackCondition condition) implements Outcome {
        }

        record NotTold(ApplyEvent.Failure failure) implements Outcome {
        }
    }

    /** Whether nothing may be applied, since what was reviewed is not what would happen. */
    public boolean isOtherwise() {
        return stacks.stream().map(OfStack::outcome).anyMatch((outcome) -> switch (outcome) {
            case Outcome.Changes(List<Announced> all, List<Announced> surprises) -> !surprises.isEmpty();
            case Outcome.NotTold(ApplyEvent.Failure failure) ->
                failure.cause() == ApplyEvent.Cause.CHANGED_SINCE_REVIEW;
            case Outcome.Nothing() -> false;
            case Outcome.InTheWay(StackCondition condition) -> false;
        });
    }

    /** Why some of it could not be told. */
    public Stream<ApplyEvent.Failure> failures() {
        return stacks.stream()
                .flatMap((one) -> one.outcome() instanceof Outcome.NotTold(ApplyEvent.Failure failure)
                        ? Stream.of(failure)
                        : Stream.empty());
    }
}
