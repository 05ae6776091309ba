package footing.plan;

import footing.choices.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SequencedMap;
import java.util.LinkedHashMap;
import java.util.TreeSet;

/**
 * A resource as its stack's template holds it, and back. Two resources differ when their bodies differ, so that what
 * is shown, what is compared and what is written are one thing.
 *
 * <p>
 * Every body carries its item twice: in its metadata, so that it can be read back, and, where the type takes tags, in
 * the tag {@code footing:item}, so that it is seen in the console. It carries no version of Footing: that would make
 * every upgrade a change to every resource.
 */
public final class ResourceBody {

    /** The key of the item, in metadata and as a tag. */
    public static final String ITEM = "footing:item";

    private static final String RETAIN_ONCE_MADE = "RetainExceptOnCreate";
    private static final String TAGS = "Tags";
    private static final Set<String> PARTS = Set.of("Type", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy",
            "Metadata", "Properties");

    private ResourceBody() {
    }

    public static Value.Fields of(Change.StackResource resource) {
        Value.Fields body = Value.fields("Type", Value.text(resource.type()));
        if (!resource.after().isEmpty()) {
            body = body.with("DependsOn", Value.texts(List.copyOf(resource.after())));
        }
        if (resource.keep()) {
            // Taken back while it is being made, since it is empty then; kept from there on, since it holds logs.
            body = body.with("DeletionPolicy", Value.text(RETAIN_ONCE_MADE))
                    .with("UpdateReplacePolicy", Value.text("Retain"));
        }
        body = body.with("Metadata", Value.fields(ITEM, Value.text(resource.item().id())));
        Value.Fields properties = tagged(resource);
        return properties.fields().isEmpty() ? body : body.with("Properties", properties);
    }

    /**
     * @throws IllegalArgumentException where the body holds anything that {@link #of} does not write: it would be lost
     */
    public static Change.StackResource read(Stack stack, String logicalId, Value value) {
        FieldReader body = FieldReader.of(value);
        Set<String> unknown = new TreeSet<>(body.of().fields().keySet());
        unknown.removeAll(PARTS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(logicalId + " has " + unknown);
        }
        String type = body.text("Type");
        if (!ResourceTypes.isKnown(type)) {
            throw new IllegalArgumentException(logicalId + " is of a type that Footing does not make: " + type);
        }
        ItemId item = body.find("Metadata")
                .map(FieldReader::of)
                .filter((metadata) -> metadata.of().fields().keySet().equals(Set.of(ITEM)))
                .flatMap((metadata) -> ItemId.of(metadata.text(ITEM)))
                .orElseThrow(() -> new IllegalArgumentException(logicalId + " is of no item"));
        Value.Fields properties = body.find("Properties")
                .map((given) -> FieldReader.of(given).of())
                .orElseGet(Value::none);
        return new Change.StackResource(item, stack, logicalId, type, untagged(type, item, properties),
                keep(logicalId, body), after(logicalId, body));
    }

    /**
     * What stands at a path of a body's properties.
     *
     * @param path as {@code Budget.BudgetName}
     */
    static Value property(Value body, String path) {
        return ResourceTypes.property(body, "Properties." + path);
    }

    private static boolean keep(String logicalId, FieldReader body) {
        boolean keep = body.optionalText("DeletionPolicy").filter(RETAIN_ONCE_MADE::equals).isPresent()
                && body.optionalText("UpdateReplacePolicy").filter("Retain"::equals).isPresent();
        boolean none = body.find("DeletionPolicy").isEmpty() && body.find("UpdateReplacePolicy").isEmpty();
        if (!keep && !none) {
            throw new IllegalArgumentException(logicalId + " has policies that Footing does not write");
        }
        return keep;
    }

    private static Set<String> after(String logicalId, FieldReader body) {
        Value given = body.find("DependsOn").orElseGet(Value::items);
        Set<String> after = new TreeSet<>();
        for (Value one : given instanceof Value.Items(List<Value> items) ? items : List.of(given)) {
            if (!(one instanceof Value.Text(String text))) {
                throw new IllegalArgumentException(logicalId + " depends on what is not a name");
            }
            after.add(text);
        }
        return after;
    }

    private static Value.Fields tagged(Change.StackResource resource) {
        if (!ResourceTypes.of(resource.type()).tags()) {
            return resource.properties();
        }
        List<Value> tags = new ArrayList<>(tags(resource.properties()));
        tags.add(itemTag(resource.item()));
        return resource.properties().with(TAGS, new Value.Items(tags));
    }

    private static Value.Fields untagged(String type, ItemId item, Value.Fields properties) {
        if (!ResourceTypes.of(type).tags()) {
            return properties;
        }
        List<Value> tags = new ArrayList<>(tags(properties));
        if (tags.isEmpty() || !tags.removeLast().equals(itemTag(item))) {
            throw new IllegalArgumentException("the tag " + ITEM + " is not that of " + item);
        }
        SequencedMap<String, Value> rest = new LinkedHashMap<>(properties.fields());
        if (tags.isEmpty()) {
            rest.remove(TAGS);
        } else {
            rest.put(TAGS, new Value.Items(tags));
        }
        return new Value.Fields(rest);
    }

    private static List<Value> tags(Value.Fields properties) {
        Value tags = properties.fields().getOrDefault(TAGS, Value.items());
        if (tags instanceof Value.Items(List<Value> items)) {
            return items;
        }
        throw new IllegalArgumentException("tags that are no list: " + tags);
    }

    private static Value itemTag(ItemId item) {
        return Value.fields("Key", Value.text(ITEM)).with("Value", Value.text(item.id()));
    }
}
