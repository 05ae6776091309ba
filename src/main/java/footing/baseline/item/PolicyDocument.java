package footing.baseline.item;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import footing.baseline.item.PolicyConditions.Answer;
import footing.plan.IamPolicy;
import footing.plan.Value;
import footing.plan.ValueJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A resource's policy, as far as it has to be understood: whether it lets a service of AWS do something, whether it
 * refuses plain HTTP, and whether it lets everybody in. Where it rests on what nobody here can see, that is the answer.
 */
final class PolicyDocument {

    static final String VERSION = IamPolicy.VERSION;

    private static final Pattern ORGANIZATION = Pattern.compile("/AWSLogs/(o-[a-z0-9]{10,32})/");
    private static final String ALLOW = "Allow";
    private static final String DENY = "Deny";
    /** What is known of every request that a service of AWS makes of itself: it is of no organization, no network. */
    private static final Map<String, Optional<String>> OF_A_SERVICE = Map.of("aws:securetransport", Optional.of("true"),
            "aws:principalisawsservice", Optional.of("true"), "aws:principalorgid", Optional.empty(),
            "aws:principalorgpaths", Optional.empty(), "aws:sourcevpc", Optional.empty(), "aws:sourcevpce",
            Optional.empty(), "aws:username", Optional.empty(), "aws:multifactorauthpresent", Optional.empty());

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
     * What a policy says to a request.
     *
     * @param denied whether it is no because a statement refuses it; allowing it once more would not help
     * @param unknown the condition keys because of which nobody can tell
     */
    record Decision(Answer answer, boolean denied, SortedSet<String> unknown) {
    }

    /**
     * @param service as {@code cloudtrail.amazonaws.com}
     * @param context what the service would bring along, by condition key in lower case; empty where it brings none
     */
    Decision decide(String service, String action, String resource, Map<String, Optional<String>> context) {
        Map<String, Optional<String>> known = new HashMap<>(OF_A_SERVICE);
        known.put("aws:principalservicename", Optional.of(service));
        known.putAll(context);
        SortedSet<String> unknown = new TreeSet<>();
        Answer denied = worst(DENY, service, action, resource, known, unknown);
        if (denied == Answer.YES) {
            return new Decision(Answer.NO, true, new TreeSet<>());
        }
        Answer allowed = worst(ALLOW, service, action, resource, known, unknown);
        Answer answer = denied == Answer.UNSURE && allowed != Answer.NO ? Answer.UNSURE : allowed;
        return new Decision(answer, false, answer == Answer.UNSURE ? unknown : new TreeSet<>());
    }

    /** Whether the answer is a plain yes. */
    boolean allows(String service, String action, String resource, Map<String, Optional<String>> context) {
        return decide(service, action, resource, context).answer() == Answer.YES;
    }

    private Answer worst(String effect, String service, String action, String resource,
            Map<String, Optional<String>> context, SortedSet<String> unknown) {
        return statements().stream()
                .filter((statement) -> statement.path("Effect").asText().equals(effect)
                        && covers(statement, action, resource))
                .filter((statement) -> effect.equals(DENY)
                        ? refuses(statement, service)
                        : isFor(statement, service))
                .map((statement) -> PolicyConditions.hold(statement.path("Condition"), context, unknown))
                .max(Comparator.naturalOrder())
                .orElse(Answer.NO);
    }

    /** Whether everybody may do something, and nothing narrows that to an account, an organization or a network. */
    boolean isPublic() {
        return statements().stream().anyMatch(PolicyDocument::isPublic);
    }

    /** Whether everybody may do just this. */
    boolean isPublic(String action, String resource) {
        return statements().stream()
                .anyMatch((statement) -> isPublic(statement) && covers(statement, action, resource));
    }

    private static boolean isPublic(JsonNode statement) {
        return statement.path("Effect").asText().equals(ALLOW)
                && (isForEverybody(statement.path("Principal")) || statement.has("NotPrincipal"))
                && !PolicyConditions.narrow(statement.path("Condition"));
    }

    /** The values that a key must equal for a service to do something, of all statements that allow it. */
    List<String> conditions(String service, String action, String key) {
        return statements().stream()
                .filter((statement) -> statement.path("Effect").asText().equals(ALLOW)
                        && isFor(statement, service)
                        && texts(statement.path("Action")).contains(action))
                .flatMap((statement) -> statement.path("Condition").path("StringEquals").properties().stream())
                .filter((entry) -> entry.getKey().equalsIgnoreCase(key))
                .flatMap((entry) -> texts(entry.getValue()).stream())
                .distinct()
                .toList();
    }

    /** The organization below whose id the policy lets somebody write: {@code o-…}. */
    Optional<String> organization() {
        return statements().stream()
                .flatMap((statement) -> texts(statement.path("Resource")).stream())
                .map(ORGANIZATION::matcher)
                .filter(Matcher::find)
                .map((found) -> found.group(1))
                .findFirst();
    }

    /** Whether everybody is refused everything on the bucket and in it, unless TLS is used. */
    boolean deniesPlainHttp(String bucketArn) {
        return List.of(bucketArn, bucketArn + "/x")
                .stream()
                .allMatch((resource) -> statements().stream()
                        .anyMatch((statement) -> statement.path("Effect").asText().equals(DENY)
                                && isForEverybody(statement.path("Principal"))
                                && texts(statement.path("Action")).stream().anyMatch(List.of("s3:*", "*")::contains)
                                && covers(statement, "s3:GetObject", resource)
                                && isPlainHttp(statement.path("Condition"))));
    }

    /**
     * The policy's text with these statements in it. One that says the same to the same is replaced; all others stay,
     * and where somebody else's has the name already, the new one gets another.
     */
    String with(List<Value.Fields> statements) {
        List<JsonNode> kept = new ArrayList<>(statements());
        List<ObjectNode> added = statements.stream()
                .map(ValueJson::write)
                .map((statement) -> (ObjectNode) statement.deepCopy())
                .toList();
        kept.removeIf((there) -> added.stream().anyMatch((one) -> isEarlier(there, one)));
        added.forEach((one) -> {
            String name = one.path("Sid").asText();
            for (int number = 2; isNamed(kept, one.path("Sid").asText()); number++) {
                one.put("Sid", name + number);
            }
            kept.add(one);
        });
        ObjectNode copy = root.deepCopy();
        copy.set("Statement", JSON.createArrayNode().addAll(kept));
        return copy.toString();
    }

    /** Whether a statement is an earlier version of one of Footing's: only what it is about may differ. */
    private static boolean isEarlier(JsonNode there, JsonNode one) {
        return List.of("Sid", "Effect", "Principal", "Action")
                .stream()
                .allMatch((part) -> there.path(part).equals(one.path(part)));
    }

    private static boolean isNamed(List<JsonNode> statements, String sid) {
        return statements.stream().anyMatch((statement) -> statement.path("Sid").asText().equals(sid));
    }

    private List<JsonNode> statements() {
        return elements(root.path("Statement"));
    }

    /** For everybody is for a service too, where it is not for really everybody: that would be no permission to it. */
    private static boolean isFor(JsonNode statement, String service) {
        JsonNode principal = statement.path("Principal");
        return texts(principal.path("Service")).contains(service)
                || (isForEverybody(principal) && PolicyConditions.narrow(statement.path("Condition")));
    }

    private static boolean refuses(JsonNode statement, String service) {
        if (statement.has("NotPrincipal")) {
            return !texts(statement.path("NotPrincipal").path("Service")).contains(service);
        }
        JsonNode principal = statement.path("Principal");
        return isForEverybody(principal) || texts(principal.path("Service")).contains(service);
    }

    private static boolean isForEverybody(JsonNode principal) {
        return principal.asText().equals("*") || texts(principal.path("AWS")).contains("*");
    }

    private static boolean covers(JsonNode statement, String action, String resource) {
        String lowerAction = action.toLowerCase(Locale.ROOT);
        Predicate<String> sameAction = (pattern) -> Glob.matches(pattern.toLowerCase(Locale.ROOT), lowerAction);
        Predicate<String> sameResource = (pattern) -> Glob.matches(pattern, resource);
        return names(statement, "Action", sameAction) && names(statement, "Resource", sameResource);
    }

    private static boolean names(JsonNode statement, String part, Predicate<String> same) {
        return statement.has("Not" + part)
                ? texts(statement.path("Not" + part)).stream().noneMatch(same)
                : texts(statement.path(part)).stream().anyMatch(same);
    }

    private static boolean isPlainHttp(JsonNode condition) {
        JsonNode operator = condition.has("Bool") ? condition.path("Bool") : condition.path("BoolIfExists");
        return condition.size() == 1 && operator.size() == 1 && operator.properties()
                .stream()
                .allMatch((entry) -> entry.getKey().equalsIgnoreCase("aws:SecureTransport")
                        && texts(entry.getValue()).equals(List.of("false")));
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

    static List<String> texts(JsonNode node) {
        return elements(node).stream().map(JsonNode::asText).toList();
    }
}
