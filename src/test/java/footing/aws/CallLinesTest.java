package footing.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import footing.account.Region;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

class CallLinesTest {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger("footing.aws.call");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord log) {
            lines.add(new SimpleFormatter().formatMessage(log));
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setLevel(Level.FINE);
    }

    @AfterEach
    void forget() {
        logger.removeHandler(handler);
        logger.setLevel(null);
        System.clearProperty("aws.endpointUrl");
    }

    @Test
    void call_isOneLine_withoutWhatWasAskedOrAnswered() throws IOException {
        ask(200, "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111122223333</Account>"
                + "</GetCallerIdentityResult></GetCallerIdentityResponse>");

        assertThat(lines).singleElement()
                .asString()
                .matches("Sts GetCallerIdentity us-east-1 200 \\d+ ms, attempts 1, request req-7")
                .doesNotContain("hunter2", "111122223333");
    }

    @Test
    void refusal_isOneLine_withItsCode() throws IOException {
        assertThatExceptionOfType(StsException.class).isThrownBy(() -> ask(403,
                "<ErrorResponse><Error><Code>AccessDenied</Code><Message>hunter2</Message></Error></ErrorResponse>"));

        assertThat(lines).singleElement()
                .asString()
                .startsWith("Sts GetCallerIdentity us-east-1 403 AccessDenied ")
                .doesNotContain("hunter2");
    }

    private static void ask(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", (exchange) -> {
            byte[] octets = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/xml");
            exchange.getResponseHeaders().add("x-amzn-RequestId", "req-7");
            exchange.sendResponseHeaders(status, octets.length);
            exchange.getResponseBody().write(octets);
            exchange.close();
        });
        server.start();
        System.setProperty("aws.endpointUrl", "http://127.0.0.1:" + server.getAddress().getPort());
        try (
                SdkClients clients = SdkClients.of(StaticCredentialsProvider
                        .create(AwsSessionCredentials.create("AKIAEXAMPLE", "hunter2", "hunter2")))) {
            clients.get(StsClient.class, Region.US_EAST_1).getCallerIdentity();
        } finally {
            server.stop(0);
        }
    }
}
