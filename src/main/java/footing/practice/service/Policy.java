package footing.practice.service;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An IAM policy document, read as far as it takes to tell whether somebody may do something: principals, actions,
 * resources and the usual conditions. Source: the grammar of the IAM JSON policy language.
 */
record Policy(List<Statement> statements) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");
    private static final Set<String> ELEMENTS = Set.of("Sid", "Effect", "Principal", "NotPrincipal", "Action",
            "NotAction", "Resource", "NotResource", "Condition");
    /** Conditions that make a statement for everybody one for somebody, as S3 judges it. */
    private static final Set<String> NARROWING = Set.of("aws:sourcearn", "aws:sourceaccount", "aws:sourceip",
            "aws:sourcevpc", "aws:sourcevpce", "aws:principalorgid", "aws:principalaccount", "aws:principalarn",
            "aws:sourceowner", "aws:userid", "s3:dataaccesspointaccount", "s3:dataaccesspointarn");

    /** What is wrong with a document. */
    static final class Malformed extends RuntimeException {
        Malformed(String message) {
            super(message);
        }
    }

    /**
     * @param principals of all kinds, {@code *} for anybody
     * @param exceptActions whether the actions are those that are not meant; the like for principals and resources
     */
    record Statement(boolean allow, List<String> principals, boolean exceptPrincipals, List<String> actions,
            boolean exceptActions, List<String> resources, boolean exceptResources, JsonNode conditions) {

        boolean covers(Access access) {
            return principals.stream().anyMatch((who) -> who.equals("*") || who.equals(access.service()))
                    != exceptPrincipals
                    && any(actions, access.action(), true) != exceptActions
                    && (resources.isEmpty() || any(resources, access.resource(), false) != exceptResources)
                    && Conditions.hold(conditions, access.context());
        }

        /** The condition keys that it asks for of an action that it is about, in lower case. */
        Set<String> asksFor(String action) {
            Set<String> keys = new TreeSet<>();
            if (any(actions, action, true) != exceptActions) {
                conditions.forEach((operator) -> operator.fieldNames()
                        .forEachRemaining((key) -> keys.add(key.toLowerCase(java.util.Locale.ROOT))));
            }
            return keys;
        }

        boolean isForEverybody() {
            return allow && (principals.contains("*") || exceptPrincipals) && !isNarrowed();
        }

        private boolean isNarrowed() {
            for (JsonNode keys : conditions) {
                for (Map.Entry<String, JsonNode> key : keys.properties()) {
                    boolean open = texts(key.getValue()).stream().anyMatch((value) -> value.equals("*"));
                    if (NARROWING.contains(key.getKey().toLowerCase(java.util.Locale.ROOT)) && !open) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /**
     * What somebody wants to do.
     *
     * @param service the service principal: {@code cloudtrail.amazonaws.com}; empty where it is none
     * @param context the condition keys of the request, in lower case
     */
    record Access(String service, String action, String resource, Map<String, String> context) {
    }

    /**
     * @throws Malformed where it is not a policy; the message tells why
     */
    static Policy parse(String text) {
        JsonNode root = json(text);
        if (!root.isObject()) {
            throw new Malformed("Policies must be valid JSON and the first byte must be '{'");
        }
        if (root.has("Version") && !VERSIONS.contains(root.path("Version").asText())) {
            throw new Malformed("The policy must contain a valid version string");
        }
        JsonNode given = root.path("Statement");
        if (given.isMissingNode() || given.isEmpty()) {
            throw new Malformed("Missing required field Statement");
        }
        List<Statement> statements = new ArrayList<>();
        for (JsonNode each : given.isArray() ? given : JSON.createArrayNode().add(given)) {
            statements.add(statement(each));
        }
        return new Policy(List.copyOf(statements));
    }

    /** Whether some statement allows it and none denies it. */
    boolean allows(Access access) {
        return statements.stream().anyMatch((each) -> each.allow() && each.covers(access)) && !denies(access);
    }

    /** Whether some statement denies it. */
    boolean denies(Access access) {
        return statements.stream().anyMatch((each) -> !each.allow() && each.covers(access));
    }

    /** A policy of a role or user, which names no principal, read as one that means whoever asks. */
    Policy forAnybody() {
        return new Policy(statements.stream()
                .map((each) -> new Statement(each.allow(), List.of("*"), false, each.actions(), each.exceptActions(),
                        each.resources(), each.exceptResources(), each.conditions()))
                .toList());
    }

    boolean isPublic() {
        return statements.stream().anyMatch(Statement::isForEverybody);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException broken) {
            Malformed malformed = new Malformed("This policy contains invalid Json");
            malformed.initCause(broken);
            throw malformed;
        }
    }

    private static Statement statement(JsonNode node) {
        node.fieldNames().forEachRemaining((name) -> {
            if (!ELEMENTS.contains(name)) {
                throw new Malformed("Unknown field " + name);
            }
        });
        String effect = node.path("Effect").asText();
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new Malformed("Invalid effect: " + effect);
        }
        Conditions.check(node.path("Condition"));
        if (node.has("Action") == node.has("NotAction")) {
            throw new Malformed("Missing required field Action");
        }
        return new Statement(effect.equals("Allow"), principals(either(node, "Principal")), node.has("NotPrincipal"),
                texts(either(node, "Action")), node.has("NotAction"), texts(either(node, "Resource")),
                node.has("NotResource"), node.path("Condition"));
    }

    private static JsonNode either(JsonNode node, String name) {
        return node.has(name) ? node.path(name) : node.path("Not" + name);
    }

    private static List<String> principals(JsonNode node) {
        if (node.isObject()) {
            List<String> all = new ArrayList<>();
            node.forEach((values) -> all.addAll(texts(values)));
            return List.copyOf(all);
        }
        return texts(node);
    }

    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach((each) -> texts.add(each.asText()));
        } else if (!node.isMissingNode()) {
            texts.add(node.asText());
        }
        return List.copyOf(texts);
    }

    /** A text with {@code *} and {@code ?} as policies write it. */
    static boolean like(String pattern, String value, boolean ignoreCase) {
        String regex = Arrays.stream(pattern.split("(?<=[*?])|(?=[*?])"))
                .map((part) -> part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part))
                .collect(Collectors.joining());
        return Pattern.compile(regex, ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.DOTALL : Pattern.DOTALL)
                .matcher(value)
                .matches();
    }

    private static boolean any(List<String> patterns, String value, boolean ignoreCase) {
        return patterns.stream().anyMatch((pattern) -> like(pattern, value, ignoreCase));
    }
}
