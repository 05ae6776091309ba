package footing.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Policies of buckets and topics, statement by statement. */
public final class PolicyStatements {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String STATEMENT = "Statement";

    private PolicyStatements() {
    }

    /**
     * A policy that somebody altered after Footing had added to it, without what Footing added: each statement that
     * Footing wrote and that was not there before.
     *
     * @param now the policy as it is
     * @param before as it was before Footing wrote to it
     * @param since as Footing wrote it, once or more often
     * @return empty where the setting is no policy, or nothing that Footing added is left in it
     */
    public static <T> Optional<T> without(Setting<T> setting, T now, T before, List<T> since) {
        boolean isPolicy = setting instanceof Setting.BucketPolicySetting
                || setting instanceof Setting.TopicPolicySetting;
        Optional<ObjectNode> document = isPolicy ? document(setting, now) : Optional.empty();
        if (document.isEmpty()) {
            return Optional.empty();
        }
        Set<JsonNode> added = new LinkedHashSet<>();
        since.forEach((written) -> added.addAll(statements(document(setting, written))));
        added.removeAll(statements(document(setting, before)));
        List<JsonNode> left = new ArrayList<>(statements(document));
        if (!left.removeAll(added)) {
            return Optional.empty();
        }
        if (left.isEmpty()) {
            // A topic cannot be without a policy, and what others took out of it is not put back.
            return setting instanceof Setting.BucketPolicySetting
                    ? Optional.of(SettingValues.parse(setting, Value.ABSENT))
                    : Optional.empty();
        }
        ArrayNode kept = document.get().putArray(STATEMENT);
        left.forEach(kept::add);
        return Optional.of(SettingValues.parse(setting,
                Value.fields("Policy", Value.text(document.get().toString()))));
    }

    private static <T> Optional<ObjectNode> document(Setting<T> setting, T value) {
        try {
            return SettingValues.show(setting, value) instanceof Value.Fields(var fields)
                    && fields.get("Policy") instanceof Value.Text(String text)
                    && JSON.readTree(text) instanceof ObjectNode document
                            ? Optional.of(document)
                            : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** IAM takes a lone statement for a list of one. */
    private static List<JsonNode> statements(Optional<ObjectNode> document) {
        List<JsonNode> statements = new ArrayList<>();
        document.map((policy) -> policy.path(STATEMENT)).ifPresent((found) -> {
            if (found.isArray()) {
                found.forEach(statements::add);
            } else if (found.isObject()) {
                statements.add(found);
            }
        });
        return statements;
    }
}
