package footing.practice.service;

import footing.practice.PracticeAccount;
import footing.practice.TopicState;
import footing.practice.call.Errors;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.budgets.model.AccessDeniedException;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.ComparisonOperator;
import software.amazon.awssdk.services.budgets.model.CreationLimitExceededException;
import software.amazon.awssdk.services.budgets.model.DuplicateRecordException;
import software.amazon.awssdk.services.budgets.model.InvalidNextTokenException;
import software.amazon.awssdk.services.budgets.model.InvalidParameterException;
import software.amazon.awssdk.services.budgets.model.NotFoundException;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationType;
import software.amazon.awssdk.services.budgets.model.NotificationWithSubscribers;
import software.amazon.awssdk.services.budgets.model.Spend;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.budgets.model.SubscriptionType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;

/** What AWS Budgets refuses, and how it says so. Lengths, patterns and numbers are those of the service's model. */
final class BudgetRules {

    private static final Pattern NAME = Pattern.compile("(?![^:\\\\]*/action/|(?i).*<script>.*</script>.*)[^:\\\\]+");
    private static final int LONGEST_NAME = 100;
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern TOPIC = Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MOST_NOTIFICATIONS = 10;
    private static final int MOST_MAIL = 10;
    private static final int LARGEST_THRESHOLD = 1_000_000_000;

    private BudgetRules() {
    }

    static Budget budget(@Nullable Budget given) {
        Budget budget = Optional.ofNullable(given).orElseThrow(() -> invalid("Budget must not be null"));
        String name = Optional.ofNullable(budget.budgetName()).orElse("");
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw invalid("Value '" + name + "' at 'budget.budgetName' failed to satisfy constraint");
        }
        if (budget.budgetType() == null || budget.budgetType() == BudgetType.UNKNOWN_TO_SDK_VERSION) {
            throw invalid("Value at 'budget.budgetType' failed to satisfy constraint");
        }
        if (budget.timeUnit() == null || budget.timeUnit() == TimeUnit.UNKNOWN_TO_SDK_VERSION) {
            throw invalid("Value at 'budget.timeUnit' failed to satisfy constraint");
        }
        if (budget.plannedBudgetLimits().isEmpty() && budget.autoAdjustData() == null) {
            limit(budget);
        }
        return budget;
    }

    private static void limit(Budget budget) {
        Spend limit = Optional.ofNullable(budget.budgetLimit())
                .orElseThrow(() -> invalid("BudgetLimit is required"));
        if (limit.amount() == null || limit.amount().compareTo(BigDecimal.ZERO) <= 0) {
            throw invalid("Budget limit must be greater than zero");
        }
        if (budget.budgetType() == BudgetType.COST
                && !CURRENCY.matcher(String.valueOf(limit.unit())).matches()) {
            throw invalid("The unit of a cost budget must be a currency");
        }
    }

    /** With the topics that they name: Budgets says at once when it may not write to one. */
    static List<NotificationWithSubscribers> notifications(List<NotificationWithSubscribers> given,
            PracticeAccount account, Here here) {
        if (given.size() > MOST_NOTIFICATIONS) {
            throw Errors.named(CreationLimitExceededException.builder(), "Budgets", 400,
                    "Number of notifications exceeds the limit of " + MOST_NOTIFICATIONS);
        }
        Set<Notification> seen = new HashSet<>();
        for (NotificationWithSubscribers each : given) {
            notification(each.notification());
            if (!seen.add(each.notification())) {
                throw duplicate("notification");
            }
            subscribers(each.subscribers(), account, here);
        }
        return given;
    }

    private static void notification(@Nullable Notification given) {
        Notification notification = Optional.ofNullable(given)
                .orElseThrow(() -> invalid("Notification must not be null"));
        if (notification.notificationType() == null
                || notification.notificationType() == NotificationType.UNKNOWN_TO_SDK_VERSION
                || notification.comparisonOperator() == null
                || notification.comparisonOperator() == ComparisonOperator.UNKNOWN_TO_SDK_VERSION) {
            throw invalid("Value at 'notification' failed to satisfy constraint");
        }
        if (notification.threshold() == null || notification.threshold() < 0.1
                || notification.threshold() > LARGEST_THRESHOLD) {
            throw invalid("Threshold must be between 0.1 and " + LARGEST_THRESHOLD);
        }
    }

    private static void subscribers(List<Subscriber> given, PracticeAccount account, Here here) {
        long topics = given.stream().filter((each) -> each.subscriptionType() == SubscriptionType.SNS).count();
        if (given.isEmpty() || topics > 1 || given.size() - topics > MOST_MAIL) {
            throw invalid("A notification takes at most one SNS topic and " + MOST_MAIL + " e-mail addresses,"
                    + " and at least one of them");
        }
        for (Subscriber subscriber : given) {
            String address = Optional.ofNullable(subscriber.address()).orElse("");
            if (subscriber.subscriptionType() == SubscriptionType.SNS) {
                topic(address, account, here);
            } else if (!MAIL.matcher(address).matches()) {
                throw invalid("Email address is invalid: " + address);
            }
        }
    }

    private static void topic(String arn, PracticeAccount account, Here here) {
        if (!TOPIC.matcher(arn).matches()) {
            throw invalid("Please comply with SNS ARN format: " + arn);
        }
        Optional<TopicState> topic = account.topics().find(arn);
        if (topic.isEmpty() || !mayPublish(topic.get(), account, here)) {
            throw invalid("AWS Budgets has no permission to publish to the SNS topic: " + arn);
        }
    }

    private static boolean mayPublish(TopicState topic, PracticeAccount account, Here here) {
        Map<String, String> context = Map.of("aws:sourceaccount", account.id(), "aws:sourcearn",
                here.arn("budgets", "", "*"), "aws:securetransport", "true");
        return Optional.ofNullable(topic.attributes().get("Policy"))
                .map(Policy::parse)
                .filter((policy) -> policy.allows(
                        new Policy.Access("budgets.amazonaws.com", "sns:Publish", topic.arn(), context)))
                .isPresent();
    }

    static AwsServiceException invalid(String what) {
        return Errors.named(InvalidParameterException.builder(), "Budgets", 400, what);
    }

    static AwsServiceException duplicate(String name) {
        return Errors.named(DuplicateRecordException.builder(), "Budgets", 400,
                "Error creating budget: " + name + " - the budget already exists.");
    }

    static AwsServiceException notFound(String what) {
        return Errors.named(NotFoundException.builder(), "Budgets", 404, what);
    }

    static AwsServiceException noBudget(String name) {
        return notFound("Unable to get budget: " + name + " - the budget doesn't exist.");
    }

    static AwsServiceException notYours(String account) {
        return Errors.named(AccessDeniedException.builder(), "Budgets", 400,
                "Account " + account + " is not the account of the caller");
    }

    static AwsServiceException badToken() {
        return Errors.named(InvalidNextTokenException.builder(), "Budgets", 400, "Invalid next token");
    }
}
