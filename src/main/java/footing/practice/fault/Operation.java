package footing.practice.fault;

import footing.aws.SdkService;
import footing.practice.call.Call;
import footing.practice.call.Decorated;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * An operation that a fault may name: one that the SDK's client interfaces have.
 *
 * @param service the prefix of its IAM actions: {@code cloudwatch}
 * @param name as the API writes it: {@code DescribeAlarms}
 * @param method of the client, with the request alone where there is such a one
 */
public record Operation(String service, String name, Class<? extends AwsClient> client, Method method) {

    static final List<Class<? extends AwsClient>> CLIENTS = SdkService.all()
            .stream()
            .<Class<? extends AwsClient>>map(SdkService::type)
            .toList();

    /** {@code iam:GetAccountSummary}. */
    String written() {
        return service + ":" + name;
    }

    /** Those that a pattern fits: {@code service:Operation}, {@code *} for any part. */
    static List<Operation> like(String pattern) {
        return CLIENTS.stream()
                .filter((client) -> CallPattern.glob(pattern.replaceFirst(":.*", ""), service(client)))
                .flatMap(Operation::of)
                .filter((operation) -> CallPattern.glob(pattern, operation.written()))
                .toList();
    }

    static Stream<Operation> of(Class<? extends AwsClient> client) {
        return Arrays.stream(client.getMethods())
                .filter(Decorated::isOperation)
                .sorted(Comparator.comparing(Method::getParameterCount))
                .collect(Collectors.toMap(Method::getName, (method) -> method, (first, second) -> first))
                .values()
                .stream()
                .map((method) -> new Operation(service(client), Call.operation(method.getName()), client, method));
    }

    static List<String> services() {
        return CLIENTS.stream().map(Operation::service).sorted().toList();
    }

    private static String service(Class<? extends AwsClient> client) {
        try {
            return Call.service((String) client.getField("SERVICE_NAME").get(null));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Not a client of the SDK: " + client, impossible);
        }
    }

    /** Whether it can be made with a request alone, without a body beside it. */
    boolean takesRequestAlone() {
        return method.getParameterCount() == 1;
    }

    /** An empty request, to be filled. */
    SdkPojo request() {
        try {
            return (SdkPojo) method.getParameterTypes()[0].getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Not a request of the SDK: " + method, impossible);
        }
    }

    /** The names of what its request may hold. */
    Set<String> members() {
        return request().sdkFields()
                .stream()
                .map((SdkField<?> field) -> field.memberName())
                .collect(
                        Collectors.toSet());
    }
}
