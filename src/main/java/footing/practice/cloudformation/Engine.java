package footing.practice.cloudformation;

import footing.practice.StackOperation;
import footing.practice.StackOperation.Phase;

/**
 * Works on a stack step by step. A step is what AWS does in a few seconds: everything under way is taken one event
 * further. All that is needed to go on is in the stack's state, so that the next step may be taken by another process.
 */
final class Engine {

    private Engine() {
    }

    /** Takes the present operation one step on; does nothing where there is none. */
    static void step(Work work) {
        if (work.state().operation().isEmpty()) {
            return;
        }
        switch (work.operation().phase()) {
            case ACCEPTED -> begin(work);
            case FORWARD -> {
                switch (work.operation().kind()) {
                    case CREATE, UPDATE -> new Going(work).step();
                    case DELETE -> new Removing(work).step();
                }
            }
            case BACK -> {
                switch (work.operation().kind()) {
                    case CREATE, DELETE -> new Removing(work).step();
                    case UPDATE -> new Turning(work).step();
                }
            }
            case CLEANUP -> new Removing(work).step();
        }
    }

    private static void begin(Work work) {
        StackOperation operation = work.operation();
        work.operation(operation.in(Phase.FORWARD, operation.leftovers()));
        work.stack(operation.kind() + "_IN_PROGRESS", "User Initiated");
    }
}
