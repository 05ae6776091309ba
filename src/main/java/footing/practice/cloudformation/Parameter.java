package footing.practice.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A parameter of a template.
 *
 * @param list whether its value is a list, written with commas
 * @param allowed the values it may have; any where it is empty
 */
record Parameter(String name, boolean list, Optional<String> byDefault, Set<String> allowed) {

    private static final Set<String> KEYS = Set.of("Type", "Default", "AllowedValues", "Description", "NoEcho",
            "ConstraintDescription");

    static SequencedMap<String, Parameter> read(ObjectNode section) {
        SequencedMap<String, Parameter> parameters = new LinkedHashMap<>();
        section.properties().forEach((entry) -> parameters.put(entry.getKey(), read(entry.getKey(), entry.getValue())));
        return parameters;
    }

    private static Parameter read(String name, JsonNode node) {
        Optional<String> unknown = node.propertyStream()
                .map((entry) -> entry.getKey())
                .filter((key) -> !KEYS.contains(key))
                .findFirst();
        if (unknown.isPresent()) {
            throw Refusals.validation("Invalid template parameter property '" + unknown.get() + "'");
        }
        String type = node.path("Type").asText("");
        if (!Set.of("String", "Number", "CommaDelimitedList").contains(type)) {
            throw Template.format("Unrecognized parameter type: " + type);
        }
        Set<String> allowed = new TreeSet<>();
        node.path("AllowedValues").forEach((value) -> allowed.add(value.asText()));
        return new Parameter(name, type.equals("CommaDelimitedList"),
                Optional.of(node.path("Default")).filter(JsonNode::isValueNode).map(JsonNode::asText), allowed);
    }

    /**
     * The value of every parameter of a template.
     *
     * @param given what the request gives
     */
    static Map<String, String> values(Template template, Map<String, String> given) {
        Set<String> strangers = new TreeSet<>(given.keySet());
        strangers.removeAll(template.parameters().keySet());
        if (!strangers.isEmpty()) {
            throw Refusals.validation("Parameters: " + strangers + " do not exist in the template");
        }
        Map<String, String> values = new TreeMap<>();
        Set<String> missing = new TreeSet<>();
        for (Parameter parameter : template.parameters().values()) {
            Optional<String> value = Optional.ofNullable(given.get(parameter.name())).or(parameter::byDefault);
            value.ifPresentOrElse((text) -> values.put(parameter.name(), parameter.checked(text)),
                    () -> missing.add(parameter.name()));
        }
        if (!missing.isEmpty()) {
            throw Refusals.validation("Parameters: " + missing + " must have values");
        }
        return values;
    }

    private String checked(String value) {
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            throw Refusals.validation("Parameter '" + name + "' must be one of AllowedValues");
        }
        return value;
    }
}
