package footing.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import footing.account.Region;
import java.util.Locale;
import java.util.Map;

/** A plan for other programs. Its shape stands in {@code schema/plan.schema.json}; another shape is another version. */
public final class PlanJson {

    static final int SCHEMA_VERSION = 1;

    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

    private PlanJson() {
    }

    /** Indented, with a line break at its end. */
    public static String write(Plan plan) {
        ObjectNode json = JSON.createObjectNode()
                .put("schemaVersion", SCHEMA_VERSION)
                .put("account", plan.identity().account())
                .put("homeRegion", plan.home().id())
                .put("pricesAsOf", Prices.asOf().toString());
        ArrayNode changes = json.putArray("changes");
        plan.changes().forEach((change) -> changes.add(change(plan, change)));
        ArrayNode byHand = json.putArray("byHand");
        for (Change.ManualStep step : plan.byHand()) {
            byHand.addObject()
                    .put("item", step.item().id())
                    .put("what", step.guide().key())
                    .put("link", step.guide().link().toString());
        }
        ArrayNode untouched = json.putArray("untouched");
        for (Map.Entry<footing.choices.ItemId, Remedy.Reason> entry : plan.untouched().entrySet()) {
            untouched.addObject().put("item", entry.getKey().id()).put("reason", word(entry.getValue()));
        }
        try {
            return PRETTY.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        }
    }

    private static ObjectNode change(Plan plan, PlannedChange change) {
        ObjectNode json = JSON.createObjectNode()
                .put("item", change.item().id())
                .put("kind", change.change() instanceof Change.StackResource ? "stack-resource" : "direct-setting")
                .put("action", word(change.kind()))
                .put("region", region(plan, change.change()).id())
                .put("what", what(change.change()));
        json.set("before", ValueJson.write(change.before()));
        json.set("after", ValueJson.write(change.after()));
        return json.put("monthlyCost", change.cost().monthlyUsd())
                .put("usageOnTop", change.cost().usage())
                .put("undo", word(change.undo()));
    }

    /** {@code footing-security/SecurityTopic}, or a setting's key. */
    private static String what(Change change) {
        return switch (change) {
            case Change.StackResource resource -> resource.stack().stackName() + "/" + resource.logicalId();
            case Change.DirectSetting<?> setting -> Settings.key(setting.setting());
            case Change.ManualStep step -> step.guide().key();
        };
    }

    private static Region region(Plan plan, Change change) {
        return switch (change) {
            case Change.StackResource resource -> resource.stack().region(plan.home());
            case Change.DirectSetting<?> setting -> setting.setting().region();
            case Change.ManualStep step -> plan.home();
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
