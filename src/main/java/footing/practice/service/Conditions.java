package footing.practice.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The condition block of a policy statement. Source: IAM's condition operators. */
final class Conditions {

    private static final Set<String> OPERATORS = Set.of("ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike",
            "BinaryEquals", "Bool", "DateEquals", "DateGreaterThan", "DateGreaterThanEquals", "DateLessThan",
            "DateLessThanEquals", "DateNotEquals", "IpAddress", "NotIpAddress", "NumericEquals", "NumericGreaterThan",
            "NumericGreaterThanEquals", "NumericLessThan", "NumericLessThanEquals", "NumericNotEquals",
            "StringEquals", "StringEqualsIgnoreCase", "StringLike", "StringNotEquals", "StringNotEqualsIgnoreCase",
            "StringNotLike");

    private Conditions() {
    }

    /**
     * @throws Policy.Malformed where it is no condition block, or asks for what IAM does not know
     */
    static void check(JsonNode conditions) {
        if (!conditions.isMissingNode() && !conditions.isObject()) {
            throw new Policy.Malformed("Syntax errors in policy: Condition is no map");
        }
        conditions.properties().forEach((operator) -> {
            if (!operator.getKey().equals("Null") && !OPERATORS.contains(plain(operator.getKey()))) {
                throw new Policy.Malformed("Invalid Condition type : " + operator.getKey());
            }
            if (!operator.getValue().isObject()) {
                throw new Policy.Malformed("Syntax errors in policy: %s is no map".formatted(operator.getKey()));
            }
        });
    }

    private static String plain(String operator) {
        return operator.replaceFirst("^For(AnyValue|AllValues):", "").replaceFirst("IfExists$", "");
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
        String plain = plain(operator);
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
