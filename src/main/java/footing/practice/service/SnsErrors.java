package footing.practice.service;

import footing.practice.PracticeAccount;
import footing.practice.TopicState;
import footing.practice.call.Errors;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/** What SNS refuses, and how it says so. */
final class SnsErrors {

    /** The actions that a topic's policy may speak of; SNS does not even take {@code sns:*}. */
    private static final Set<String> POLICY_ACTIONS = Set.of("publish", "removepermission", "settopicattributes",
            "deletetopic", "listsubscriptionsbytopic", "gettopicattributes", "addpermission", "subscribe", "receive",
            "putdataprotectionpolicy", "getdataprotectionpolicy");
    private static final int LARGEST_POLICY = 30 * 1024;

    private SnsErrors() {
    }

    static AwsServiceException invalid(String what) {
        return Errors.error(InvalidParameterException.builder(), "Sns", "InvalidParameter", 400,
                "Invalid parameter: " + what);
    }

    static AwsServiceException notFound(String what) {
        return Errors.error(NotFoundException.builder(), "Sns", "NotFound", 404, what + " does not exist");
    }

    static TopicState topic(Here here, PracticeAccount account, @Nullable String arn) {
        String given = Optional.ofNullable(arn).orElse("");
        String[] parts = given.split(":", -1);
        if (parts.length != 6 || !parts[2].equals("sns") || !parts[3].equals(here.region().id())) {
            throw invalid("TopicArn");
        }
        return account.topics().find(given).orElseThrow(() -> notFound("Topic"));
    }

    static void checkPolicy(TopicState topic, String text) {
        try {
            if (text.length() > LARGEST_POLICY) {
                throw new Policy.Malformed("Policy length exceeded");
            }
            for (Policy.Statement statement : Policy.parse(text).statements()) {
                if (statement.principals().isEmpty()) {
                    throw new Policy.Malformed("statement must contain a principal");
                }
                if (!statement.actions().stream().allMatch(SnsErrors::isAction)) {
                    throw invalid("Policy statement action out of service scope!");
                }
                if (!statement.resources().stream().allMatch((resource) -> resource.equals(topic.arn()))
                        || statement.resources().isEmpty()) {
                    throw invalid("Policy Error: Invalid resource");
                }
            }
        } catch (Policy.Malformed malformed) {
            throw invalid("Policy Error: " + malformed.getMessage());
        }
    }

    private static boolean isAction(String action) {
        String lower = action.toLowerCase(Locale.ROOT);
        return lower.startsWith("sns:") && POLICY_ACTIONS.contains(lower.substring(4));
    }
}
