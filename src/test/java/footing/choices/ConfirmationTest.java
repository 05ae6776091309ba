package footing.choices;

import static org.assertj.core.api.Assertions.assertThat;

import footing.choices.Confirmation.Read;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmationTest {

    private static final String TOKEN = "2336412f37fb687f5d51e6e241d09c8058323f60b964268bfe08ce35640228c2";
    private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:security";

    @ParameterizedTest
    @ValueSource(strings = {
        "https://sns.eu-central-1.amazonaws.com/confirmation.html?TopicArn=" + TOPIC + "&Token=" + TOKEN
                + "&Endpoint=aws%40example.com",
        "  https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn="
                + "arn%3Aaws%3Asns%3Aeu-central-1%3A123456789012%3Asecurity&Token=" + TOKEN + "\n",
        "https://sns.cn-north-1.amazonaws.com.cn/confirmation.html?Token=" + TOKEN + "&TopicArn=" + TOPIC})
    void link_hasTokenAndTopic(String link) {
        assertThat(Confirmation.read(link)).isEqualTo(new Read.Found(new Confirmation(TOKEN, Optional.of(TOPIC))));
    }

    @Test
    void token_standsAlone() {
        assertThat(Confirmation.read(" " + TOKEN + " "))
                .isEqualTo(new Read.Found(new Confirmation(TOKEN, Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({"'', not-a-link", "Confirm subscription, not-a-link",
        "http://sns.eu-central-1.amazonaws.com/, not-a-link",
        "https://sns.eu-central-1.amazonaws.com/a b, not-a-link", "https://example.com/?Token=x, other-host",
        "https://sns.eu-central-1.amazonaws.com.example.com/?Token=x, other-host",
        "https://sns.eu-central-1.amazonaws.com@example.com/?Token=x, other-host",
        "https://example.com@sns.eu-central-1.amazonaws.com/?Token=x, other-host",
        "https://sns.eu-central-1.amazonaws.com:444/?Token=x, other-host", "https:///?Token=x, other-host",
        "https://sns.eu-central-1.amazonaws.com/unsubscribe.html?SubscriptionArn=x, unsubscribes",
        "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=x, unsubscribes",
        "https://sns.eu-central-1.amazonaws.com/confirmation.html, no-token",
        "https://sns.eu-central-1.amazonaws.com/confirmation.html?Token=short, no-token",
        "https://sns.eu-central-1.amazonaws.com/confirmation.html?Token=%zz, not-a-link"})
    void whatConfirmsNothing_saysWhy(String pasted, String why) {
        assertThat(Confirmation.read(pasted)).isEqualTo(new Read.Wrong(why));
    }

    @Test
    void endlessText_isNoLink() {
        String link = "https://sns.eu-central-1.amazonaws.com/confirmation.html?Token=" + TOKEN + "&Endpoint=";
        assertThat(Confirmation.read(link + "a".repeat(3_000))).isInstanceOf(Read.Found.class);
        assertThat(Confirmation.read(link + "a".repeat(4_000))).isEqualTo(new Read.Wrong("not-a-link"));
        assertThat(Confirmation.read("a".repeat(1_025))).isEqualTo(new Read.Wrong("not-a-link"));
    }
}
