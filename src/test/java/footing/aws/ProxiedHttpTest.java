package footing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.utils.internal.SystemSettingUtilsTestBackdoor;

class ProxiedHttpTest {

    private final ServerSocket proxy;
    private final CompletableFuture<String> asked;

    ProxiedHttpTest() throws IOException {
        this.proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.asked = CompletableFuture.supplyAsync(this::listen);
    }

    /** The first line that somebody sends, who is refused then. */
    private String listen() {
        try (
                Socket caller = proxy.accept();
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
            String first = lines.readLine();
            caller.getOutputStream().write("HTTP/1.1 403 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return first;
        } catch (IOException closed) {
            return "nothing";
        }
    }

    @AfterEach
    void close() throws IOException {
        SystemSettingUtilsTestBackdoor.clearEnvironmentVariableOverrides();
        proxy.close();
    }

    @ParameterizedTest
    @CsvSource({"HTTPS_PROXY,https://sts.aws.invalid/,CONNECT sts.aws.invalid:443 HTTP/1.1",
        "https_proxy,https://sts.aws.invalid/,CONNECT sts.aws.invalid:443 HTTP/1.1",
        "HTTP_PROXY,http://sts.aws.invalid/,GET http://sts.aws.invalid/ HTTP/1.1"})
    void proxy_isAsked_whereTheEnvironmentNamesOneForTheScheme(String variable, String address, String line)
            throws Exception {
        set(variable);
        call(address);

        assertThat(asked.get(10, TimeUnit.SECONDS)).isEqualTo(line);
    }

    @Test
    void proxy_isNotAsked_forTheOtherScheme_andForHostsThatNeedNone() throws Exception {
        set("HTTPS_PROXY");
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride("NO_PROXY", "sts.aws.invalid");
        call("http://plain.aws.invalid/");
        call("https://sts.aws.invalid/");
        proxy.close();

        assertThat(asked.get(10, TimeUnit.SECONDS)).isEqualTo("nothing");
    }

    private void set(String variable) {
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride(variable,
                "http://127.0.0.1:" + proxy.getLocalPort());
    }

    /** Nothing answers at such a host, so that it can only fail. */
    private static void call(String address) {
        try (ProxiedHttp http = new ProxiedHttp()) {
            http.prepareRequest(HttpExecuteRequest.builder()
                    .request(SdkHttpFullRequest.builder().method(SdkHttpMethod.GET).uri(URI.create(address)).build())
                    .build()).call();
        } catch (IOException expected) {
            assertThat(expected).isNotNull();
        }
    }
}
