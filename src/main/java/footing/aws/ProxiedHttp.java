package footing.aws;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * An HTTP client that goes through the proxy of each address's own scheme, as every AWS tool does: {@code HTTPS_PROXY}
 * for https, {@code HTTP_PROXY} for http, neither for the hosts in {@code NO_PROXY}. One of the SDK's knows one proxy.
 */
public final class ProxiedHttp implements SdkHttpClient {

    private static final String HTTPS = "https";

    private final SdkHttpClient secured = client(HTTPS);
    private final SdkHttpClient plain = client("http");

    private static SdkHttpClient client(String scheme) {
        return UrlConnectionHttpClient.builder()
                .proxyConfiguration(ProxyConfiguration.builder().scheme(scheme).build())
                .build();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return (request.httpRequest().protocol().equals(HTTPS) ? secured : plain).prepareRequest(request);
    }

    @Override
    public String clientName() {
        return secured.clientName();
    }

    @Override
    public void close() {
        secured.close();
        plain.close();
    }
}
