package footing.practice.cloudformation;

import footing.account.Region;
import footing.aws.AwsClients;
import footing.practice.PracticeState;
import footing.practice.StackState;
import java.time.Clock;
import java.util.List;

/**
 * Lets CloudFormation go on while nobody looks: a stack is worked on by AWS and not by whoever asked for it, so that it
 * comes to its end also where the program that asked has died. Time passes when the account is next called.
 */
public final class StackTime {

    private final PracticeState state;
    private final Clock clock;
    private final AwsClients clients;
    private final Hindrance hindrance;

    /** @param clients by which resources are made: those of the same account */
    public StackTime(PracticeState state, Clock clock, AwsClients clients, Hindrance hindrance) {
        this.state = state;
        this.clock = clock;
        this.clients = clients;
        this.hindrance = hindrance;
    }

    /** Brings every stack to where it would be by now. */
    public void pass() {
        if (!due().isEmpty()) {
            state.together(() -> {
                List<StackState> due = due();
                due.forEach((stack) -> in(stack).catchUp(stack));
                return due.size();
            });
        }
    }

    private List<StackState> due() {
        return state.read().stacks().all().stream().filter((stack) -> in(stack).isDue(stack)).toList();
    }

    private Stacks in(StackState stack) {
        return new Stacks(state, new Region(stack.region()), clock, clients, hindrance);
    }
}
