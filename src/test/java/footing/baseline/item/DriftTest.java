package footing.baseline.item;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.account.Fact;
import footing.account.MetricAlarm;
import footing.account.MetricFilter;
import footing.account.SampleTrails;
import footing.account.States;
import footing.account.Topic;
import footing.baseline.Baseline;
import footing.choices.Activity;
import footing.choices.Choices;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.plan.Change.StackResource;
import footing.plan.Plan;
import footing.plan.Remedy;
import footing.plan.ResourceTypes;
import footing.plan.Stack;
import footing.template.Templates;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody changed outside of the stack is told as that, and not as what people chose. */
class DriftTest {

    private static final String GROUP = "arn:aws:logs:eu-central-1:" + States.ACCOUNT
            + ":log-group:footing/cloudtrail";
    private static final String TOPIC = "arn:aws:sns:eu-central-1:" + States.ACCOUNT + ":footing-security";

    private static DeployedStack stack() {
        AccountState fresh = States.fresh().account();
        Plan plan = Plan.of(fresh, Baseline.remedies(fresh, ExampleChoices.of(fresh)), Map.of());
        return new DeployedStack("footing-security", States.HOME, "CREATE_COMPLETE",
                Templates.text(plan, Stack.SECURITY), plan.stacks()
                        .getOrDefault(Stack.SECURITY, List.of())
                        .stream()
                        .map((made) -> new DeployedStack.Resource(made.logicalId(), made.type(), physicalId(made),
                                "CREATE_COMPLETE"))
                        .toList());
    }

    private static String physicalId(StackResource made) {
        return made.logicalId().equals("SecurityTopic") ? TOPIC : ResourceTypes.nameOf(made);
    }

    private static String name(Activity activity) {
        return "footing-" + activity.id();
    }

    @Test
    void alarms_areNotInEffect_whereTheStackIsWhole_andTheirActionsWereSwitchedOff() {
        AccountState account = States.fresh()
                .seen(Fact.SECURITY_STACK, Optional.of(stack()))
                .seen(Fact.TRAILS, List.of(SampleTrails.good("footing", States.ACCOUNT)
                        .logGroup(Optional.of(GROUP))
                        .trail()))
                .seen(Fact.METRIC_FILTERS, Arrays.stream(Activity.values())
                        .map((one) -> new MetricFilter(name(one), GROUP, States.HOME, one.pattern(),
                                "Footing/Activity", name(one)))
                        .toList())
                .seen(Fact.ALARMS, Arrays.stream(Activity.values())
                        .map((one) -> new MetricAlarm(name(one), "arn", States.HOME, "Footing/Activity", name(one),
                                Optional.of(AlarmResources.TRIGGER), false, List.of(TOPIC)))
                        .toList())
                .seen(Fact.TOPICS, List.of(new Topic(TOPIC, "footing-security", States.HOME,
                        List.of(SampleTrails.subscription("aws-security@example.com", true)),
                        SampleTrails.topic("x").access())))
                .account();
        Choices choices = ExampleChoices.of(account);
        Plan again = Plan.of(account, Baseline.remedies(account, choices), Templates.deployed(account));

        assertThat(again.changes()).noneMatch((change) -> change.item() == ItemId.ACTIVITY_ALARMS);
        assertThat(again.untouched()).containsEntry(ItemId.ACTIVITY_ALARMS, Remedy.Reason.NOT_IN_EFFECT);
    }
}
