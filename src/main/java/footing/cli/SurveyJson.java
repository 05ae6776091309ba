package footing.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import footing.account.AccountState;
import footing.account.Observation;
import footing.baseline.Finding;
import footing.text.FindingText;
import java.util.List;
import java.util.Locale;

/** Findings for other programs. Their shape stands in {@code schema/survey.schema.json}; another is another version. */
final class SurveyJson {

    static final int SCHEMA_VERSION = 1;

    private static final JsonMapper JSON = new JsonMapper();

    private SurveyJson() {
    }

    /** Indented, with a line break at its end. */
    static String write(AccountState account, List<Finding> findings) {
        ObjectNode json = JSON.createObjectNode()
                .put("schemaVersion", SCHEMA_VERSION)
                .put("account", account.identity().account())
                .put("partition", account.identity().partition().id())
                .put("homeRegion", account.home().id());
        ArrayNode regions = json.putArray("regions");
        account.regions().forEach((region) -> regions.add(region.id()));
        json.put("surveyedAt", account.surveyedAt().toString());
        ArrayNode list = json.putArray("findings");
        FindingText words = new FindingText();
        findings.forEach((finding) -> list.add(finding(finding, words)));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        }
    }

    private static ObjectNode finding(Finding finding, FindingText words) {
        ObjectNode json = JSON.createObjectNode()
                .put("item", finding.item().id().id())
                .put("section", finding.item().section().name().toLowerCase(Locale.ROOT))
                .put("status", finding.status().name())
                .put("summary", words.summary(finding));
        ArrayNode controls = json.putArray("controls");
        finding.item()
                .controls()
                .forEach((control) -> controls.addObject()
                        .put("framework", control.framework())
                        .put("version", control.version())
                        .put("id", control.id()));
        ArrayNode evidence = json.putArray("evidence");
        finding.verdict().evidence().observations().forEach((call) -> evidence.add(call(call)));
        return json;
    }

    private static ObjectNode call(Observation call) {
        ObjectNode json = JSON.createObjectNode()
                .put("service", call.service())
                .put("operation", call.operation())
                .put("region", call.region().id())
                .put("at", call.at().toString())
                .put("requestId", call.requestId());
        ObjectNode values = json.putObject("values");
        call.values().forEach(values::put);
        return json;
    }
}
