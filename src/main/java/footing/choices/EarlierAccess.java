package footing.choices;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.account.Fact;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What people decided before about who gets in, as far as the stacks that came of it still tell. */
public final class EarlierAccess {

    private static final String POLICIES = "ManagedPolicyArns";
    private static final String CONDITIONS = "AssumeRolePolicyDocument.Statement.0.Condition";

    private final EarlierChoices earlier;

    private EarlierAccess(EarlierChoices earlier) {
        this.earlier = earlier;
    }

    static Access of(AccountState account) {
        Optional<DeployedStack> home = account.read(Fact.CONFIG_STACKS)
                .flatMap((stacks) -> stacks.in(account.home()))
                .found()
                .flatMap((stack) -> stack);
        EarlierAccess access = new EarlierAccess(EarlierChoices.of(account));
        return new Access(home.flatMap((stack) -> stack.resource(Access.UNUSED_ANALYZER)).isPresent(), access.saml(),
                access.openIdConnect());
    }

    /** The metadata that Footing's own SAML provider was made of. */
    public static Optional<String> metadata(AccountState account) {
        return EarlierChoices.of(account).text(SamlChoice.PROVIDER, "SamlMetadataDocument");
    }

    private Optional<SamlChoice> saml() {
        SortedMap<String, List<String>> roles = new TreeMap<>();
        for (String id : roles(SamlChoice.ROLE)) {
            name(id).ifPresent((name) -> roles.put(name, policies(id)));
        }
        return earlier.text(SamlChoice.PROVIDER, "Name")
                .map((name) -> new SamlChoice(name, Optional.empty(), Optional.empty(), roles));
    }

    private Optional<OpenIdChoice> openIdConnect() {
        SortedMap<String, OpenIdChoice.Role> roles = new TreeMap<>();
        Optional<String> issuer = Optional.empty();
        Optional<String> audience = Optional.empty();
        for (String id : roles(OpenIdChoice.ROLE)) {
            SortedMap<String, String> conditions = conditions(id);
            String subject = "";
            for (String key : conditions.keySet()) {
                if (key.endsWith(":aud")) {
                    issuer = Optional.of(key.substring(0, key.length() - ":aud".length()));
                    audience = Optional.of(conditions.getOrDefault(key, ""));
                } else if (key.endsWith(":sub")) {
                    subject = conditions.getOrDefault(key, "");
                }
            }
            OpenIdChoice.Role role = new OpenIdChoice.Role(subject, policies(id));
            name(id).ifPresent((name) -> roles.put(name, role));
        }
        Optional<String> of = audience;
        return issuer.map((host) -> new OpenIdChoice(OpenIdChoice.SCHEME + host, of.orElse(""), roles));
    }

    private Iterable<String> roles(String prefix) {
        TreeSet<String> ids = new TreeSet<>(earlier.ids());
        ids.removeIf((id) -> !id.startsWith(prefix));
        return ids;
    }

    private Optional<String> name(String id) {
        return earlier.text(id, "RoleName");
    }

    private List<String> policies(String id) {
        return earlier.properties(id)
                .flatMap((role) -> EarlierChoices.child(role, POLICIES))
                .map(EarlierChoices::policies)
                .orElse(List.of());
    }

    /** What a role's trust asks of a token, by the key of the condition. */
    private SortedMap<String, String> conditions(String id) {
        SortedMap<String, String> conditions = new TreeMap<>();
        Optional<Node> node = earlier.properties(id);
        for (String step : CONDITIONS.split("\\.", -1)) {
            node = node.flatMap((there) -> EarlierChoices.child(there, step));
        }
        node.ifPresent((operators) -> EarlierChoices.fields(operators)
                .values()
                .forEach((keys) -> EarlierChoices.fields(keys).forEach((key, value) -> {
                    if (value instanceof ScalarNode scalar) {
                        conditions.put(key, scalar.getValue());
                    }
                })));
        return conditions;
    }
}
