package footing.baseline.item;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import footing.plan.Value;
import footing.plan.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A resource's policy, as far as it has to be understood: whether it lets a service of AWS do something, and whether it
 * refuses plain HTTP. Conditions on keys that nobody asks about are taken to hold.
 */
final class PolicyDocument {

    static final String VERSION = "2012-10-17";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode root;

    private PolicyDocument(ObjectNode root) {
        this.root = root;
    }

    /** A policy that says nothing. */
    static PolicyDocument none() {
        return new PolicyDocument(JSON.createObjectNode().put("Version", VERSION));
    }

    /** Empty where the text is not a policy. */
    static Optional<PolicyDocument> parse(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode object
                    ? Optional.of(new PolicyDocument(object))
                    : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /**
     * @param service as {@code cloudtrail.amazonaws.com}
     * @param context what the service would bring along, by condition key in lower case
     */
    boolean allows(String service, String action, String resource, Map<String, String> context) {
        return statements().stream()
                .anyMatch((statement) -> statement.path("Effect").asText().equals("Allow")
                        && isFor(statement.path("Principal"), service) && covers(statement, action, resource)
                        && holds(statement.path("Condition"), context));
    }

    /** The values that a key must equal for a service to do something, of all statements that allow it. */
    List<String> conditions(String service, String action, String key) {
        return statements().stream()
                .filter((statement) -> statement.path("Effect").asText().equals("Allow")
                        && isFor(statement.path("Principal"), service)
                        && texts(statement.path("Action")).contains(action))
                .flatMap((statement) -> statement.path("Condition").path("StringEquals").properties().stream())
                .filter((entry) -> entry.getKey().equalsIgnoreCase(key))
                .flatMap((entry) -> texts(entry.getValue()).stream())
                .distinct()
                .toList();
    }

    /** Whether everybody is refused everything on the bucket and in it, unless TLS is used. */
    boolean deniesPlainHttp(String bucketArn) {
        return statements().stream()
                .anyMatch((statement) -> statement.path("Effect").asText().equals("Deny")
                        && isForEverybody(statement.path("Principal"))
                        && texts(statement.path("Action")).stream().anyMatch(List.of("s3:*", "*")::contains)
                        && covers(statement, "s3:GetObject", bucketArn)
                        && covers(statement, "s3:GetObject", bucketArn + "/x")
                        && isPlainHttp(statement.path("Condition")));
    }

    /** The policy's text with these statements in it; one of the same {@code Sid} is replaced, all others stay. */
    String with(List<Value.Fields> statements) {
        List<JsonNode> added = statements.stream().map(ValueJson::write).toList();
        ArrayNode all = JSON.createArrayNode();
        statements().stream()
                .filter((there) -> added.stream().noneMatch((one) -> one.path("Sid").equals(there.path("Sid"))))
                .forEach(all::add);
        added.forEach(all::add);
        ObjectNode copy = root.deepCopy();
        copy.set("Statement", all);
        return copy.toString();
    }

    private List<JsonNode> statements() {
        return elements(root.path("Statement"));
    }

    private static boolean isFor(JsonNode principal, String service) {
        return isForEverybody(principal) || texts(principal.path("Service")).contains(service);
    }

    private static boolean isForEverybody(JsonNode principal) {
        return principal.asText().equals("*") || texts(principal.path("AWS")).contains("*");
    }

    private static boolean covers(JsonNode statement, String action, String resource) {
        String lowerAction = action.toLowerCase(Locale.ROOT);
        return texts(statement.path("Action")).stream()
                .anyMatch((pattern) -> Glob.matches(pattern.toLowerCase(Locale.ROOT), lowerAction))
                && texts(statement.path("Resource")).stream().anyMatch((pattern) -> Glob.matches(pattern, resource));
    }

    private static boolean isPlainHttp(JsonNode condition) {
        return condition.size() == 1 && condition.path("Bool").size() == 1 && condition.path("Bool")
                .properties()
                .stream()
                .allMatch((entry) -> entry.getKey().equalsIgnoreCase("aws:SecureTransport")
                        && texts(entry.getValue()).equals(List.of("false")));
    }

    private static boolean holds(JsonNode condition, Map<String, String> context) {
        return condition.properties()
                .stream()
                .allMatch((operator) -> operator.getValue()
                        .properties()
                        .stream()
                        .allMatch((key) -> holds(operator.getKey(), key.getKey(), texts(key.getValue()), context)));
    }

    private static boolean holds(String operator, String key, List<String> values, Map<String, String> context) {
        Optional<String> given = Optional.ofNullable(context.get(key.toLowerCase(Locale.ROOT)));
        boolean asked = operator.contains("String") || operator.contains("Arn");
        if (given.isEmpty() || !asked) {
            return true;
        }
        Predicate<String> same = switch (operator.replaceFirst("^.*:", "").replace("Not", "")) {
            case "StringEquals", "StringEqualsIfExists" -> given.get()::equals;
            case "StringEqualsIgnoreCase", "StringEqualsIgnoreCaseIfExists" -> given.get()::equalsIgnoreCase;
            default -> (value) -> Glob.matches(value, given.get());
        };
        return operator.contains("Not") != values.stream().anyMatch(same);
    }

    /** One element or a list of them, as policies have it everywhere. */
    private static List<JsonNode> elements(JsonNode node) {
        List<JsonNode> elements = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(elements::add);
        } else if (!node.isMissingNode()) {
            elements.add(node);
        }
        return elements;
    }

    private static List<String> texts(JsonNode node) {
        return elements(node).stream().map(JsonNode::asText).toList();
    }
}
