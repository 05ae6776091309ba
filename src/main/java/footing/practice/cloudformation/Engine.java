package footing.practice.cloudformation;

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
}
