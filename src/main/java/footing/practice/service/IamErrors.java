package footing.practice.service;

import footing.practice.call.Errors;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/** What IAM refuses, and how it says so. */
final class IamErrors {

    static final Pattern NAME = Pattern.compile("[\\w+=,.@-]+");

    private IamErrors() {
    }

    static AwsServiceException notFound(String message) {
        return Errors.error(NoSuchEntityException.builder(), "Iam", "NoSuchEntity", 404, message);
    }

    static AwsServiceException exists(String message) {
        return Errors.error(EntityAlreadyExistsException.builder(), "Iam", "EntityAlreadyExists", 409, message);
    }

    static AwsServiceException conflict(String message) {
        return Errors.error(DeleteConflictException.builder(), "Iam", "DeleteConflict", 409, message);
    }

    static AwsServiceException input(String message) {
        return Errors.error(InvalidInputException.builder(), "Iam", "InvalidInput", 400, message);
    }

    static AwsServiceException limit(String message) {
        return Errors.error(LimitExceededException.builder(), "Iam", "LimitExceeded", 409, message);
    }

    static AwsServiceException invalid(String field, String complaint) {
        return Errors.error(IamException.builder(), "Iam", "ValidationError", 400,
                "1 validation error detected: Value at '%s' failed to satisfy constraint: Member must %s"
                        .formatted(field, complaint));
    }

    static String name(String field, @Nullable String value, int longest) {
        return checked(field, value, longest, NAME);
    }

    static String checked(String field, @Nullable String value, int longest, Pattern shape) {
        if (value == null) {
            throw invalid(field, "not be null");
        }
        if (value.isEmpty() || value.length() > longest) {
            throw invalid(field, "have length between 1 and " + longest);
        }
        if (!shape.matcher(value).matches()) {
            throw invalid(field, "satisfy regular expression pattern: " + shape.pattern());
        }
        return value;
    }

    static void range(String field, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw invalid(field, "have value between %d and %d".formatted(least, most));
        }
    }

    /** Reads a policy document to see that it is one. */
    static Policy document(@Nullable String text, boolean trust) {
        Policy policy;
        try {
            policy = Policy
                    .parse(Optional.ofNullable(text).orElseThrow(() -> invalid("policyDocument", "not be null")));
        } catch (Policy.Malformed malformed) {
            throw malformed(malformed.getMessage());
        }
        for (Policy.Statement statement : policy.statements()) {
            if (statement.principals().isEmpty() == trust) {
                throw malformed(trust
                        ? "AssumeRole policy must contain a Principal"
                        : "Policy document should not specify a principal.");
            }
            if (statement.resources().isEmpty() != trust) {
                throw malformed(trust
                        ? "Has prohibited field Resource"
                        : "Policy statement must contain resources.");
            }
        }
        return policy;
    }

    private static AwsServiceException malformed(@Nullable String message) {
        return Errors.error(MalformedPolicyDocumentException.builder(), "Iam", "MalformedPolicyDocument", 400,
                String.valueOf(message));
    }

    static <T> Page<T> page(Collection<T> all, @Nullable String marker, @Nullable Integer maxItems) {
        range("maxItems", maxItems, 1, 1000);
        return Page.of(all, marker, Optional.ofNullable(maxItems).orElse(100),
                () -> invalid("marker", "be a marker that was returned before"));
    }
}
