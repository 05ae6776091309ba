package footing.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.endpoints.S3ControlEndpointProvider;

/** What all clients have in common, for one Region. */
record SdkWiring(Region region, AwsCredentialsProvider credentials, SdkHttpClient http,
        ClientOverrideConfiguration configuration) {

    <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> B into(B builder) {
        builder.region(region).credentialsProvider(credentials).overrideConfiguration(configuration);
        return builder.httpClient(http);
    }

    /**
     * S3 finds a bucket in whatever Region it is. Where the endpoint was redirected (by the environment, a property or
     * the profile: the SDK knows), buckets are named in the path: few stand-ins have a host for each.
     */
    S3Client s3() {
        S3Client client = s3Builder().build();
        if (client.serviceClientConfiguration().endpointOverride().isEmpty()) {
            return client;
        }
        client.close();
        return s3Builder().forcePathStyle(true).build();
    }

    /**
     * S3 Control has a host for each account: where the endpoint was redirected, the number of the account would be put
     * before the host that was named, which has no such name.
     */
    S3ControlClient s3Control() {
        S3ControlClient client = into(S3ControlClient.builder()).build();
        Optional<URI> redirected = client.serviceClientConfiguration().endpointOverride();
        if (redirected.isEmpty()) {
            return client;
        }
        client.close();
        S3ControlEndpointProvider usual = S3ControlEndpointProvider.defaultProvider();
        return into(S3ControlClient.builder())
                .endpointProvider((asked) -> usual.resolveEndpoint(asked)
                        .thenApply((found) -> found.toBuilder().url(redirected.get()).build()))
                .build();
    }

    private S3ClientBuilder s3Builder() {
        return into(S3Client.builder()).crossRegionAccessEnabled(true);
    }
}
