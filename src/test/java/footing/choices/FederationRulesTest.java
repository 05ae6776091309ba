package footing.choices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FederationRulesTest {

    private static List<String> wrong(Access access) {
        return FederationRules.check("access", access)
                .stream()
                .map((complaint) -> complaint.field() + " " + complaint.key().substring("complaint.".length()))
                .toList();
    }

    private static Access openId(String url, String subject) {
        return Access.USUAL.withOpenIdConnect(Optional.of(new OpenIdChoice(url, "sts.amazonaws.com",
                new TreeMap<>(Map.of("deploy", new OpenIdChoice.Role(subject, List.of("ReadOnlyAccess")))))));
    }

    private static SamlChoice saml(String name, Map<String, List<String>> roles) {
        return new SamlChoice(name, Optional.empty(), Optional.empty(), new TreeMap<>(roles));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://token.actions.githubusercontent.com", "https://login.example.com/tenant-1/v2.0"})
    void issuer_isAnAddressWithoutPortOrQuery(String url) {
        assertThat(wrong(openId(url, "repo:example/shop:ref:refs/heads/main"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.example.com", "https://login.example.com:443", "https://login.example.com/",
        "https://login.example.com/a?b", "https://Login.example.com", "login.example.com", "https://a b", ""})
    void issuer_isRefused_asIamWouldRefuseIt_orAsItsTokensNeverNameIt(String url) {
        assertThat(wrong(openId(url, "abc"))).contains("access.openIdConnect.url issuer");
    }

    @ParameterizedTest
    @CsvSource({"https://token.actions.githubusercontent.com, repo:example/*, ",
        "https://token.actions.githubusercontent.com, repo:*, subject-github",
        "https://token.actions.githubusercontent.com, repo:*/shop:ref:refs/heads/main, subject-github",
        "https://token.actions.githubusercontent.com, repo:example*/shop, subject-github",
        "https://login.example.com, user-1234, ", "https://login.example.com, *, subject",
        "https://login.example.com, ab*, subject", "https://login.example.com, '', subject"})
    void subject_namesMoreThanWhoeverTheIssuerVouchesFor(String url, String subject, String rule) {
        assertThat(wrong(openId(url, subject))).isEqualTo(rule == null
                ? List.of()
                : List.of("access.openIdConnect.roles.deploy.subject " + rule));
    }

    @Test
    void roles_areNeeded_andTakeWhatIamTakes_andDoNotShareAName() {
        Access shared = openId("https://login.example.com", "user-1").withSaml(Optional.of(saml("login",
                Map.of("De-ploy", List.of("ReadOnlyAccess"), "deploy", List.of("ReadOnlyAccess"), "AWSReservedX",
                        List.of(), "a b", List.of("arn:aws:iam::aws:policy/X")))));

        assertThat(wrong(Access.USUAL.withSaml(Optional.of(saml("AWSSSO_1", Map.of()))))).containsExactly(
                "access.saml.name saml-name", "access.saml.roles no-roles");
        assertThat(wrong(shared)).containsExactlyInAnyOrder("access.saml.roles.AWSReservedX role-name",
                "access.saml.roles.AWSReservedX group-policies", "access.saml.roles.a b role-name",
                "access.saml.roles.a b group-policy", "access.saml.roles.deploy group-alike",
                "access.openIdConnect.roles.deploy group-alike");
    }
}
