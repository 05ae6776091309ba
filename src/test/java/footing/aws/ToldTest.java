package footing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToldTest {

    @Test
    void text_isBounded_whenItIsLong() {
        assertThat(Told.of("x".repeat(1_000_000))).hasSize(Told.LONGEST).endsWith("…");
    }

    @Test
    void text_isNotCutThroughACharacter() {
        String told = Told.of("x".repeat(Told.LONGEST - 2) + "😀".repeat(9));

        assertThat(told.codePoints().allMatch(Character::isDefined)).isTrue();
        assertThat(told.chars().filter((unit) -> Character.isSurrogate((char) unit)).count()).isEven();
    }

    @Test
    void text_hasNoControlCharacters() {
        assertThat(Told.of("a\u0000b\r\n\tc\u001b[31md\u202ee\u200bf\ud800g")).isEqualTo("a b c [31md e f g");
    }

    @Test
    void text_isUntouched_whenItIsPlain() {
        assertThat(Told.of("Zugriff verweigert: über müßig 日本 😀")).isEqualTo("Zugriff verweigert: über müßig 日本 😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-amz-security-token:hunter2", "X-Amz-Security-Token=hunter2&a=b",
        "\"SecretAccessKey\": \"hunter2\"", "aws_secret_access_key = hunter2", "aws_session_token=hunter2",
        "Authorization: AWS4-HMAC-SHA256 hunter2", "X-Amz-Signature=hunter2", "\"accessToken\": \"hunter2\"",
        "refreshToken=hunter2", "'clientSecret': 'hunter2'", "x-amz-sso_bearer_token: hunter2",
        "Authorization: Bearer hunter2", "Authorization: Basic hunter2", "http://jo:hunter2@host/p",
        "bearer hunter2abc", "AKIAXXHUNTER2000000Z", "password: hunter2",
        "token=hunter2", "<SessionToken>hunter2</SessionToken>", "<SecretAccessKey>hunter2</SecretAccessKey>"})
    void text_hasNoSecret(String text) {
        assertThat(Told.of("said " + text + " and more")).doesNotContain("hunter2")
                .doesNotContain("HUNTER2")
                .startsWith("said");
    }

    @Test
    void text_keepsWhatStandsAroundASecret_whenItIsXml() {
        assertThat(Told.of("<SessionToken>hunter2</SessionToken><Expiration>2026</Expiration>"))
                .isEqualTo("<SessionToken>***</SessionToken><Expiration>2026</Expiration>");
    }

    @Test
    void lines_stayLines_andHaveNoSecretEither() {
        assertThat(Told.lines("first\n\tat some.place\nsecretAccessKey=hunter2\nfourth", 3))
                .isEqualTo("first\n\tat some.place\nsecretAccessKey=***");
    }
}
