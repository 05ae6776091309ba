package footing.practice.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The condition block of a policy statement. Source: IAM's condition operators. */
final class Conditions {

    private Conditions() {
    }

    /**
     * @param context the request's condition keys, in lower case
     */
    static boolean hold(JsonNode conditions, Map<String, String> context) {
        for (Map.Entry<String, JsonNode> operator : conditions.properties()) {
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                Optional<String> asked = Optional.ofNullable(context.get(key.getKey().toLowerCase(Locale.ROOT)));
                if (!holds(operator.getKey(), asked, Policy.texts(key.getValue()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean holds(String operator, Optional<String> asked, List<String> values) {
        String plain = operator.replaceFirst("^For(AnyValue|AllValues):", "").replaceFirst("IfExists$", "");
        if (plain.equals("Null")) {
            return values.contains(String.valueOf(asked.isEmpty()));
        }
        boolean negative = plain.contains("Not");
        if (asked.isEmpty()) {
            return negative || operator.endsWith("IfExists");
        }
        String value = asked.get();
        return values.stream().anyMatch((wanted) -> matches(plain.replace("Not", ""), wanted, value)) != negative;
    }

    /** An operator about dates, numbers or addresses speaks of what a service's own request does not carry. */
    private static boolean matches(String operator, String wanted, String value) {
        return switch (operator) {
            case "StringEquals" -> wanted.equals(value);
            case "StringEqualsIgnoreCase", "Bool" -> wanted.equalsIgnoreCase(value);
            case "StringLike", "ArnLike", "ArnEquals" -> Policy.like(wanted, value, false);
            default -> false;
        };
    }
}
