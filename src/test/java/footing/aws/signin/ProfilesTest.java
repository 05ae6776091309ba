package footing.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import footing.account.Region;
import footing.aws.Connection;
import footing.text.Texts;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {

    private static final Region FRANKFURT = new Region("eu-central-1");

    @TempDir Path folder;

    private final Profiles profiles = Profiles.read(file("config"), file("credentials"), Map.of());

    ProfilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({"default,STATIC_KEYS", "keys,STATIC_KEYS", "sso,SSO_SESSION", "legacy,LEGACY_SSO", "role,ROLE",
        "role-of-instance,ROLE", "process,PROCESS", "web,WEB_IDENTITY", "login,LOGIN_SESSION",
        "login-root,LOGIN_SESSION"})
    void profile_isUsable_whenNothingIsMissing(String name, SignInProfile.Kind kind) {
        assertThat(profile(name).kind()).isEqualTo(kind);
        assertThat(profile(name).troubles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"keys-half,credentials,aws_secret_access_key,MISSING,''",
        "sso-lost,config,sso_session,NO_SUCH_SESSION,elsewhere", "legacy-bare,config,sso_region,MISSING,''",
        "role-lost,config,source_profile,NO_SUCH_SOURCE,nobody", "role-bare,config,source_profile,ONE_SOURCE,''",
        "role-both,config,source_profile,ONE_SOURCE,keys",
        "web-bare,config,role_arn,MISSING,''",
        "role-odd,config,role_arn,NOT_A_ROLE,Admin",
        "role-code,config,mfa_serial,WANTS_CODE,arn:aws:iam::111122223333:mfa/ada",
        "role-typo,config,credential_source,NOT_A_SOURCE,Enviroment", "far,config,region,NOT_A_REGION,eu-central-9",
        "sso-odd,config,sso_account_id,NOT_AN_ACCOUNT,12", "address-odd,config,endpoint_url,NOT_AN_ADDRESS,localhost",
        "odd-region,config,region,NOT_A_REGION,Frankfurt",
        "only-region,config,'',NOTHING_TO_SIGN_IN_WITH,''"})
    void profile_saysWhatIsWrong_whenItIsBroken(String name, String file, String key, Trouble.What what, String value) {
        assertThat(profile(name).troubles().getFirst()).isEqualTo(new Trouble(file(file), name, key, what, value));
        assertThat(profile(name).usable()).isFalse();
    }

    @Test
    void profile_saysEverythingThatIsWrong() {
        assertThat(profile("sso-bare").troubles()).extracting((trouble) -> trouble.what() + " " + trouble.key())
                .containsExactly("MISSING sso_account_id", "SESSION_WITHOUT sso_region");
    }

    @Test
    void profile_saysWhichValuesCanBeNone() {
        assertThat(profile("sso-odd").troubles()).extracting((trouble) -> trouble.what() + " " + trouble.value())
                .containsExactly("NOT_AN_ACCOUNT 12", "NOT_A_START_URL not a url", "NOT_A_REGION Frankfurt");
    }

    @ParameterizedTest
    @CsvSource({"role-of-half,keys-half,aws_secret_access_key,MISSING",
        "circle-a,circle-b,source_profile,SOURCE_CIRCLE", "role-of-none,only-region,'',NOTHING_TO_SIGN_IN_WITH",
        "role-of-role,role-lost,source_profile,NO_SUCH_SOURCE"})
    void profile_saysWhatIsWrongWithItsSource(String name, String source, String key, Trouble.What what) {
        assertThat(profile(name).troubles()).singleElement()
                .satisfies((trouble) -> assertThat(List.of(trouble.profile(), trouble.key(), trouble.what()))
                        .containsExactly(source, key, what));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_REGION", "AWS_DEFAULT_REGION"})
    void environment_isRefused_whenNobodyKnowsItsRegion(String variable) {
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> in(Map.of(variable, "eu-central-9")).environment(Optional.empty()))
                .satisfies((refused) -> assertThat(words(refused)).startsWith(variable + " is eu-central-9"));
    }

    @Test
    void everyTrouble_hasItsWords() {
        Texts texts = Texts.of("signin");

        assertThat(profiles.list()).flatExtracting(SignInProfile::troubles)
                .hasSizeGreaterThan(10)
                .allSatisfy((trouble) -> assertThat(texts.get(trouble.textKey(), trouble.values()))
                        .contains(trouble.file().toString(), "profile " + trouble.profile()));
        assertThat(Trouble.What.values()).allSatisfy((what) -> assertThat(
                texts.has(new Trouble(folder, "p", "k", what, "v").textKey())).isTrue());
    }

    @Test
    void profile_warnsOfRoot_whenItsSessionIsRoots() {
        assertThat(profiles.list().stream().filter(SignInProfile::asRoot).map(SignInProfile::name))
                .containsExactly("login-root");
    }

    @Test
    void profile_namesItsRegion() {
        assertThat(profile("sso").region()).contains(new Region("eu-west-1"));
        assertThat(profile("odd-region").region()).isEmpty();
    }

    @Test
    void connection_startsInTheRegionGiven_thenInThatOfTheProfile() {
        assertThat(homeOf(profiles.connect("sso", Optional.of(FRANKFURT)))).isEqualTo(FRANKFURT);
        assertThat(homeOf(profiles.connect("sso", Optional.empty()))).isEqualTo(new Region("eu-west-1"));
        assertThat(homeOf(profiles.connect("keys", Optional.empty()))).isEqualTo(Region.US_EAST_1);
    }

    private static Region homeOf(Connection connection) {
        try (connection) {
            assertThat(connection.practice()).isFalse();
            return connection.home();
        }
    }

    @Test
    void connection_isRefused_whenThereIsNoSuchProfile() {
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> profiles.connect("nobody", Optional.empty()))
                .satisfies((refused) -> assertThat(words(refused)).startsWith("There is no profile nobody. Profiles: ")
                        .contains("sso, "));
    }

    @Test
    void connection_isRefusedWithTheFiles_whenThereIsNoProfileAtAll() {
        Profiles none = Profiles.read(Path.of("target/none/config"), Path.of("target/none/credentials"));

        assertThatExceptionOfType(ProfileException.class).isThrownBy(() -> none.connect("nobody", Optional.empty()))
                .satisfies((refused) -> assertThat(words(refused)).contains("nobody", "config", "credentials"));
    }

    @Test
    void connection_isRefused_whenTheProfileIsBroken() {
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> profiles.connect("sso-lost", Optional.empty()))
                .satisfies((refused) -> assertThat(words(refused)).contains("sso-lost", "[sso-session elsewhere]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[profile a]\\nfoo\\n|2|Expected an '=' sign defining a property",
        "[profile a\\nregion = x\\n|1|Profile definition must end with ']'",
        "region = x\\n|1|Expected a profile definition"})
    void file_isRefusedWithItsLine_whenItIsMalformed(String text, String line, String detail) throws IOException {
        Path config = Files.writeString(folder.resolve("config"), text.replace("\\n", "\n"));

        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> Profiles.read(config, folder.resolve("none"), Map.of()))
                .satisfies((refused) -> assertThat(words(refused))
                        .isEqualTo(config + ", line " + line + ": " + detail + "."));
    }

    @Test
    void file_isRefused_whenItIsAFolder() {
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> Profiles.read(folder, folder.resolve("none"), Map.of()))
                .satisfies((refused) -> assertThat(words(refused)).startsWith(folder + " is a folder")
                        .doesNotContain("Exception"));
    }

    @Test
    void list_isEmpty_whenThereAreNoFiles() {
        assertThat(Profiles.read(folder.resolve("a"), folder.resolve("b"), Map.of()).list()).isEmpty();
    }

    @Test
    void environment_startsInItsRegion_thenInThatOfItsProfile() {
        assertThat(homeOf(in(Map.of("AWS_REGION", "eu-north-1")).environment(Optional.empty())))
                .isEqualTo(new Region("eu-north-1"));
        assertThat(homeOf(in(Map.of("AWS_DEFAULT_REGION", "eu-west-3")).environment(Optional.empty())))
                .isEqualTo(new Region("eu-west-3"));
        assertThat(homeOf(in(Map.of("AWS_PROFILE", "sso")).environment(Optional.empty())))
                .isEqualTo(new Region("eu-west-1"));
        assertThat(homeOf(in(Map.of()).environment(Optional.empty()))).isEqualTo(FRANKFURT);
    }

    @Test
    void environment_isRefused_whenItsRegionCanBeNone() {
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> in(Map.of("AWS_REGION", "Frankfurt")).environment(Optional.empty()))
                .satisfies((refused) -> assertThat(words(refused)).startsWith("AWS_REGION is Frankfurt"));
    }

    @Test
    void environment_isRefused_whenItNamesAProfileThatDoesNotExist() {
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> in(Map.of("AWS_PROFILE", "nobody")).environment(Optional.empty()))
                .satisfies((refused) -> assertThat(words(refused))
                        .startsWith("AWS_PROFILE names the profile nobody, which does not exist. Profiles: "));
    }

    @ParameterizedTest
    @CsvSource({"AWS_ENDPOINT_URL,notaurl", "AWS_ENDPOINT_URL,''", "AWS_ENDPOINT_URL,http://127.0.0.1:99999",
        "AWS_ENDPOINT_URL,http://", "AWS_ENDPOINT_URL,ftp://example.com", "AWS_ENDPOINT_URL_STS,localhost:5000",
        "AWS_ENDPOINT_URL,http://a b"})
    void connection_isRefused_whenAnEndpointCanBeNoAddress(String variable, String value) {
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> in(Map.of(variable, value)).connect("keys", Optional.empty()))
                .satisfies((refused) -> assertThat(words(refused)).startsWith(variable + " is ").contains(value));
    }

    @Test
    void refusedEndpoint_isShownWithoutItsPassword() {
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> in(Map.of("AWS_ENDPOINT_URL", "http://me:hunter2@localhost"))
                        .connect("keys", Optional.empty()))
                .satisfies((refused) -> assertThat(words(refused)).doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:5000", "https://sts.example.com/path", "http://[::1]:4566/"})
    void connection_isMade_whenTheEndpointIsAnAddress(String value) {
        assertThat(homeOf(in(Map.of("AWS_ENDPOINT_URL", value)).connect("keys", Optional.of(FRANKFURT))))
                .isEqualTo(FRANKFURT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_ACCESS_KEY_ID", "AWS_WEB_IDENTITY_TOKEN_FILE"})
    void environment_isOffered_whenItNamesCredentials(String variable) {
        assertThat(in(Map.of(variable, "x")).environmentHasCredentials()).isTrue();
        assertThat(in(Map.of()).environmentHasCredentials()).isFalse();
    }

    private Profiles in(Map<String, String> environment) {
        return Profiles.read(file("config"), file("credentials"), environment);
    }

    private SignInProfile profile(String name) {
        List<SignInProfile> found = profiles.list().stream().filter((each) -> each.name().equals(name)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String words(ProfileException refused) {
        return Texts.of("signin").get(refused.key(), refused.values());
    }

    private static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(ProfilesTest.class.getResource(name)).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
