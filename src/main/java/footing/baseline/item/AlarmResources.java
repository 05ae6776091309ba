package footing.baseline.item;

import footing.account.MetricAlarm;
import footing.choices.Activity;
import footing.choices.ItemId;
import footing.choices.LogicalIds;
import footing.plan.Change.StackResource;
import footing.plan.Stack;
import footing.plan.Value;
import footing.plan.Value.Fields;
import java.util.Set;

/** What the stack holds so that somebody hears of an activity. */
final class AlarmResources {

    static final String NAMESPACE = "Footing/Activity";

    /** Once within five minutes is enough; no news is good news. */
    static final MetricAlarm.Trigger TRIGGER = new MetricAlarm.Trigger("Sum", "GreaterThanOrEqualToThreshold", 1, 300,
            1, "notBreaching", false);

    private AlarmResources() {
    }

    /** The name of an activity's filter, metric and alarm. */
    static String name(Activity activity) {
        return "footing-" + activity.id();
    }

    static StackResource filter(Activity activity, Value logGroup) {
        return resource("Filter", activity, "AWS::Logs::MetricFilter",
                Value.fields("FilterName", Value.text(name(activity)))
                        .with("LogGroupName", logGroup)
                        .with("FilterPattern", Value.text(activity.pattern()))
                        .with("MetricTransformations",
                                Value.items(Value.fields("MetricNamespace", Value.text(NAMESPACE))
                                        .with("MetricName", Value.text(name(activity)))
                                        .with("MetricValue", Value.text("1")))));
    }

    static StackResource alarm(Activity activity, String namespace, String metric, Value topic) {
        return resource("Alarm", activity, "AWS::CloudWatch::Alarm",
                Value.fields("AlarmName", Value.text(name(activity)))
                        .with("Namespace", Value.text(namespace))
                        .with("MetricName", Value.text(metric))
                        .with("Statistic", Value.text(TRIGGER.statistic()))
                        .with("Period", Value.number(TRIGGER.periodSeconds()))
                        .with("EvaluationPeriods", Value.number(TRIGGER.datapointsToAlarm()))
                        .with("Threshold", Value.number((long) TRIGGER.threshold()))
                        .with("ComparisonOperator", Value.text(TRIGGER.comparison()))
                        .with("TreatMissingData", Value.text(TRIGGER.missingData()))
                        .with("ActionsEnabled", Value.flag(true))
                        .with("AlarmActions", Value.items(topic)));
    }

    private static StackResource resource(String kind, Activity activity, String type, Fields properties) {
        return new StackResource(ItemId.ACTIVITY_ALARMS, Stack.SECURITY, kind + LogicalIds.of(activity.id()), type,
                properties, false,
                Set.of());
    }
}
