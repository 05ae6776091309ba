package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.DOCUMENT;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.listOf;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigRule;

/** {@code AWS::Config::ConfigRule}, one that AWS manages. Nothing is evaluated here, so that it gives no compliance. */
final class ConfigRuleType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(optional("ConfigRuleName", TEXT).replacing(),
            optional("Description", TEXT), optional("InputParameters", DOCUMENT),
            optional("MaximumExecutionFrequency", TEXT),
            optional("Scope",
                    fields(optional("ComplianceResourceId", TEXT),
                            optional("ComplianceResourceTypes", listOf(TEXT)), optional("TagKey", TEXT),
                            optional("TagValue", TEXT))),
            required("Source", fields(required("Owner", TEXT), optional("SourceIdentifier", TEXT))));

    private static final Kind KIND = Kind.of("AWS::Config::ConfigRule", PROPERTIES)
            .giving("Arn", "ConfigRuleId")
            .namedBy("ConfigRuleName");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        String rule = request.named("ConfigRuleName");
        if (ResourceType.isThere(() -> config(request).describeConfigRules((call) -> call.configRuleNames(rule)))) {
            throw HandlerRefusal.alreadyExists(KIND.name(), rule);
        }
        put(request, rule);
        return rule;
    }

    @Override
    public void configure(Request request) {
        if (request.before().isPresent()) {
            put(request, request.physicalId());
        }
    }

    private static void put(Request request, String name) {
        Properties asked = request.properties();
        Properties source = asked.part("Source").orElse(Properties.NONE);
        ConfigRule.Builder rule = ConfigRule.builder()
                .configRuleName(name)
                .source((into) -> into.owner(source.needed("Owner"))
                        .sourceIdentifier(source.text("SourceIdentifier").orElse(null)));
        asked.text("Description").ifPresent(rule::description);
        asked.document("InputParameters").ifPresent(rule::inputParameters);
        asked.text("MaximumExecutionFrequency").ifPresent(rule::maximumExecutionFrequency);
        asked.part("Scope").ifPresent((scope) -> rule.scope((into) -> {
            into.complianceResourceTypes(scope.texts("ComplianceResourceTypes"));
            scope.text("ComplianceResourceId").ifPresent(into::complianceResourceId);
            scope.text("TagKey").ifPresent(into::tagKey);
            scope.text("TagValue").ifPresent(into::tagValue);
        }));
        config(request).putConfigRule((call) -> call.configRule(rule.build()));
    }

    @Override
    public void delete(Request request) {
        config(request).deleteConfigRule((call) -> call.configRuleName(request.physicalId()));
    }

    @Override
    public SortedMap<String, String> attributeValues(Request request) {
        ConfigRule rule = config(request).describeConfigRules((call) -> call.configRuleNames(request.physicalId()))
                .configRules()
                .getFirst();
        return new TreeMap<>(Map.of("Arn", rule.configRuleArn(), "ConfigRuleId", rule.configRuleId()));
    }

    private static ConfigClient config(Request request) {
        return request.site().client(ConfigClient.class);
    }
}
