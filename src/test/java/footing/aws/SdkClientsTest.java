package footing.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import software.amazon.awssdk.services.s3control.S3ControlClient;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.List;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.io.IOException;
import com.sun.net.httpserver.HttpServer;
import footing.account.Region;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

class SdkClientsTest {

    private static final Region FRANKFURT = new Region("eu-central-1");

    private final SdkClients clients = SdkClients
            .of(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAEXAMPLE", "example")));

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void client_isMadeOnce_whenManyAsk() {
        Set<SnsClient> made = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 50; n++) {
                threads.execute(() -> made.add(clients.get(SnsClient.class, FRANKFURT)));
            }
        }

        assertThat(made).hasSize(1);
        assertThat(clients.get(SnsClient.class, Region.US_EAST_1)).isNotIn(made);
    }

    @ParameterizedTest
    @CsvSource({"eu-central-1,us-east-1", "us-gov-east-1,us-gov-west-1", "cn-northwest-1,cn-north-1"})
    void globalService_isSignedInTheGlobalRegionOfThePartition(String asked, String signed) {
        IamClient iam = clients.get(IamClient.class, new Region(asked));

        assertThat(iam.serviceClientConfiguration().region().id()).isEqualTo(signed);
        assertThat(iam).isSameAs(clients.get(IamClient.class, new Region(signed)));
    }

    @Test
    void client_hasDeadlinesAndAdaptiveRetry() {
        var configuration = clients.get(SnsClient.class, FRANKFURT)
                .serviceClientConfiguration()
                .overrideConfiguration();

        assertThat(configuration.apiCallTimeout()).contains(SdkClients.Timeouts.USUAL.call());
        assertThat(configuration.apiCallAttemptTimeout()).contains(SdkClients.Timeouts.USUAL.attempt());
        assertThat(configuration.retryStrategy().orElseThrow().getClass().getSimpleName()).contains("Adaptive");
    }

    /** The number of the account goes into a header, and not before the name of a host that nobody has. */
    @Test
    void s3Control_asksTheHostThatWasNamed_whereTheEndpointIsRedirected() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", (exchange) -> {
            asked.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("x-amz-account-id"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        String host = "localhost:" + server.getAddress().getPort();
        System.setProperty("aws.endpointUrl", "http://" + host);
        try {
            clients.get(S3ControlClient.class, FRANKFURT)
                    .getPublicAccessBlock((request) -> request.accountId("123456789012"));
        } finally {
            System.clearProperty("aws.endpointUrl");
            server.stop(0);
        }
        assertThat(asked).containsExactly(host + "/v20180820/configuration/publicAccessBlock 123456789012");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:5000", "http://[::1]:5000", "http://localstack:4566",
        "https://s3.example.com"})
    void s3_namesBucketsInThePath_whereverTheEndpointIsRedirected(String endpoint) {
        System.setProperty("aws.endpointUrl", endpoint);
        try {
            String url = clients.get(S3Client.class, FRANKFURT)
                    .utilities()
                    .getUrl((request) -> request.bucket("logs").key("k"))
                    .toString();

            assertThat(url).isEqualTo(endpoint + "/logs/k");
        } finally {
            System.clearProperty("aws.endpointUrl");
        }
    }

    @Test
    void client_isAMistakeOfTheProgram_whenTheTableLacksIt() {
        assertThatIllegalArgumentException().isThrownBy(() -> clients.get(AwsClient.class, FRANKFURT))
                .withMessageContaining("AwsClient");
    }

    @Test
    void everyService_canBeMade() {
        assertThat(SdkService.all()).hasSizeGreaterThan(8)
                .allSatisfy((service) -> assertThat(clients.get(service.type(), FRANKFURT)).isNotNull());
    }
}
