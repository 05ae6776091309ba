package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Analyzer;
import footing.account.Fact;
import footing.account.IdentityProviders;
import footing.baseline.Baseline;
import footing.baseline.Finding;
import footing.baseline.Status;
import footing.choices.Access;
import footing.choices.Choices;
import footing.choices.Conventions;
import footing.choices.ItemId;
import footing.choices.OpenIdChoice;
import footing.choices.SamlChoice;
import footing.choices.SamlSamples;
import footing.plan.Plan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Analyzers and identity providers, from the choice to the account and back. */
class AccessOfApplyTest {

    private static final SamlChoice SAML = new SamlChoice("example-login", Optional.of("login.xml"),
            Optional.of(SamlSamples.metadata()),
            new TreeMap<>(Map.of("federated-readers", List.of("ReadOnlyAccess", "job-function/Billing"))));
    private static final OpenIdChoice GITHUB = new OpenIdChoice("https://token.actions.githubusercontent.com",
            "sts.amazonaws.com", new TreeMap<>(
                    Map.of("deploy", new OpenIdChoice.Role("repo:example/shop:*", List.of("PowerUserAccess")))));

    private final Path data;

    AccessOfApplyTest(@TempDir Path data) {
        this.data = data;
    }

    private static Status status(AccountState account, ItemId item) {
        return Baseline.judge(account, Map.of(), LocalDate.of(2026, 3, 2))
                .stream()
                .filter((finding) -> finding.item().id() == item)
                .map(Finding::status)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> types(AccountState account) {
        return account.read(Fact.ANALYZERS)
                .flatMap((regional) -> regional.in(account.home()))
                .found()
                .orElseThrow()
                .stream()
                .map(Analyzer::type)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fresh", "inherited"})
    void whatIsChosen_isMade_remembered_andTakenBack(String scenario) {
        Workbench bench = new Workbench(scenario, data);
        List<IdentityProviders.Saml> before = bench.survey().read(Fact.IDENTITY_PROVIDERS).found().orElseThrow().saml();
        bench.choose((choices) -> choices.withAccess(new Access(true, Optional.of(SAML), Optional.of(GITHUB))));
        assertThat(bench.apply(bench.plan()).failures()).isEmpty();

        AccountState account = bench.survey();
        assertThat(status(account, ItemId.ACCESS_REVIEW)).isEqualTo(Status.MET);
        assertThat(status(account, ItemId.FEDERATION)).isEqualTo(Status.MET);
        assertThat(types(account)).containsExactly("ACCOUNT", "ACCOUNT_UNUSED_ACCESS");
        assertThat(bench.plan().changes()).isEmpty();

        // The file is gone, and still it is known what was chosen.
        Access remembered = Conventions.choices(account).access();
        assertThat(remembered).isEqualTo(new Access(true,
                Optional.of(new SamlChoice("example-login", Optional.empty(), Optional.empty(), SAML.roles())),
                Optional.of(GITHUB)));
        bench.choose((Choices choices) -> choices.withAccess(remembered));
        assertThat(bench.plan().changes()).isEmpty();

        bench.choose((choices) -> choices.withAccess(Access.USUAL));
        Plan back = bench.plan();
        assertThat(bench.apply(back).failures()).isEmpty();
        AccountState after = bench.survey();
        assertThat(types(after)).containsExactly("ACCOUNT");
        assertThat(after.read(Fact.IDENTITY_PROVIDERS).found().orElseThrow().saml()).isEqualTo(before);
        assertThat(bench.plan().changes()).isEmpty();
    }
}
