package footing.practice.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import footing.practice.cloudformation.Template.Declared;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a template holds together: its functions, what they refer to, its properties, the order of its resources.
 * AWS finds some of this only while it makes the resources; the practice account says all of it at once.
 */
final class TemplateCheck {

    private static final Set<String> PSEUDO = Set.of("AWS::AccountId", "AWS::NoValue", "AWS::Partition", "AWS::Region",
            "AWS::StackId", "AWS::StackName", "AWS::URLSuffix");
    private static final Pattern SUB_NAME = Pattern.compile("!?[A-Za-z0-9_.:]+");
    private static final Set<String> OUTPUT_KEYS = Set.of("Description", "Value");

    private final Template template;

    private TemplateCheck(Template template) {
        this.template = template;
    }

    /**
     * @return the template that the text is
     * @throws software.amazon.awssdk.services.cloudformation.model.CloudFormationException in CloudFormation's words
     */
    static Template read(String text) {
        Template template = Template.read(text);
        TemplateCheck check = new TemplateCheck(template);
        for (Declared declared : template.resources().values()) {
            check.functions(declared.properties());
        }
        template.outputs().properties().forEach((output) -> check.output(output.getKey(), output.getValue()));
        check.references();
        template.resources().values().forEach(TemplateCheck::properties);
        if (!References.ordered(template).isEmpty()) {
            return template;
        }
        throw new IllegalStateException("A template without resources was read");
    }

    private void functions(JsonNode node) {
        if (node instanceof ObjectNode fields && !Functions.isCall(node)) {
            fields.propertyStream()
                    .map((field) -> field.getKey())
                    .filter(Functions::isName)
                    .findFirst()
                    .ifPresent((name) -> {
                        throw Refusals.validation("Template error: " + name + " must be the only key of its map");
                    });
        }
        if (Functions.isCall(node)) {
            function(Functions.name(node), Functions.argument(node));
        } else {
            node.forEach(this::functions);
        }
    }

    private void function(String name, JsonNode argument) {
        boolean pair = argument.isArray() && argument.size() == 2;
        switch (name) {
            case "Ref" ->
                hold(argument.isTextual(), "Template error: every Ref object must have a single String value.");
            case "Fn::GetAtt" -> hold(pair && argument.path(0).isTextual() && argument.path(1).isTextual(),
                    "Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and "
                            + "the resource attribute");
            case "Fn::Sub" -> sub(argument, pair);
            case "Fn::Join" -> {
                if (!pair || !argument.path(0).isTextual() || !isList(argument.path(1))) {
                    throw Functions.malformedJoin();
                }
                functions(argument.path(1));
            }
            case "Fn::Split" -> {
                hold(pair && argument.path(0).isTextual(), "Template error: every Fn::Split object requires two "
                        + "parameters, (1) a string delimiter and (2) a string to be split or a function that returns "
                        + "a string to be split.");
                functions(argument.path(1));
            }
            case "Fn::Select" -> {
                hold(pair && isList(argument.path(1)), "Template error: Fn::Select requires a list argument with two "
                        + "elements: an integer index and a list");
                functions(argument);
            }
            default -> throw Refusals.validation("Template error: Encountered unsupported function: " + name
                    + " Supported functions are: " + new TreeSet<>(Functions.KNOWN));
        }
    }

    private static boolean isList(JsonNode node) {
        return node.isArray() || Functions.isCall(node);
    }

    private void sub(JsonNode argument, boolean pair) {
        hold(argument.isTextual() || (pair && argument.path(0).isTextual() && argument.path(1).isObject()),
                "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a "
                        + "string as first argument, and an optional second argument to specify a mapping of values "
                        + "to replace in the string");
        String text = pair ? argument.path(0).textValue() : argument.textValue();
        Matcher names = Functions.SUB_NAME.matcher(text);
        while (names.find()) {
            hold(SUB_NAME.matcher(names.group(1).strip()).matches(), "Template error: variable names in Fn::Sub syntax "
                    + "must contain only alphanumeric characters, underscores, periods, and colons");
        }
        functions(argument.path(1));
    }

    private void output(String name, JsonNode output) {
        hold(output.isObject() && output.has("Value"), "Template format error: Output " + name
                + " is malformed. The Value field is required.");
        output.propertyStream()
                .map((field) -> field.getKey())
                .filter((key) -> !OUTPUT_KEYS.contains(key))
                .findFirst()
                .ifPresent((key) -> {
                    throw Refusals.validation("Invalid template output property '" + key + "'");
                });
        functions(output.path("Value"));
    }

    private void references() {
        Set<String> unresolved = new TreeSet<>();
        Set<String> ids = template.resources().keySet();
        template.resources()
                .values()
                .stream()
                .flatMap((one) -> one.dependsOn().stream())
                .filter((id) -> !ids.contains(id))
                .forEach(unresolved::add);
        Stream.concat(template.resources().values().stream().map(Declared::properties),
                Stream.of(template.outputs())).forEach((node) -> References.each(node, (reference) -> {
                    if (!known(reference)) {
                        unresolved.add(reference.name());
                    }
                }));
        if (!unresolved.isEmpty()) {
            throw Template.format("Unresolved resource dependencies " + unresolved
                    + " in the Resources block of the template");
        }
    }

    private boolean known(References.Reference reference) {
        Optional<Declared> resource = Optional.ofNullable(template.resources().get(reference.name()));
        if (reference.attribute().isEmpty()) {
            return resource.isPresent() || template.parameters().containsKey(reference.name())
                    || PSEUDO.contains(reference.name());
        }
        if (resource.isEmpty() && reference.function().equals("Fn::GetAtt")) {
            throw Refusals.validation("Template error: instance of Fn::GetAtt references undefined resource "
                    + reference.name());
        }
        resource.map((one) -> ResourceTypes.of(one.type()).kind().attributes())
                .filter((attributes) -> !attributes.contains(reference.attribute()))
                .ifPresent((attributes) -> {
                    throw Refusals.validation("Template error: resource %s does not support attribute type %s in %s"
                            .formatted(reference.name(), reference.attribute(), reference.function()));
                });
        return resource.isPresent();
    }

    private static void properties(Declared declared) {
        try {
            ResourceTypes.of(declared.type()).kind().properties().fit(declared.properties(), "#");
        } catch (Shape.Misfit misfit) {
            throw Refusals.validation(misfit(declared.logicalId(), misfit));
        }
    }

    /** What CloudFormation says of a property that does not fit. */
    static String misfit(String logicalId, Shape.Misfit misfit) {
        return misfit.words().startsWith("Encountered")
                ? misfit.words()
                : "Properties validation failed for resource " + logicalId + " with message:\n" + misfit.words();
    }

    private static void hold(boolean condition, String otherwise) {
        if (!condition) {
            throw Refusals.validation(otherwise);
        }
    }
}
