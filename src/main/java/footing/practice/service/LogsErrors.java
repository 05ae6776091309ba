package footing.practice.service;

import footing.practice.LogGroupState;
import footing.practice.PracticeAccount;
import footing.practice.call.Errors;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LimitExceededException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** What CloudWatch Logs refuses, and how it says so. */
final class LogsErrors {

    static final Pattern GROUP_NAME = Pattern.compile("[.\\-_/#A-Za-z0-9]+");
    private static final int PAGE = 50;

    private LogsErrors() {
    }

    static AwsServiceException invalid(String message) {
        return Errors.named(InvalidParameterException.builder(), "CloudWatchLogs", 400, message);
    }

    static AwsServiceException notFound(String message) {
        return Errors.named(ResourceNotFoundException.builder(), "CloudWatchLogs", 400, message);
    }

    static AwsServiceException exists(String message) {
        return Errors.named(ResourceAlreadyExistsException.builder(), "CloudWatchLogs", 400, message);
    }

    static AwsServiceException limit(String message) {
        return Errors.named(LimitExceededException.builder(), "CloudWatchLogs", 400, message);
    }

    static String checked(String field, @Nullable String value, int longest, Pattern shape) {
        if (value == null) {
            throw constraint(field, "not be null");
        }
        if (value.isEmpty() || value.length() > longest) {
            throw constraint(field, "have length between 1 and " + longest);
        }
        if (!shape.matcher(value).matches()) {
            throw constraint(field, "satisfy regular expression pattern: " + shape.pattern());
        }
        return value;
    }

    private static AwsServiceException constraint(String field, String complaint) {
        return invalid("1 validation error detected: Value at '%s' failed to satisfy constraint: Member must %s"
                .formatted(field, complaint));
    }

    static LogGroupState group(Here here, PracticeAccount account, @Nullable String name) {
        String given = checked("logGroupName", name, 512, GROUP_NAME);
        return account.logGroups()
                .find(here.arn("logs", "log-group:" + given))
                .orElseThrow(() -> notFound("The specified log group does not exist."));
    }

    static <T> Page<T> page(Collection<T> all, @Nullable String token, @Nullable Integer limit) {
        int size = Optional.ofNullable(limit).orElse(PAGE);
        if (size < 1 || size > PAGE) {
            throw constraint("limit", "have value between 1 and 50");
        }
        return Page.of(all, token, size, () -> invalid("The specified nextToken is invalid."));
    }
}
