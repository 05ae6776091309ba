package footing.practice.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The policies that AWS manages and that anybody can attach. */
final class ManagedPolicies {

    private static final String ARN = "arn:[\\w-]+:iam::aws:policy/";
    private static final Set<String> NAMES = read();

    private ManagedPolicies() {
    }

    static boolean has(String arn) {
        return arn.matches(ARN + ".+") && NAMES.contains(arn.replaceFirst(ARN, ""));
    }

    private static Set<String> read() {
        try (InputStream in = ManagedPolicies.class.getResourceAsStream("/footing/practice/managed-policies.txt")) {
            if (in == null) {
                throw new IllegalStateException("The list of AWS's policies is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter((line) -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
