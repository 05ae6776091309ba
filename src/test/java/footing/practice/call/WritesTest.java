package footing.practice.call;

import static org.assertj.core.api.Assertions.assertThat;

import footing.aws.SdkService;
import footing.practice.Bench;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsClient;

class WritesTest {

    /** What begins with these only reads, and asking for the credential report does: IAM calls it so. */
    private static final String READS = "(Get|List|Describe|Head|Validate|Simulate|GenerateCredentialReport).*";

    private final Bench bench = Bench.fresh();

    /** Every operation that the practice account has is either a read by its name, or in the list. */
    @Test
    void list_hasEveryOperationThatChangesSomething_andNoOther() {
        TreeSet<String> writes = new TreeSet<>();
        SdkService.all()
                .forEach((client) -> operations(client.type()).filter((one) -> !one.matches("[a-z0-9-]+:" + READS))
                        .forEach(writes::add));
        assertThat(new TreeSet<>(Writes.operations())).isEqualTo(writes);
    }

    private Stream<String> operations(Class<? extends AwsClient> type) {
        AwsClient service = bench.clients.unbounded().get(type, Bench.HOME);
        return Arrays.stream(type.getMethods())
                .filter(Decorated::isOperation)
                .filter((method) -> {
                    try {
                        return !service.getClass().getMethod(method.getName(), method.getParameterTypes()).isDefault();
                    } catch (NoSuchMethodException impossible) {
                        throw new AssertionError(impossible);
                    }
                })
                .map((method) -> Call.service(service.serviceName()) + ":" + Call.operation(method.getName()));
    }
}
