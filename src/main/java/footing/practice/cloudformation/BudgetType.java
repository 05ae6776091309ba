package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.DECIMAL;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.listOf;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import java.math.BigDecimal;
import footing.practice.service.Tags;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.NotificationWithSubscribers;
import software.amazon.awssdk.services.budgets.model.ResourceTag;
import software.amazon.awssdk.services.budgets.model.Subscriber;

/**
 * {@code AWS::Budgets::Budget}. Its notifications cannot be changed: another budget takes its place, and since the old
 * one is deleted only afterwards, it needs another name.
 */
final class BudgetType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(
            required("Budget",
                    fields(optional("BudgetName", TEXT).replacing(), required("BudgetType", TEXT),
                            required("TimeUnit", TEXT),
                            optional("BudgetLimit", fields(required("Amount", DECIMAL), required("Unit", TEXT))))),
            optional("NotificationsWithSubscribers",
                    listOf(fields(
                            required("Notification",
                                    fields(required("ComparisonOperator", TEXT), required("NotificationType", TEXT),
                                            required("Threshold", DECIMAL), optional("ThresholdType", TEXT))),
                            required("Subscribers",
                                    listOf(fields(required("Address", TEXT), required("SubscriptionType", TEXT)))))))
                    .replacing(),
            optional("ResourceTags", listOf(fields(required("Key", TEXT), optional("Value", TEXT)))));

    private static final Kind KIND = Kind.of("AWS::Budgets::Budget", PROPERTIES).giving("Id").tagged(Tagging.SYSTEM);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        Budget budget = budget(request);
        budgets(request).createBudget((call) -> call.accountId(request.site().account())
                .budget(budget)
                .notificationsWithSubscribers(request.properties()
                        .items("NotificationsWithSubscribers")
                        .stream()
                        .map(BudgetType::notification)
                        .toList())
                .resourceTags(tags(request)));
        return budget.budgetName();
    }

    @Override
    public void configure(Request request) {
        if (request.before().isPresent()) {
            budgets(request).updateBudget(
                    (call) -> call.accountId(request.site().account()).newBudget(budget(request)));
            List<String> gone = keys(request.tagsBefore(), request.before().get()).stream()
                    .filter((key) -> !keys(request.tags(), request.properties()).contains(key))
                    .toList();
            if (!gone.isEmpty()) {
                budgets(request).untagResource((call) -> call.resourceARN(arn(request)).resourceTagKeys(gone));
            }
            budgets(request).tagResource((call) -> call.resourceARN(arn(request)).resourceTags(tags(request)));
        }
    }

    private static Budget budget(Request request) {
        Properties asked = request.properties().part("Budget").orElseThrow();
        Budget.Builder budget = Budget.builder()
                .budgetName(asked.text("BudgetName")
                        .orElseGet(() -> request.physicalId().isEmpty() ? request.name() : request.physicalId()))
                .budgetType(asked.needed("BudgetType"))
                .timeUnit(asked.needed("TimeUnit"));
        asked.part("BudgetLimit")
                .ifPresent((limit) -> budget.budgetLimit((spend) -> spend
                        .amount(new BigDecimal(limit.needed("Amount")))
                        .unit(limit.needed("Unit"))));
        return budget.build();
    }

    private static NotificationWithSubscribers notification(Properties asked) {
        Properties notification = asked.part("Notification").orElseThrow();
        return NotificationWithSubscribers.builder()
                .notification((one) -> {
                    one.notificationType(notification.needed("NotificationType"))
                            .comparisonOperator(notification.needed("ComparisonOperator"))
                            .threshold(notification.decimal("Threshold").orElseThrow());
                    notification.text("ThresholdType").ifPresent(one::thresholdType);
                })
                .subscribers(asked.items("Subscribers")
                        .stream()
                        .map((one) -> Subscriber.builder()
                                .subscriptionType(one.needed("SubscriptionType"))
                                .address(one.needed("Address"))
                                .build())
                        .toList())
                .build();
    }

    private static Set<String> keys(Map<String, String> tags, Properties properties) {
        return tags(tags, properties).keySet();
    }

    private static Map<String, String> tags(Map<String, String> given, Properties properties) {
        Map<String, String> tags = new TreeMap<>(given);
        properties.items("ResourceTags").forEach((tag) -> tags.put(tag.needed("Key"), tag.text("Value").orElse("")));
        return tags;
    }

    private static List<ResourceTag> tags(Request request) {
        Map<String, String> tags = tags(request.tags(), request.properties());
        return Tags.list(tags, (key, value) -> ResourceTag.builder().key(key).value(value).build());
    }

    @Override
    public void delete(Request request) {
        budgets(request).deleteBudget(
                (call) -> call.accountId(request.site().account()).budgetName(request.physicalId()));
    }

    private static String arn(Request request) {
        return "arn:%s:budgets::%s:budget/%s".formatted(request.site().partition(), request.site().account(),
                request.physicalId());
    }

    private static BudgetsClient budgets(Request request) {
        return request.site().client(BudgetsClient.class);
    }
}
