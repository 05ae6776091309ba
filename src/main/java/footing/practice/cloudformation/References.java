package footing.practice.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import footing.practice.cloudformation.Template.Declared;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/** Which resource stands on which, and so in which order they are made. */
final class References {

    /**
     * A place in a template that names something.
     *
     * @param name of a resource, a parameter or a pseudo parameter
     * @param attribute empty where the thing itself is meant
     */
    record Reference(String function, String name, String attribute) {
    }

    private References() {
    }

    /** Every reference in a tree, those in the text of {@code Fn::Sub} among them. */
    static void each(JsonNode node, Consumer<Reference> found) {
        if (Functions.isCall(node)) {
            JsonNode argument = Functions.argument(node);
            switch (Functions.name(node)) {
                case "Ref" -> found.accept(new Reference("Ref", argument.asText(), ""));
                case "Fn::GetAtt" -> found.accept(new Reference("Fn::GetAtt", argument.path(0).asText(),
                        argument.path(1).asText()));
                case "Fn::Sub" -> {
                    JsonNode own = argument.path(1);
                    sub(argument.isArray() ? argument.path(0).asText() : argument.asText(), own, found);
                    each(own, found);
                }
                default -> each(argument, found);
            }
            return;
        }
        node.forEach((child) -> each(child, found));
    }

    private static void sub(String text, JsonNode own, Consumer<Reference> found) {
        Matcher names = Functions.SUB_NAME.matcher(text);
        while (names.find()) {
            String name = names.group(1).strip();
            if (!name.startsWith("!") && !own.has(name)) {
                String[] parts = name.split("\\.", 2);
                found.accept(new Reference("Fn::Sub", parts[0], parts.length == 2 ? parts[1] : ""));
            }
        }
    }

    /** The logical ids of the resources that one stands on. */
    static SortedSet<String> of(Template template, Declared declared) {
        SortedSet<String> names = new TreeSet<>(declared.dependsOn());
        each(declared.properties(), (reference) -> names.add(reference.name()));
        names.retainAll(template.resources().keySet());
        return names;
    }

    /**
     * The resources in an order in which each comes after those that it stands on; otherwise in the template's order.
     *
     * @throws software.amazon.awssdk.services.cloudformation.model.CloudFormationException where they stand on each
     * other
     */
    static List<Declared> ordered(Template template) {
        Map<String, Set<String>> waiting = new LinkedHashMap<>();
        template.resources().forEach((id, declared) -> waiting.put(id, of(template, declared)));
        List<Declared> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<String> free = waiting.entrySet()
                    .stream()
                    .filter((entry) -> Collections.disjoint(entry.getValue(), waiting.keySet()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (free.isEmpty()) {
                throw Refusals.validation("Circular dependency between resources: " + new TreeSet<>(waiting.keySet()));
            }
            template.resources()
                    .values()
                    .stream()
                    .filter((one) -> free.contains(one.logicalId()))
                    .forEach(ordered::add);
            free.forEach(waiting::remove);
        }
        return ordered;
    }
}
