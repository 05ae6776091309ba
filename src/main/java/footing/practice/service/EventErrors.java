package footing.practice.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import footing.practice.call.Errors;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.LimitExceededException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** What EventBridge refuses, and how it says so. */
final class EventErrors {

    private static final String EVENTS = "events.amazonaws.com";
    private static final Pattern NAME = Pattern.compile("[.\\-_A-Za-z0-9]{1,64}");
    private static final Pattern ARN = Pattern.compile("arn:[\\w-]+:[\\w-]+:([a-z0-9-]*):([0-9]{12})?:.+");
    private static final JsonMapper JSON = new JsonMapper();

    private EventErrors() {
    }

    static String name(String field, @Nullable String given) {
        return Optional.ofNullable(given)
                .filter((name) -> NAME.matcher(name).matches())
                .orElseThrow(() -> invalid(("1 validation error detected: Value '%s' at '%s' failed to satisfy"
                        + " constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+")
                        .formatted(given, field)));
    }

    /** A pattern is an object of objects and of lists. */
    static void pattern(String text) {
        try {
            JsonNode pattern = JSON.readTree(text);
            if (!pattern.isObject() || pattern.isEmpty()) {
                throw badPattern("Filter is not an object");
            }
            check(pattern);
        } catch (JsonProcessingException notJson) {
            throw badPattern(notJson.getOriginalMessage()).toBuilder().cause(notJson).build();
        }
    }

    private static void check(JsonNode object) {
        object.properties().forEach((entry) -> {
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                check(value);
            } else if (!value.isArray()) {
                throw badPattern("\"" + entry.getKey() + "\" must be an object or an array");
            } else if (value.isEmpty()) {
                throw badPattern("Empty arrays are not allowed");
            }
        });
    }

    /** A target is in the rule's own Region, but for another bus, to which EventBridge comes by a role. */
    static void target(Here here, String ruleArn, Target target) {
        var parts = ARN.matcher(Optional.ofNullable(target.arn()).orElse(""));
        if (target.id() == null || !parts.matches()) {
            throw invalid("Parameter %s is not valid. Reason: Provided Arn is not in correct format."
                    .formatted(target.arn()));
        }
        boolean bus = target.arn().contains(":event-bus/");
        boolean far = !parts.group(1).isEmpty() && !parts.group(1).equals(here.region().id());
        if (far && !bus) {
            throw invalid("Parameter %s is not valid. Reason: Provided Arn is not in the Region of the rule."
                    .formatted(target.arn()));
        }
        if (far && target.roleArn() == null) {
            throw invalid("RoleArn is required for target " + target.arn() + ".");
        }
        if (target.roleArn() != null && !isTaken(here, ruleArn, target.roleArn())) {
            throw invalid(
                    "Provided role '%s' cannot be assumed by principal '%s'.".formatted(target.roleArn(), EVENTS));
        }
    }

    private static boolean isTaken(Here here, String ruleArn, String roleArn) {
        Map<String, String> context = Map.of("aws:sourceaccount", here.accountId(), "aws:sourcearn", ruleArn);
        return here.account()
                .iam()
                .roleOf(roleArn)
                .filter((role) -> RoleRules.isTrusted(role, EVENTS, context))
                .isPresent();
    }

    static AwsServiceException invalid(String message) {
        return Errors.error(EventBridgeException.builder(), "EventBridge", "ValidationException", 400, message);
    }

    static AwsServiceException badToken() {
        return invalid("1 validation error detected: Value at 'nextToken' is not one that was given.");
    }

    static AwsServiceException badPattern(String reason) {
        return error(InvalidEventPatternException.builder(), "Event pattern is not valid. Reason: " + reason);
    }

    static AwsServiceException noRule(@Nullable String name) {
        return error(ResourceNotFoundException.builder(),
                "Rule %s does not exist on EventBus default.".formatted(name));
    }

    static AwsServiceException noBus(String name) {
        return error(ResourceNotFoundException.builder(), "Event bus %s does not exist.".formatted(name));
    }

    static AwsServiceException tooMany(String what) {
        return error(LimitExceededException.builder(),
                "The requested resource exceeds the maximum number allowed: " + what);
    }

    private static AwsServiceException error(AwsServiceException.Builder exception, String message) {
        return Errors.named(exception, "EventBridge", 400, message);
    }
}
