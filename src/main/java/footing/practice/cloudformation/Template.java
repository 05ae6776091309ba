package footing.practice.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * A template, taken apart and found to be one: its sections, its resources' attributes, their types. Whether its
 * functions, references and properties hold is for {@link TemplateCheck}.
 *
 * @param description empty where there is none
 */
record Template(String description, SequencedMap<String, Parameter> parameters,
        SequencedMap<String, Declared> resources, ObjectNode outputs) {

    private static final int MOST_KEPT = 100;
    static final int MOST_RESOURCES = 500;

    private static final Set<String> SECTIONS = Set.of("AWSTemplateFormatVersion", "Description", "Metadata",
            "Parameters", "Resources", "Outputs");
    /** Sections that AWS has and the practice account does not. */
    private static final Set<String> NOT_INTERPRETED = Set.of("Conditions", "Mappings", "Rules", "Transform", "Hooks");
    private static final Set<String> RESOURCE_KEYS = Set.of("Type", "Properties", "DependsOn", "Metadata",
            "DeletionPolicy", "UpdateReplacePolicy");

    Template {
        parameters = Collections.unmodifiableSequencedMap(parameters);
        resources = Collections.unmodifiableSequencedMap(resources);
    }

    /**
     * A resource as the template declares it.
     *
     * @param properties with the functions still in them
     * @param dependsOn what {@code DependsOn} names
     */
    record Declared(String logicalId, String type, ObjectNode properties, ObjectNode metadata, Set<String> dependsOn,
            Keep deletionPolicy, Keep updateReplacePolicy) {
    }

    /** What becomes of a resource that its stack no longer has. */
    enum Keep {
        DELETE("Delete"),
        RETAIN("Retain"),
        /** Kept, unless what fails is the very operation that made it. */
        RETAIN_EXCEPT_ON_CREATE("RetainExceptOnCreate");

        private final String written;

        Keep(String written) {
            this.written = written;
        }

        String written() {
            return written;
        }

        static Optional<Keep> of(String written) {
            return List.of(values()).stream().filter((keep) -> keep.written.equals(written)).findFirst();
        }
    }

    /** The stack's template before there is one: it has nothing. */
    static Template none() {
        return new Template("", new LinkedHashMap<>(), new LinkedHashMap<>(), JsonNodeFactory.instance.objectNode());
    }

    /**
     * Those that were read last: an account's stacks are told again and again, and reading YAML is most of what that
     * takes.
     */
    private static final Map<String, Template> READ = Collections.synchronizedMap(
            new LinkedHashMap<>(16, 0.75F, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Template> eldest) {
                    return size() > MOST_KEPT;
                }
            });

    /**
     * @throws software.amazon.awssdk.services.cloudformation.model.CloudFormationException where it is not a template,
     * in CloudFormation's words
     */
    static Template read(String text) {
        return Optional.ofNullable(READ.get(text)).orElseGet(() -> {
            Template template = parse(text);
            READ.put(text, template);
            return template;
        });
    }

    private static Template parse(String text) {
        ObjectNode tree = TemplateText.read(text);
        sections(tree);
        ObjectNode resources = section(tree, "Resources");
        if (resources.isEmpty()) {
            throw format("At least one Resources member must be defined.");
        }
        if (resources.size() > MOST_RESOURCES) {
            throw format("Number of resources, " + resources.size() + ", is greater than maximum allowed, "
                    + MOST_RESOURCES);
        }
        SequencedMap<String, Declared> declared = new LinkedHashMap<>();
        resources.properties()
                .forEach((entry) -> declared.put(entry.getKey(),
                        declared(entry.getKey(), entry.getValue())));
        Set<String> strangers = new TreeSet<>();
        declared.values()
                .stream()
                .map(Declared::type)
                .filter((type) -> !ResourceTypes.has(type))
                .forEach(strangers::add);
        if (!strangers.isEmpty()) {
            throw format("Unrecognized resource types: " + strangers);
        }
        SequencedMap<String, Parameter> parameters = Parameter.read(section(tree, "Parameters"));
        return new Template(tree.path("Description").asText(""), parameters, declared, section(tree, "Outputs"));
    }

    private static void sections(ObjectNode tree) {
        SequencedSet<String> unknown = new LinkedHashSet<>(
                tree.propertyStream().map((entry) -> entry.getKey()).toList());
        unknown.removeAll(SECTIONS);
        Optional<String> interpreted = unknown.stream().filter(NOT_INTERPRETED::contains).findFirst();
        if (interpreted.isPresent()) {
            throw format("The practice account does not interpret the section " + interpreted.get());
        }
        if (!unknown.isEmpty()) {
            throw Refusals.validation("Invalid template property or properties " + unknown);
        }
        JsonNode version = tree.path("AWSTemplateFormatVersion");
        if (!version.isMissingNode() && !version.asText().equals("2010-09-09")) {
            throw format("unsupported value for AWSTemplateFormatVersion.");
        }
        JsonNode description = tree.path("Description");
        if (!description.isMissingNode() && !description.isTextual()) {
            throw format("Every Description member must be a string.");
        }
    }

    private static ObjectNode section(ObjectNode tree, String name) {
        return switch (tree.path(name)) {
            case ObjectNode section -> section;
            case JsonNode missing when missing.isMissingNode() -> JsonNodeFactory.instance.objectNode();
            case JsonNode _ -> throw format("[/" + name + "] expected a map");
        };
    }

    private static Declared declared(String logicalId, JsonNode node) {
        String path = "[/Resources/" + logicalId + "]";
        if (!logicalId.chars().allMatch(Template::alphanumeric)) {
            throw format("Resource name " + logicalId + " is non alphanumeric.");
        }
        if (!(node instanceof ObjectNode resource)) {
            throw format(path + " resource definition is malformed");
        }
        Optional<String> unknown = resource.propertyStream()
                .map((entry) -> entry.getKey())
                .filter((key) -> !RESOURCE_KEYS.contains(key))
                .findFirst();
        if (unknown.isPresent()) {
            throw Refusals.validation("Invalid template resource property '" + unknown.get() + "'");
        }
        if (!resource.path("Type").isTextual()) {
            throw format(path + " Every Resources object must contain a Type member.");
        }
        return new Declared(logicalId, resource.path("Type").textValue(), section(resource, "Properties"),
                section(resource, "Metadata"), dependsOn(resource.path("DependsOn"), path),
                keep(resource, "DeletionPolicy", path, true), keep(resource, "UpdateReplacePolicy", path, false));
    }

    private static boolean alphanumeric(int character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }

    private static Set<String> dependsOn(JsonNode node, String path) {
        Set<String> names = new LinkedHashSet<>();
        if (node.isTextual()) {
            names.add(node.textValue());
        } else if (node.isArray() || node.isMissingNode()) {
            for (JsonNode name : node) {
                if (!name.isTextual()) {
                    throw format(path + " DependsOn must be a string or list of strings.");
                }
                names.add(name.textValue());
            }
        } else {
            throw format(path + " DependsOn must be a string or list of strings.");
        }
        return Collections.unmodifiableSet(names);
    }

    private static Keep keep(ObjectNode resource, String key, String path, boolean exceptOnCreate) {
        if (!resource.has(key)) {
            return Keep.DELETE;
        }
        return Keep.of(resource.path(key).asText())
                .filter((keep) -> exceptOnCreate || keep != Keep.RETAIN_EXCEPT_ON_CREATE)
                .orElseThrow(() -> format(path + " Unrecognized " + key + " " + resource.path(key).asText()));
    }

    static RuntimeException format(String message) {
        return Refusals.validation("Template format error: " + message);
    }
}
