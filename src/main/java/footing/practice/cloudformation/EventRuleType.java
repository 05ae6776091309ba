package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.DOCUMENT;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.listOf;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** {@code AWS::Events::Rule} on the default event bus, with its targets. */
final class EventRuleType implements ResourceType {

    private static final String TARGETS = "Targets";

    private static final Shape.Fields PROPERTIES = fields(optional("Name", TEXT).replacing(),
            optional("EventBusName", TEXT).replacing(), optional("Description", TEXT),
            optional("EventPattern", DOCUMENT), optional("ScheduleExpression", TEXT), optional("State", TEXT),
            optional("RoleArn", TEXT),
            optional(TARGETS,
                    listOf(fields(required("Id", TEXT), required("Arn", TEXT), optional("RoleArn", TEXT),
                            optional("Input", TEXT), optional("InputPath", TEXT),
                            optional("InputTransformer",
                                    fields(required("InputTemplate", TEXT),
                                            optional("InputPathsMap", DOCUMENT)))))));

    private static final Kind KIND = Kind.of("AWS::Events::Rule", PROPERTIES).giving("Arn").namedBy("Name");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        String rule = request.named("Name");
        if (ResourceType.isThere(() -> events(request).describeRule((call) -> call.name(rule)))) {
            throw HandlerRefusal.alreadyExists(KIND.name(), rule);
        }
        put(request, rule);
        return rule;
    }

    @Override
    public void configure(Request request) {
        String rule = request.physicalId();
        if (request.before().isPresent()) {
            put(request, rule);
        }
        List<Properties> targets = request.properties().items(TARGETS);
        if (!targets.isEmpty()) {
            events(request).putTargets(
                    (call) -> call.rule(rule).targets(targets.stream().map(EventRuleType::target).toList()));
        }
        List<String> kept = ids(request.properties());
        List<String> gone = request.before()
                .stream()
                .flatMap((before) -> ids(before).stream())
                .filter((id) -> !kept.contains(id))
                .toList();
        if (!gone.isEmpty()) {
            events(request).removeTargets((call) -> call.rule(rule).ids(gone));
        }
    }

    private static void put(Request request, String name) {
        Properties asked = request.properties();
        PutRuleRequest.Builder put = PutRuleRequest.builder().name(name);
        asked.text("EventBusName").ifPresent(put::eventBusName);
        asked.text("Description").ifPresent(put::description);
        asked.document("EventPattern").ifPresent(put::eventPattern);
        asked.text("ScheduleExpression").ifPresent(put::scheduleExpression);
        asked.text("State").ifPresent(put::state);
        asked.text("RoleArn").ifPresent(put::roleArn);
        events(request).putRule(put.build());
    }

    private static Target target(Properties given) {
        Target.Builder target = Target.builder().id(given.needed("Id")).arn(given.needed("Arn"));
        given.text("RoleArn").ifPresent(target::roleArn);
        given.text("Input").ifPresent(target::input);
        given.text("InputPath").ifPresent(target::inputPath);
        given.part("InputTransformer").ifPresent((transformer) -> target.inputTransformer((into) -> {
            into.inputTemplate(transformer.needed("InputTemplate"));
            Map<String, String> paths = new TreeMap<>();
            transformer.part("InputPathsMap")
                    .ifPresent((map) -> map.node()
                            .properties()
                            .forEach((path) -> paths.put(path.getKey(), path.getValue().asText())));
            into.inputPathsMap(paths);
        }));
        return target.build();
    }

    private static List<String> ids(Properties properties) {
        return properties.items(TARGETS).stream().map((target) -> target.needed("Id")).toList();
    }

    @Override
    public void delete(Request request) {
        EventBridgeClient events = events(request);
        List<String> ids = events.listTargetsByRule((call) -> call.rule(request.physicalId()))
                .targets()
                .stream()
                .map(Target::id)
                .toList();
        if (!ids.isEmpty()) {
            events.removeTargets((call) -> call.rule(request.physicalId()).ids(ids));
        }
        events.deleteRule((call) -> call.name(request.physicalId()));
    }

    @Override
    public SortedMap<String, String> attributeValues(Request request) {
        return new TreeMap<>(Map.of("Arn", request.site().arn("events", "rule/" + request.physicalId())));
    }

    private static EventBridgeClient events(Request request) {
        return request.site().client(EventBridgeClient.class);
    }
}
