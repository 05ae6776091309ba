package footing.aws.survey;

import footing.account.Region;
import footing.aws.AwsClients;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Clients that answer what a test tells them to, and refuse everything else. */
final class FakeClients implements AwsClients {

    private final Map<Class<?>, BiFunction<AwsRequest, Region, AwsResponse>> answers = new ConcurrentHashMap<>();
    /** Every call in its order: the simple name of the request, and the Region. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    /** What was asked, and in which Region. */
    record Asked(AwsRequest request, Region region) {
    }

    final List<Asked> requests = new CopyOnWriteArrayList<>();

    <Q extends AwsRequest> FakeClients on(Class<Q> request, Function<Q, AwsResponse> answer) {
        return inRegion(request, (given, region) -> answer.apply(given));
    }

    /** An answer that differs by the Region that is asked. */
    <Q extends AwsRequest> FakeClients inRegion(Class<Q> request, BiFunction<Q, Region, AwsResponse> answer) {
        answers.put(request, (given, region) -> answer.apply(request.cast(given), region));
        return this;
    }

    <Q extends AwsRequest> FakeClients failing(Class<Q> request, String code, String message) {
        return on(request, (given) -> {
            throw error(code, message);
        });
    }

    static AwsServiceException error(String code, String message) {
        return AwsServiceException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
                .requestId("req-" + code)
                .statusCode(400)
                .build();
    }

    @Override
    public <C extends AwsClient> C get(Class<C> type, Region region) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            AwsRequest request = (AwsRequest) arguments[0];
            requests.add(new Asked(request, region));
            calls.add(request.getClass().getSimpleName().replace("Request", "") + "@" + region);
            BiFunction<AwsRequest, Region, AwsResponse> denied = (any, where) -> {
                throw error("AccessDenied", "User: x is not authorized to perform: y because no identity-based policy"
                        + " allows the y action");
            };
            return answers.getOrDefault(request.getClass(), denied).apply(request, region);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public void close() {
    }
}
