package footing.practice;

import footing.account.Region;
import footing.aws.AwsClients;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsClient;

/** The SDK's client interfaces over the practice account. Safe for many threads. */
public final class PracticeClients implements AwsClients {

    private record Key(Class<?> type, Region region) {
    }

    private final Map<Class<? extends AwsClient>, Function<Region, AwsClient>> factories;
    private final Map<Key, AwsClient> made = new ConcurrentHashMap<>();

    public PracticeClients(PracticeState state, Clock clock) {
        factories = Map.of();
    }

    @Override
    public <C extends AwsClient> C get(Class<C> type, Region region) {
        Function<Region, AwsClient> factory = Optional.ofNullable(factories.get(type))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The practice account has no " + type.getSimpleName()));
        return type.cast(made.computeIfAbsent(new Key(type, region), (key) -> factory.apply(region)));
    }

    @Override
    public void close() {
        made.values().forEach(AwsClient::close);
    }
}
