package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagedPoliciesTest {

    @ParameterizedTest
    @CsvSource({"arn:aws:iam::aws:policy/ReadOnlyAccess, true", "arn:aws-cn:iam::aws:policy/ReadOnlyAccess, true",
        "arn:aws:iam::aws:policy/job-function/Billing, true", "arn:aws:iam::aws:policy/Billing, false",
        "arn:aws:iam::aws:policy/NoSuchPolicy, false", "arn:aws:iam::123456789012:policy/ReadOnlyAccess, false",
        "arn:aws:iam::aws:policy/, false", "ReadOnlyAccess, false"})
    void policy_isAwss_byItsWholeArn(String arn, boolean there) {
        assertThat(ManagedPolicies.has(arn)).isEqualTo(there);
    }

    @Test
    void list_tellsWhereItIsFrom_andThatIsNoPolicy() throws IOException {
        try (
                InputStream in = Objects.requireNonNull(
                        ManagedPolicies.class.getResourceAsStream("/footing/practice/managed-policies.txt"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter((line) -> line.startsWith("#"))).isNotEmpty()
                    .noneMatch((line) -> ManagedPolicies.has("arn:aws:iam::aws:policy/" + line));
        }
    }
}
