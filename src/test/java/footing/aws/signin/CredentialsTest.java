package footing.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import footing.account.Region;
import footing.aws.Connection;
import footing.aws.SignInNeededException;
import footing.aws.SignInNeededException.Reason;
import footing.aws.survey.Survey;
import footing.aws.survey.SurveyOptions;
import footing.text.Texts;
import java.net.ConnectException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

class CredentialsTest {

    @Test
    void provider_isMadeOnce_andNotBeforeItIsNeeded() {
        AtomicInteger made = new AtomicInteger();
        try (Credentials credentials = new Credentials(() -> {
            made.incrementAndGet();
            return StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAEXAMPLE", "example"));
        })) {
            assertThat(made).hasValue(0);
            assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("AKIAEXAMPLE");
            credentials.resolveCredentials();
            assertThat(made).hasValue(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"Unable to load credentials from any of the providers,MISSING",
        "The SSO session associated with this profile has expired or is otherwise invalid,EXPIRED"})
    void signIn_isNeeded_whenThereAreNoCredentials(String message, Reason reason) {
        try (Credentials credentials = failing(SdkClientException.create(message))) {
            assertThatExceptionOfType(SignInNeededException.class).isThrownBy(credentials::resolveCredentials)
                    .satisfies((needed) -> {
                        assertThat(needed.reason()).isEqualTo(reason);
                        assertThat(needed.detail()).isEqualTo(message);
                    });
        }
    }

    @Test
    void signIn_isNeededInPlainWords_whenTheWholeChainHasNone() {
        try (
                Credentials credentials = failing(SdkClientException.create("Unable to load credentials from any of the"
                        + " providers in the chain AwsCredentialsProviderChain(credentialsProviders=[Some(), Other()])"))) {
            assertThatExceptionOfType(SignInNeededException.class).isThrownBy(credentials::resolveCredentials)
                    .satisfies((needed) -> assertThat(needed.detail())
                            .isEqualTo("Unable to load credentials from any of the providers"));
        }
    }

    @Test
    void signIn_isNotTheMatter_whenTheNetworkIsDown() {
        SdkClientException down = SdkClientException.create("Unable to execute HTTP request",
                new ConnectException("refused"));
        try (Credentials credentials = failing(down)) {
            assertThatExceptionOfType(SdkClientException.class).isThrownBy(credentials::resolveCredentials)
                    .isSameAs(down);
        }
    }

    /** The whole way down through the SDK and up again: nothing is sent, since there is nothing to sign with. */
    @Test
    void survey_wantsSignIn_whenTheProfileHasNoSessionAnyMore() throws Exception {
        URL config = Objects.requireNonNull(CredentialsTest.class.getResource("config"));
        Profiles profiles = Profiles.read(Path.of(config.toURI()), Path.of("none"), Map.of());
        try (Connection connection = profiles.connect("sso", Optional.empty())) {
            assertThatExceptionOfType(SignInNeededException.class)
                    .isThrownBy(() -> Survey.run(connection,
                            SurveyOptions.of(new Region("eu-central-1"), Clock.systemUTC()), (event) -> {
                            }));
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReason_hasItsWords(Reason reason) {
        SignInNeededException needed = new SignInNeededException(reason, "so it was said", new Exception("cause"));

        assertThat(Texts.of("signin").get(needed.key(), Map.of("detail", needed.detail()))).contains("so it was said");
    }

    private static Credentials failing(RuntimeException failure) {
        AwsCredentialsProvider provider = () -> {
            throw failure;
        };
        return new Credentials(() -> provider);
    }
}
