package footing.practice.call;

import footing.account.Region;
import footing.aws.AwsClients;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/**
 * Clients with something around every call. Only the operations themselves are wrapped: the SDK's conveniences
 * (consumer builders, paginators) run on the wrapped client, and so come down to operations.
 */
public final class Decorated implements AwsClients {

    private record Key(Class<?> type, Region region) {
    }

    private final AwsClients inner;
    private final Around around;
    private final Map<Key, Object> proxies = new ConcurrentHashMap<>();

    public Decorated(AwsClients inner, Around around) {
        this.inner = inner;
        this.around = around;
    }

    @Override
    public <C extends AwsClient> C get(Class<C> type, Region region) {
        C client = inner.get(type, region);
        return type.cast(proxies.computeIfAbsent(new Key(type, region), (key) -> wrap(type, client, region)));
    }

    @Override
    public void close() {
        inner.close();
    }

    private Object wrap(Class<?> type, AwsClient client, Region region) {
        InvocationHandler handler = (proxy, method, args) -> {
            Object[] given = args == null ? new Object[0] : args;
            if (isOperation(method)) {
                Call call = Call.of(client.serviceName(), method.getName(), region, (SdkRequest) given[0]);
                return around.call(call, () -> invoke(client, method, given));
            }
            return method.isDefault()
                    ? conveniently(proxy, method, given, client.serviceName())
                    : invoke(client, method, given);
        };
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    /** An operation takes a request and gives a response; S3 adds a body or something that takes the answer. */
    public static boolean isOperation(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        return parameters.length > 0 && SdkRequest.class.isAssignableFrom(parameters[0])
                && !method.getName().endsWith("Paginator")
                && (SdkResponse.class.isAssignableFrom(method.getReturnType()) || parameters.length > 1)
                && (parameters.length == 1 || !java.nio.file.Path.class.isAssignableFrom(parameters[1]));
    }

    private static Object conveniently(Object proxy, Method method, Object[] args, String service) throws Throwable {
        try {
            return InvocationHandler.invokeDefault(proxy, method, args);
        } catch (UnsupportedOperationException unknown) {
            throw new UnknownOperationException(service, method.getName(), unknown);
        }
    }

    private static Object invoke(Object target, Method method, Object[] args) {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException thrown) {
            switch (thrown.getCause()) {
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(thrown);
            }
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("Cannot call " + method, impossible);
        }
    }
}
