package footing.aws;

import footing.account.Region;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Clients of AWS itself. Each is made when it is first asked for, and once for a service and Region; all share one HTTP
 * client and the SDK's adaptive retry. Endpoints and proxies work as with any AWS tool.
 */
public final class SdkClients implements AwsClients {

    /** The longest that one attempt may take, and one call with all its attempts. */
    public record Timeouts(Duration attempt, Duration call) {

        public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(15), Duration.ofSeconds(45));
    }

    private static final Logger LOG = LoggerFactory.getLogger(SdkClients.class);

    private record Key(SdkService<?> service, Region region) {
    }

    private final AwsCredentialsProvider credentials;
    private final ScheduledExecutorService timers;
    private final SdkHttpClient http = new ProxiedHttp();
    private final ClientOverrideConfiguration configuration;
    private final Map<Key, AwsClient> clients = new ConcurrentHashMap<>();

    private SdkClients(AwsCredentialsProvider credentials, SdkSettings settings, Timeouts timeouts) {
        this.credentials = credentials;
        this.timers = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sdk-timers").factory());
        this.configuration = settings.configuration()
                .retryStrategy(RetryMode.ADAPTIVE_V2)
                .apiCallAttemptTimeout(timeouts.attempt())
                .apiCallTimeout(timeouts.call())
                .scheduledExecutorService(timers)
                .addExecutionInterceptor(new CallLines())
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, "footing/" + version())
                .build();
    }

    /** @param credentials closed with these clients, where it can be */
    public static SdkClients of(AwsCredentialsProvider credentials) {
        return of(credentials, Timeouts.USUAL);
    }

    public static SdkClients of(AwsCredentialsProvider credentials, Timeouts timeouts) {
        return new SdkClients(credentials, SdkSettings.usual(), timeouts);
    }

    /**
     * @param credentials closed with these clients, where it can be
     * @param settings the profile that was chosen, so that no other's settings count
     */
    public static SdkClients of(AwsCredentialsProvider credentials, SdkSettings settings) {
        return new SdkClients(credentials, settings, Timeouts.USUAL);
    }

    @Override
    public <C extends AwsClient> C get(Class<C> type, Region region) {
        SdkService<C> service = SdkService.of(type);
        Region signed = service.region(region);
        return type.cast(clients.computeIfAbsent(new Key(service, signed), (key) -> make(service, signed)));
    }

    /** The log line tells what a start costs: in a survey's first moments, hardly anything costs more. */
    private AwsClient make(SdkService<?> service, Region region) {
        long began = System.nanoTime();
        AwsClient client = service.make().apply(wiring(region));
        LOG.debug("client {} {} made in {} us", service.prefix(), region, (System.nanoTime() - began) / 1000);
        return client;
    }

    private SdkWiring wiring(Region region) {
        return new SdkWiring(software.amazon.awssdk.regions.Region.of(region.id()), credentials, http, configuration);
    }

    private static String version() {
        return Optional.ofNullable(SdkClients.class.getPackage().getImplementationVersion()).orElse("development");
    }

    @Override
    public void close() {
        clients.values().forEach(AwsClient::close);
        http.close();
        timers.shutdownNow();
        if (credentials instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
    }
}
