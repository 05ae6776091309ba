package footing.plan;

import java.util.Arrays;
import java.util.Optional;

/** The stacks that Footing makes. Several small ones, so that one failure does not roll everything back. */
public enum Stack {
    SECURITY("footing-security");

    private final String stackName;

    Stack(String stackName) {
        this.stackName = stackName;
    }

    public String stackName() {
        return stackName;
    }

    public static Optional<Stack> of(String stackName) {
        return Arrays.stream(values()).filter((stack) -> stack.stackName.equals(stackName)).findFirst();
    }
}
