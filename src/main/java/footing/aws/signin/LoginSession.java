package footing.aws.signin;

import footing.account.Region;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.signin.SigninClient;
import software.amazon.awssdk.services.signin.auth.LoginCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * What {@code aws login} left, renewed in the profile's own Region: the SDK's way from a profile looks for a Region in
 * the environment only.
 */
final class LoginSession implements AwsCredentialsProvider, SdkAutoCloseable {

    private final SigninClient client;
    private final LoginCredentialsProvider provider;

    /** @param session the profile's {@code login_session}: the principal that signed in */
    LoginSession(String session, Region region) {
        this.client = SigninClient.builder()
                .region(software.amazon.awssdk.regions.Region.of(region.id()))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        this.provider = LoginCredentialsProvider.builder().loginSession(session).signinClient(client).build();
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return provider.resolveCredentials();
    }

    @Override
    public void close() {
        provider.close();
        client.close();
    }
}
