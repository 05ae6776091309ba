package footing.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import footing.account.Region;
import footing.aws.Connection;
import footing.aws.SignInNeededException;
import footing.text.Texts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Whose settings count: those of the profile that was chosen, for every call on the way. */
class ProfileSettingsTest {

    private static final String KEYS = """
        aws_access_key_id = AKIAEXAMPLEEXAMPLE00
        aws_secret_access_key = example
        """;
    private static final String ASSUMED = """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>\
        <AccessKeyId>ASIAROLEROLEROLE0000</AccessKeyId><SecretAccessKey>s</SecretAccessKey>\
        <SessionToken>t</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>\
        </AssumeRoleResult></AssumeRoleResponse>""";
    private static final String CALLER = """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>\
        <Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>""";

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Path folder;

    ProfileSettingsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String signer = exchange.getRequestHeaders()
                .getFirst("Authorization")
                .replaceAll(".*Credential=(.*?)/.*", "$1");
        boolean role = body.contains("Action=AssumeRole");
        calls.add((role ? "AssumeRole by " : "GetCallerIdentity by ") + signer);
        byte[] said = (role ? ASSUMED : CALLER).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Connection connect(String config, String profile) throws IOException {
        Path file = Files.writeString(folder.resolve("config"), config);
        return Profiles.read(file, folder.resolve("none"), Map.of())
                .connect(profile, Optional.of(new Region("eu-central-1")));
    }

    private static Optional<String> endpoint(Connection connection) {
        return connection.clients()
                .get(SnsClient.class, connection.home())
                .serviceClientConfiguration()
                .endpointOverride()
                .map(Object::toString);
    }

    @Test
    void endpoint_isThatOfTheProfile_andNeverThatOfDefault() throws IOException {
        String config = """
            [default]
            endpoint_url = http://127.0.0.1:1
            [profile prod]
            %s[profile local]
            endpoint_url = http://127.0.0.1:2
            %s""".formatted(KEYS, KEYS);

        try (Connection prod = connect(config, "prod"); Connection local = connect(config, "local")) {
            assertThat(endpoint(prod)).isEmpty();
            assertThat(prod.redirection()).isEmpty();
            assertThat(endpoint(local)).contains("http://127.0.0.1:2");
            assertThat(local.redirection()).contains("http://127.0.0.1:2");
        }
    }

    @Test
    void endpointOfAService_isTold_andIsThatOfTheProfilesSection() throws IOException {
        String config = """
            [profile local]
            services = mine
            %s[services mine]
            sns =
              endpoint_url = http://127.0.0.1:3
            """.formatted(KEYS);

        try (Connection local = connect(config, "local")) {
            assertThat(endpoint(local)).contains("http://127.0.0.1:3");
            assertThat(local.redirection()).contains("http://127.0.0.1:3 (sns)");
        }
    }

    @Test
    void propertyOfTheProgram_isTold_beforeTheProfile() throws IOException {
        System.setProperty("aws.endpointUrl", "http://127.0.0.1:4");
        try (Connection local = connect("[profile local]\nendpoint_url = http://127.0.0.1:5\n" + KEYS, "local")) {
            assertThat(local.redirection()).contains("http://127.0.0.1:4").isEqualTo(endpoint(local));
        } finally {
            System.clearProperty("aws.endpointUrl");
        }
    }

    @Test
    void role_isTakenWhereTheProfileSays_byItsSource() throws IOException {
        String config = """
            [default]
            endpoint_url = http://127.0.0.1:1
            [profile admin]
            role_arn = arn:aws:iam::111122223333:role/Admin
            source_profile = keys
            endpoint_url = %s
            [profile keys]
            %s""".formatted(address(), KEYS);

        try (Connection admin = connect(config, "admin")) {
            assertThat(admin.clients().get(StsClient.class, admin.home()).getCallerIdentity().account())
                    .isEqualTo("111122223333");
        }
        assertThat(calls).containsExactly("AssumeRole by AKIAEXAMPLEEXAMPLE00",
                "GetCallerIdentity by ASIAROLEROLEROLE0000");
    }

    @Test
    void roleOfItself_isTakenByItsOwnKeys() throws IOException {
        String config = """
            [profile self]
            role_arn = arn:aws:iam::111122223333:role/Admin
            source_profile = self
            endpoint_url = %s
            %s""".formatted(address(), KEYS);

        try (Connection self = connect(config, "self")) {
            self.clients().get(StsClient.class, self.home()).getCallerIdentity();
        }
        assertThat(calls).first().isEqualTo("AssumeRole by AKIAEXAMPLEEXAMPLE00");
    }

    /** The SDK's own way ends with words about a missing client. */
    @Test
    void roleByASignIn_wantsThatSignIn_whenItIsNotThere() throws IOException {
        String config = """
            [profile admin]
            role_arn = arn:aws:iam::111122223333:role/Admin
            source_profile = ada
            [profile ada]
            login_session = arn:aws:iam::111122223333:user/nobody-of-this-name
            """;

        try (Connection admin = connect(config, "admin")) {
            assertThatExceptionOfType(SignInNeededException.class)
                    .isThrownBy(() -> admin.clients().get(StsClient.class, admin.home()).getCallerIdentity())
                    .satisfies((needed) -> assertThat(Texts.of("signin").get(needed.key(), needed.values()))
                            .contains("aws login --profile ada")
                            .doesNotContain("client", "null"));
        }
    }
}
