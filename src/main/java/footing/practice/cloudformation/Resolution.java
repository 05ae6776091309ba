package footing.practice.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import footing.practice.StackState.Applied;
import footing.practice.StackState.Deployment;
import footing.practice.StackState.Resource;
import footing.practice.cloudformation.Template.Declared;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What the functions of a template come to in one stack. */
final class Resolution implements Functions.Values {

    private final Site site;
    private final Template template;
    private final Deployment deployment;
    private final Function<String, Optional<Resource>> resources;

    /** @param resources what is made, by logical id; what is not is not known yet */
    Resolution(Site site, Template template, Deployment deployment, Function<String, Optional<Resource>> resources) {
        this.site = site;
        this.template = template;
        this.deployment = deployment;
        this.resources = resources;
    }

    @Override
    public JsonNode ref(String name) {
        if (template.resources().containsKey(name)) {
            return attribute(name, "Ref");
        }
        Optional<Parameter> parameter = Optional.ofNullable(template.parameters().get(name));
        if (parameter.isPresent()) {
            return value(parameter.get());
        }
        return switch (name) {
            case "AWS::AccountId" -> TextNode.valueOf(site.account());
            case "AWS::Partition" -> TextNode.valueOf(site.partition());
            case "AWS::Region" -> TextNode.valueOf(site.region().id());
            case "AWS::StackId" -> TextNode.valueOf(site.stackId());
            case "AWS::StackName" -> TextNode.valueOf(site.stackName());
            case "AWS::URLSuffix" -> TextNode.valueOf(site.urlSuffix());
            case "AWS::NoValue" -> MissingNode.getInstance();
            default -> throw new IllegalStateException("An unchecked reference: " + name);
        };
    }

    private JsonNode value(Parameter parameter) {
        String value = deployment.parameters().getOrDefault(parameter.name(), "");
        if (!parameter.list()) {
            return TextNode.valueOf(value);
        }
        var items = JsonNodeFactory.instance.arrayNode();
        for (String item : value.split(",", -1)) {
            items.add(item.strip());
        }
        return items;
    }

    @Override
    public JsonNode attribute(String logicalId, String attribute) {
        return TextNode.valueOf(resources.apply(logicalId)
                .flatMap((resource) -> Optional.ofNullable(resource.applied().attributes().get(attribute)))
                .orElse(Functions.KNOWN_AFTER_APPLY));
    }

    /**
     * What a resource is to be.
     *
     * @throws Shape.Misfit where a value that was only now known does not fit its property
     */
    Applied wanted(Declared declared) {
        ResourceType.Kind type = ResourceTypes.of(declared.type()).kind();
        JsonNode properties = type.properties().fit(Functions.resolve(declared.properties(), this), "#");
        SortedMap<String, String> attributes = resources.apply(declared.logicalId())
                .map((resource) -> resource.applied().attributes())
                .orElseGet(TreeMap::new);
        return new Applied(properties.toString(),
                tags(type.tagging(), declared.logicalId(), new Properties(properties)),
                attributes, declared.metadata().toString(), declared.deletionPolicy().written(),
                References.of(template, declared));
    }

    private SortedMap<String, String> tags(ResourceType.Tagging tagging, String logicalId, Properties properties) {
        SortedMap<String, String> tags = new TreeMap<>();
        switch (tagging) {
            case NONE -> {
                return tags;
            }
            case STACK -> tags.putAll(deployment.tags());
            case SYSTEM -> {
                tags.putAll(deployment.tags());
                tags.putAll(Map.of("aws:cloudformation:stack-name", site.stackName(), "aws:cloudformation:stack-id",
                        site.stackId(), "aws:cloudformation:logical-id", logicalId));
            }
        }
        tags.putAll(properties.tags());
        return tags;
    }

    /** The outputs, by name. */
    SortedMap<String, String> outputs() {
        SortedMap<String, String> outputs = new TreeMap<>();
        template.outputs()
                .properties()
                .forEach((output) -> outputs.put(output.getKey(),
                        Functions.resolve(output.getValue().path("Value"), this).asText()));
        return outputs;
    }
}
