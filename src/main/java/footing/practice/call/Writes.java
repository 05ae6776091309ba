package footing.practice.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Which calls change something, of those that the practice account knows: {@code writes.txt} names them all. */
public final class Writes {

    private static final Set<String> OPERATIONS = read();

    private Writes() {
    }

    public static boolean isWrite(Call call) {
        return OPERATIONS.contains(call.service() + ":" + call.operation());
    }

    /** As {@code iam:CreateRole}. */
    public static Set<String> operations() {
        return OPERATIONS;
    }

    private static Set<String> read() {
        try (InputStream in = Writes.class.getResourceAsStream("/footing/practice/writes.txt")) {
            if (in == null) {
                throw new IllegalStateException("The list of writing operations is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .collect(
                            Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
