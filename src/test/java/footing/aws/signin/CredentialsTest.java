package footing.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import footing.account.Region;
import footing.aws.Connection;
import footing.aws.SignInNeededException;
import footing.aws.SignInNeededException.Reason;
import footing.aws.signin.SignInProfile.Kind;
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
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class CredentialsTest {

    @Test
    void provider_isMadeOnce_andNotBeforeItIsNeeded() {
        AtomicInteger made = new AtomicInteger();
        try (Credentials credentials = new Credentials(() -> {
            made.incrementAndGet();
            return StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAEXAMPLE", "example"));
        }, Optional.empty())) {
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

        assertThat(words(needed)).contains("so it was said");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"SSO_SESSION|Token is expired|Run: aws sso login --profile dev",
        "LEGACY_SSO|The SSO session has expired|Run: aws sso login --profile dev",
        "LOGIN_SESSION|Your session has expired. Please reauthenticate.|Run: aws login --profile dev",
        "WEB_IDENTITY|no token|Check web_identity_token_file and role_arn",
        "STATIC_KEYS|nothing|Nobody is signed in"})
    void everyWay_tellsHowToSignInAgain(Kind kind, String message, String says) {
        assertThat(words(needed(SdkClientException.create(message), new Origin("dev", kind, Optional.empty()))))
                .contains(says);
    }

    @Test
    void role_isToldByItsSource_whenTheSourceIsNotSignedIn() {
        Origin role = new Origin("admin", Kind.ROLE,
                Optional.of(new Origin("dev", Kind.SSO_SESSION, Optional.empty())));

        assertThat(words(needed(SdkClientException.create("Token is expired"), role)))
                .contains("aws sso login --profile dev");
        assertThat(words(needed(refusal(), role))).contains("profile admin could not take its role: AccessDenied: no");
    }

    @Test
    void identityCenter_isToldApart_whenItGivesNoAccess() {
        assertThat(words(needed(refusal(), new Origin("dev", Kind.SSO_SESSION, Optional.empty()))))
                .contains("does not give you the account and role");
    }

    @Test
    void program_isToldByWhatItSaid_whenItFails() {
        Origin process = new Origin("dev", Kind.PROCESS, Optional.empty());
        RuntimeException ended = new IllegalStateException("Failed to refresh process-based credentials.",
                new IllegalStateException("Command returned non-zero exit value (3) with error message: no key"));
        RuntimeException odd = new IllegalStateException("Failed to refresh process-based credentials.",
                new IllegalArgumentException("Unrecognized token 'hunter2'"));

        assertThat(words(needed(ended, process))).contains("profile dev").contains("it ended with 3 and said: no key");
        assertThat(words(needed(odd, process))).doesNotContain("hunter2");
    }

    /** None of the words may be the SDK's own names. */
    @ParameterizedTest
    @ValueSource(strings = {"sso", "legacy", "process", "web", "login"})
    void profile_isToldWithoutClasses_whenItCannotSignIn(String profile) throws Exception {
        URL config = Objects.requireNonNull(CredentialsTest.class.getResource("config"));
        Profiles profiles = Profiles.read(Path.of(config.toURI()), Path.of("none"), Map.of());
        try (Connection connection = profiles.connect(profile, Optional.empty())) {
            assertThatExceptionOfType(SignInNeededException.class)
                    .isThrownBy(() -> Survey.run(connection,
                            SurveyOptions.of(new Region("eu-central-1"), Clock.systemUTC()), (event) -> {
                            }))
                    .satisfies((needed) -> assertThat(words(needed)).contains("profile " + profile)
                            .doesNotContain("software.", "Exception", "Provider"));
        }
    }

    private static AwsServiceException refusal() {
        return AwsServiceException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode("AccessDenied").errorMessage("no").build())
                .statusCode(403)
                .build();
    }

    private static SignInNeededException needed(RuntimeException failure, Origin origin) {
        AwsCredentialsProvider provider = () -> {
            throw failure;
        };
        try (Credentials credentials = new Credentials(() -> provider, Optional.of(origin))) {
            return org.assertj.core.api.Assertions.catchThrowableOfType(SignInNeededException.class,
                    credentials::resolveCredentials);
        }
    }

    private static String words(SignInNeededException needed) {
        return Texts.of("signin").get(needed.key(), needed.values());
    }

    private static Credentials failing(RuntimeException failure) {
        AwsCredentialsProvider provider = () -> {
            throw failure;
        };
        return new Credentials(() -> provider, Optional.empty());
    }
}
