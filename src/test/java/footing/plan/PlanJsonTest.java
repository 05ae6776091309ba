package footing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import footing.choices.ItemId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanJsonTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void json_isWhatItsSchemaSays_ofEveryKindOfChange() throws IOException {
        Map<ItemId, Remedy> remedies = new HashMap<>(Samples.remedies());
        remedies.put(ItemId.SECURITY_NOTIFICATIONS,
                Remedy.of(Samples.topic(), Samples.subscription("other@example.com")));
        remedies.put(ItemId.ACTIVITY_ALARMS, Remedy.of(Samples.alarm("C")));
        remedies.put(ItemId.TRAIL_VALIDATION, Remedy.of(Samples.validation(false, true, Change.When.AFTER_STACKS)));
        remedies.put(ItemId.ROOT_MFA, Remedy.of(new Change.ManualStep(ItemId.ROOT_MFA,
                new Guide("guide.root-mfa", URI.create("https://console.aws.amazon.com/")))));
        remedies.put(ItemId.PASSWORD_POLICY, Remedy.nothing(Remedy.Reason.LEFT));
        Plan plan = Plan.of(Samples.account(), remedies, Map.of(Stack.SECURITY, Samples.resources()));

        String text = PlanJson.write(plan);

        assertThat(schema().validate(text, InputFormat.JSON)).isEmpty();
        JsonNode json = JSON.readTree(text);
        assertThat(json.path("changes")).hasSize(plan.changes().size());
        assertThat(json.path("changes").findValuesAsText("action")).contains("create", "update", "remove");
        assertThat(json.path("changes").get(0).path("before").path("Properties").path("TopicArn").asText())
                .isEqualTo("arn:aws:sns:eu-central-1:123456789012:footing-security");
        assertThat(json.path("byHand").get(0).path("what").asText()).isEqualTo("guide.root-mfa");
        assertThat(json.path("untouched").findValuesAsText("reason")).contains("left", "in-order");
        assertThat(PlanJson.write(plan)).isEqualTo(text);
    }

    @Test
    void schema_knowsEveryReason_andRefusesAnotherShape() throws IOException {
        Set<String> known = new HashSet<>();
        source().at("/properties/untouched/items/properties/reason/enum")
                .forEach((reason) -> known.add(reason.asText()));
        assertThat(Arrays.stream(Remedy.Reason.values())
                .map((reason) -> reason.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .containsExactlyInAnyOrderElementsOf(known);
        assertThat(schema().validate("{\"schemaVersion\": 2}", InputFormat.JSON)).isNotEmpty();
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(source().toString(), InputFormat.JSON);
    }

    private static JsonNode source() throws IOException {
        try (
                InputStream in = Objects.requireNonNull(
                        PlanJson.class.getResourceAsStream("/footing/schema/plan.schema.json"))) {
            return JSON.readTree(in);
        }
    }
}
