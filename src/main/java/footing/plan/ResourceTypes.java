package footing.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import footing.account.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The resource types that Footing makes: what names a resource, whether it carries tags, and which IAM actions
 * CloudFormation calls with the caller's permissions to make, alter and delete it. A new type is one more entry in
 * {@code resource-types.json}, one in {@code prices.json} and its texts.
 */
public final class ResourceTypes {

    private static final Map<String, ResourceType> ALL = load();

    private ResourceTypes() {
    }

    /**
     * @param name the property that names the resource, or the path to it
     * @param replaces the properties that cannot be changed: another value makes another resource
     * @param properties the actions that a property needs beyond those of its type
     */
    record ResourceType(String name, boolean tags, Set<String> replaces, List<Permission> create,
            List<Permission> update,
            List<Permission> delete, Map<String, List<Permission>> properties) {
    }

    /** Every known type, as CloudFormation writes it. */
    public static SortedSet<String> all() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(ALL.keySet()));
    }

    public static boolean isKnown(String type) {
        return ALL.containsKey(type);
    }

    /**
     * @throws IllegalArgumentException where nobody told about the type: a mistake in the program
     */
    static ResourceType of(String type) {
        return Optional.ofNullable(ALL.get(type))
                .orElseThrow(() -> new IllegalArgumentException("a resource type that nobody told about: " + type));
    }

    /**
     * What the resource is called in the account, as far as its template tells; its logical id otherwise. What belongs
     * to another resource is called after it, in words: {@code log bucket} for {@code LogBucket}.
     */
    public static String nameOf(Change.StackResource resource) {
        Value name = property(resource.properties(), of(resource.type()).name());
        if (name instanceof Value.Items(List<Value> items) && items.size() == 1) {
            name = items.getFirst();
        }
        if (name instanceof Value.Text(String text)) {
            return text;
        }
        return name instanceof Value.Ref(String other)
                ? other.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT)
                : resource.logicalId();
    }

    /**
     * What stands at a path of fields; {@link Value#ABSENT} where nothing does.
     *
     * @param path as {@code Budget.BudgetName}
     */
    static Value property(Value fields, String path) {
        Value found = fields;
        for (String step : path.split("\\.", -1)) {
            found = found instanceof Value.Fields parent
                    ? parent.fields().getOrDefault(step, Value.ABSENT)
                    : Value.ABSENT;
        }
        return found;
    }

    private static Map<String, ResourceType> load() {
        Map<String, ResourceType> types = new TreeMap<>();
        resource("resource-types.json").properties()
                .forEach((entry) -> types.put(entry.getKey(), type(entry.getValue())));
        return types;
    }

    private static ResourceType type(JsonNode json) {
        Map<String, List<Permission>> properties = new TreeMap<>();
        json.path("properties")
                .properties()
                .forEach((entry) -> properties.put(entry.getKey(), permissions(entry.getValue())));
        return new ResourceType(json.path("name").asText(), json.path("tags").asBoolean(),
                StreamSupport.stream(json.path("replaces").spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.toUnmodifiableSet()),
                permissions(json.path("create")), permissions(json.path("update")), permissions(json.path("delete")),
                properties);
    }

    private static List<Permission> permissions(JsonNode actions) {
        return StreamSupport.stream(actions.spliterator(), false)
                .map((action) -> new Permission(action.asText()))
                .toList();
    }

    static JsonNode resource(String name) {
        try (
                InputStream stream = Objects.requireNonNull(
                        ResourceTypes.class.getResourceAsStream("/footing/plan/" + name), name)) {
            return new JsonMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
