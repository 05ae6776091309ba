package footing.aws.signin;

import footing.account.Region;
import footing.aws.ProxiedHttp;
import footing.aws.SdkSettings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.token.credentials.SdkTokenProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.services.signin.SigninClient;
import software.amazon.awssdk.services.signin.auth.LoginCredentialsProvider;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.auth.SsoCredentialsProvider;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsRequest;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcTokenProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The credentials of a profile that the inspection found whole, over the profiles from which it takes its role. The
 * SDK's own way makes clients on the way that go by the profile {@code default}, and cannot take a role from what
 * {@code aws login} left.
 */
final class ProfileCredentials implements AwsCredentialsProvider, SdkAutoCloseable {

    private final ProfileFiles files;
    private final SdkSettings settings;
    private final Region start;
    private final SdkHttpClient http = new ProxiedHttp();
    private final Deque<SdkAutoCloseable> made = new ArrayDeque<>();
    private final AwsCredentialsProvider provider;

    /** @param start the Region for a profile that names none */
    ProfileCredentials(ProfileFiles files, String profile, Region start) {
        this.files = files;
        this.settings = new SdkSettings(files.both(), profile);
        this.start = start;
        made.push(http);
        this.provider = of(profile);
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return provider.resolveCredentials();
    }

    private AwsCredentialsProvider of(String name) {
        Map<String, String> keys = files.keys(name);
        return switch (ProfileInspection.kind(keys)) {
            case ROLE -> role(name, keys);
            case WEB_IDENTITY -> webIdentity(keys);
            case LOGIN_SESSION -> login(keys);
            case SSO_SESSION -> identityCenter(keys);
            case LEGACY_SSO, PROCESS, STATIC_KEYS, UNKNOWN ->
                ProfileCredentialsProvider.builder().profileFile(files.both()).profileName(name).build();
        };
    }

    private AwsCredentialsProvider role(String name, Map<String, String> keys) {
        String source = value(keys, ProfileProperty.SOURCE_PROFILE);
        AwsCredentialsProvider taker = source.isEmpty()
                ? source(name, value(keys, ProfileProperty.CREDENTIAL_SOURCE))
                : source.equals(name) ? ownKeys(keys) : of(source);
        AssumeRoleRequest request = AssumeRoleRequest.builder()
                .roleArn(value(keys, ProfileProperty.ROLE_ARN))
                .roleSessionName(session(keys))
                .applyMutation((role) -> Optional.ofNullable(keys.get(ProfileProperty.EXTERNAL_ID))
                        .ifPresent(role::externalId))
                .build();
        return keep(StsAssumeRoleCredentialsProvider.builder()
                .stsClient(keep(client(StsClient.builder(), region(keys), taker).build()))
                .refreshRequest(request)
                .build());
    }

    /** The inspection lets no other through. */
    private AwsCredentialsProvider source(String name, String credentialSource) {
        return switch (CredentialSource.of(credentialSource).orElseThrow()) {
            case ENVIRONMENT -> AwsCredentialsProviderChain.builder()
                    .addCredentialsProvider(SystemPropertyCredentialsProvider.create())
                    .addCredentialsProvider(EnvironmentVariableCredentialsProvider.create())
                    .build();
            case EC2_INSTANCE_METADATA -> keep(InstanceProfileCredentialsProvider.builder()
                    .profileFile(files.both())
                    .profileName(name)
                    .build());
            case ECS_CONTAINER -> keep(ContainerCredentialsProvider.builder().build());
        };
    }

    private static AwsCredentialsProvider ownKeys(Map<String, String> keys) {
        String id = value(keys, ProfileProperty.AWS_ACCESS_KEY_ID);
        String secret = value(keys, ProfileProperty.AWS_SECRET_ACCESS_KEY);
        String token = value(keys, ProfileProperty.AWS_SESSION_TOKEN);
        return StaticCredentialsProvider.create(token.isEmpty()
                ? AwsBasicCredentials.create(id, secret)
                : AwsSessionCredentials.create(id, secret, token));
    }

    private AwsCredentialsProvider webIdentity(Map<String, String> keys) {
        return keep(StsWebIdentityTokenFileCredentialsProvider.builder()
                .stsClient(keep(client(StsClient.builder(), region(keys), AnonymousCredentialsProvider.create())
                        .build()))
                .roleArn(value(keys, ProfileProperty.ROLE_ARN))
                .roleSessionName(session(keys))
                .webIdentityTokenFile(Path.of(value(keys, ProfileProperty.WEB_IDENTITY_TOKEN_FILE)))
                .build());
    }

    /** Renewed in the profile's own Region: the SDK's way looks for one in the environment only. */
    private AwsCredentialsProvider login(Map<String, String> keys) {
        return keep(LoginCredentialsProvider.builder()
                .loginSession(value(keys, ProfileProperty.LOGIN_SESSION))
                .signinClient(keep(client(SigninClient.builder(), region(keys), AnonymousCredentialsProvider.create())
                        .build()))
                .build());
    }

    private AwsCredentialsProvider identityCenter(Map<String, String> keys) {
        String session = value(keys, ProfileInspection.SSO_SESSION);
        Region region = new Region(value(files.session(session).orElse(Map.of()), ProfileProperty.SSO_REGION));
        SdkTokenProvider token = keep(SsoOidcTokenProvider.builder()
                .sessionName(session)
                .ssoOidcClient(keep(client(SsoOidcClient.builder(), region, AnonymousCredentialsProvider.create())
                        .build()))
                .build());
        SsoCredentialsProvider.Builder credentials = SsoCredentialsProvider.builder();
        return keep(credentials
                .ssoClient(keep(client(SsoClient.builder(), region, AnonymousCredentialsProvider.create()).build()))
                .refreshRequest(() -> GetRoleCredentialsRequest.builder()
                        .accountId(value(keys, ProfileProperty.SSO_ACCOUNT_ID))
                        .roleName(value(keys, ProfileProperty.SSO_ROLE_NAME))
                        .accessToken(token.resolveToken().token())
                        .build())
                .build());
    }

    private <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> B client(B builder, Region region,
            AwsCredentialsProvider signer) {
        return builder.region(software.amazon.awssdk.regions.Region.of(region.id()))
                .credentialsProvider(signer)
                .overrideConfiguration(settings.configuration().build())
                .httpClient(http);
    }

    private Region region(Map<String, String> keys) {
        return Optional.ofNullable(keys.get(ProfileProperty.REGION))
                .filter((id) -> !id.isEmpty())
                .map(Region::new)
                .orElse(start);
    }

    private static String session(Map<String, String> keys) {
        return Optional.ofNullable(keys.get(ProfileProperty.ROLE_SESSION_NAME)).orElse("footing");
    }

    private static String value(Map<String, String> keys, String key) {
        return keys.getOrDefault(key, "");
    }

    /** What was made first is closed last: others stand on it. */
    private <T extends SdkAutoCloseable> T keep(T one) {
        made.push(one);
        return one;
    }

    @Override
    public void close() {
        made.forEach(SdkAutoCloseable::close);
    }
}
