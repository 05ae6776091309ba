package footing.baseline.item;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.ConfigRecording;
import footing.account.DeployedStack;
import footing.account.ConfigRecording.Scope;
import footing.account.ConfigRecording.Status;
import footing.account.ConfigRule.Managed;
import footing.account.EventRule.Target;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.account.SampleConfig;
import footing.account.States;
import footing.account.Topic;
import footing.baseline.Baseline;
import footing.choices.Choices;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Change.StackResource;
import footing.plan.Plan;
import footing.plan.Remedy;
import footing.plan.Setting;
import footing.plan.Stack;
import footing.plan.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigRemediesTest {

    private static final Region OTHER = SampleConfig.OTHER;

    private static Choices choices(AccountState account) {
        return ExampleChoices.of(account).withRegions(SampleConfig.REGIONS);
    }

    private static Map<ItemId, Remedy> remedies(AccountState account) {
        return Baseline.remedies(account, choices(account));
    }

    private static List<Change> changes(AccountState account, ItemId item) {
        return remedies(account).get(item) instanceof Remedy.Changes(List<Change> changes, _) ? changes : List.of();
    }

    private static List<String> resources(AccountState account, ItemId item) {
        return changes(account, item).stream()
                .filter(StackResource.class::isInstance)
                .map((change) -> ((StackResource) change).stack().label() + " " + ((StackResource) change).logicalId())
                .toList();
    }

    private static StackResource resource(AccountState account, ItemId item, Stack stack, String logicalId) {
        return changes(account, item).stream()
                .filter((change) -> change instanceof StackResource one && one.stack().equals(stack)
                        && one.logicalId().equals(logicalId))
                .map(StackResource.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** An account in which nothing is set up, of two Regions. */
    private static States untouched() {
        return States.fresh();
    }

    private static AccountState recording(ConfigRecording elsewhere) {
        return untouched()
                .seen(Fact.CONFIG_RECORDING,
                        Regional.of(SampleConfig.REGIONS, (region) -> Reading.seen(region.equals(OTHER)
                                ? elsewhere
                                : new ConfigRecording(Optional.empty(), Optional.empty()))))
                .account();
    }

    @Test
    void recorders_areMadeInEveryRegion_withIamInTheHomeRegion_andTheRoleOnce() {
        AccountState account = untouched().account();

        assertThat(resources(account, ItemId.CONFIG_RECORDER)).containsExactly(
                "footing-config-eu-central-1 ConfigRecorder", "footing-config-eu-central-1 DeliveryChannel",
                "footing-config-us-east-1 ConfigRecorder", "footing-config-us-east-1 DeliveryChannel",
                "footing-security ConfigServiceRole");
        assertThat(global(account, States.HOME)).isTrue();
        assertThat(global(account, OTHER)).isFalse();
        // Recorder and channel wait for each other by themselves.
        assertThat(resource(account, ItemId.CONFIG_RECORDER, Stack.config(OTHER), "DeliveryChannel").after()).isEmpty();
    }

    private static boolean global(AccountState account, Region region) {
        Value group = resource(account, ItemId.CONFIG_RECORDER, Stack.config(region), "ConfigRecorder").properties()
                .fields()
                .getOrDefault("RecordingGroup", Value.ABSENT);
        return group instanceof Value.Fields fields
                && Value.flag(true).equals(fields.fields().get("IncludeGlobalResourceTypes"));
    }

    @Test
    void role_isNotMade_whenItIsThere_andNothingIsMadeWhenNobodyCouldLook() {
        assertThat(resources(untouched().seen(Fact.CONFIG_ROLE, true).account(), ItemId.CONFIG_RECORDER))
                .doesNotContain("footing-security ConfigServiceRole")
                .hasSize(4);
        assertThat(remedies(untouched().denied(Fact.CONFIG_ROLE, "iam:GetRole").account()))
                .containsEntry(ItemId.CONFIG_RECORDER, Remedy.nothing(Remedy.Reason.NOT_SEEN));
    }

    @Test
    void recorderOfTheAccount_isStartedAndWidened_neverReplaced() {
        ConfigRecording weak = new ConfigRecording(
                Optional.of(SampleConfig.recorder("mine", SampleConfig.SERVICE_ROLE,
                        SampleConfig.scope(Scope.Kind.ONLY, "AWS::S3::Bucket"),
                        new Status(false, Optional.empty(), Optional.empty()))),
                SampleConfig.recording(Scope.all(false)).channel());
        AccountState account = recording(weak);

        assertThat(resources(account, ItemId.CONFIG_RECORDER))
                .doesNotContain("footing-config-us-east-1 ConfigRecorder", "footing-config-us-east-1 DeliveryChannel");
        assertThat(changes(account, ItemId.CONFIG_RECORDER)).filteredOn(Change.DirectSetting.class::isInstance)
                .singleElement()
                .isEqualTo(new Change.DirectSetting<>(ItemId.CONFIG_RECORDER,
                        new Setting.ConfigRecorderSetting("mine", OTHER),
                        new Setting.Recording(false, SampleConfig.scope(Scope.Kind.ONLY, "AWS::S3::Bucket")),
                        new Setting.Recording(true, Scope.all(false)), Change.When.AFTER_STACKS));
        // Rules stand beside it, and wait for nothing.
        assertThat(resource(account, ItemId.CONFIG_RULES, Stack.config(OTHER), "IncomingSshDisabledRule").after())
                .isEmpty();
    }

    @Test
    void iam_staysWhereItIsRecorded() {
        AccountState account = recording(SampleConfig.recording(Scope.all(true)));

        assertThat(global(account, States.HOME)).isFalse();
    }

    @Test
    void channelThatIsThere_isNotMadeTwice() {
        AccountState account = recording(
                new ConfigRecording(Optional.empty(), SampleConfig.recording(Scope.all(true)).channel()));

        assertThat(resources(account, ItemId.CONFIG_RECORDER)).contains("footing-config-us-east-1 ConfigRecorder")
                .doesNotContain("footing-config-us-east-1 DeliveryChannel");
    }

    @Test
    void landingZonesRecorder_isLeftAlone() {
        ConfigRecording theirs = new ConfigRecording(
                Optional.of(SampleConfig.recorder("aws-controltower-BaselineConfigRecorder", SampleConfig.SERVICE_ROLE,
                        Scope.all(false), new Status(false, Optional.empty(), Optional.empty()))),
                Optional.empty());

        assertThat(changes(recording(theirs), ItemId.CONFIG_RECORDER))
                .noneMatch((change) -> change instanceof Change.DirectSetting<?>)
                .noneMatch((change) -> change instanceof StackResource one && one.stack().equals(Stack.config(OTHER)));
        assertThat(remedies(recording(theirs))).containsEntry(ItemId.CONFIG_RECORDER,
                Remedy.nothing(Remedy.Reason.FORBIDDEN));
    }

    @Test
    void goodAccount_isAdopted_asItIs() {
        AccountState account = SampleConfig.good(States.fresh()).account();

        assertThat(remedies(account)).containsEntry(ItemId.CONFIG_RECORDER, Remedy.nothing(Remedy.Reason.ADOPTED))
                .containsEntry(ItemId.CONFIG_RULES, Remedy.nothing(Remedy.Reason.ADOPTED));
        assertThat(resources(account, ItemId.CONFIG_NOTIFICATIONS)).isEmpty();
    }

    @Test
    void rules_areThoseThatAreMissing() {
        AccountState account = SampleConfig.good(States.fresh())
                .seen(Fact.CONFIG_RULES,
                        Regional.of(SampleConfig.REGIONS,
                                (region) -> Reading.seen(SampleConfig.rules(Managed.INCOMING_SSH_DISABLED))))
                .account();

        assertThat(resources(account, ItemId.CONFIG_RULES)).containsExactly(
                "footing-config-eu-central-1 IncomingSshDisabledRule",
                "footing-config-us-east-1 IncomingSshDisabledRule");
    }

    @Test
    void findings_areForwardedToTheHomeRegion_andToldThere() {
        AccountState account = untouched().account();

        assertThat(resources(account, ItemId.CONFIG_NOTIFICATIONS)).containsExactly(
                "footing-config-us-east-1 ComplianceEvents", "footing-security ComplianceForwardRole",
                "footing-config-eu-central-1 ComplianceEvents");
        assertThat(resource(account, ItemId.CONFIG_NOTIFICATIONS, Stack.config(OTHER), "ComplianceEvents").properties()
                .toString()).contains("event-bus/default", "footing-config-to-eu-central-1");
        assertThat(resource(account, ItemId.CONFIG_NOTIFICATIONS, Stack.config(States.HOME), "ComplianceEvents")
                .properties()
                .toString()).contains(":sns:eu-central-1:", "footing-incoming-ssh-disabled");
    }

    @Test
    void eventBridge_isLetIntoTheTopic_onlyWhereItTellsOfSomething() {
        AccountState account = untouched().account();
        Choices choices = choices(account);

        assertThat(topicPolicy(account, choices)).contains("FootingEvents");
        assertThat(topicPolicy(account, choices.withLeave(Set.of(ItemId.CONFIG_NOTIFICATIONS))))
                .doesNotContain("FootingEvents");
        // What an event rule of the stack tells already, it tells on where it is left as it is.
        DeployedStack stack = new DeployedStack("footing-config", States.HOME, "CREATE_COMPLETE", "", List.of(
                new DeployedStack.Resource("ComplianceEvents", "AWS::Events::Rule", "footing-config-findings",
                        "CREATE_COMPLETE")));
        AccountState made = untouched()
                .seen(Fact.CONFIG_STACKS, Regional.of(SampleConfig.REGIONS,
                        (region) -> Reading.seen(Optional.of(stack).filter((one) -> region.equals(States.HOME)))))
                .account();
        assertThat(topicPolicy(made, choices.withLeave(Set.of(ItemId.CONFIG_NOTIFICATIONS))))
                .contains("FootingEvents");
        AccountState unseen = untouched()
                .seen(Fact.CONFIG_STACKS,
                        Regional.of(SampleConfig.REGIONS, (region) -> States.denied("cloudformation:DescribeStacks")))
                .account();
        assertThat(topicPolicy(unseen, choices)).contains("FootingEvents");
    }

    private static String topicPolicy(AccountState account, Choices choices) {
        return TopicResources.policy(account, choices).properties().toString();
    }

    @Test
    void securityTopic_isNotOpenedToEventBridge_whereFindingsReachAListByAnotherTopic() {
        Topic security = new Topic("arn:aws:sns:eu-central-1:123456789012:company-security", "company-security",
                States.HOME, List.of(SampleConfig.subscription(true)),
                Reading.seen(new Topic.Access(SampleConfig.DEFAULT_POLICY, Optional.empty())));
        AccountState account = SampleConfig.good(States.fresh()).seen(Fact.TOPICS, List.of(security)).account();
        Choices choices = ExampleChoices.of(account).withRegions(SampleConfig.REGIONS);

        assertThat(TopicPlan.of(account, choices)).isEqualTo(new TopicPlan.Adopted(security));
        assertThat(new ConfigNotifications().remedy(account, choices)).isInstanceOf(Remedy.Nothing.class);
        AccountState closed = account.with(Fact.EVENT_TOPICS,
                Reading.seen(Map.of(SampleConfig.TOPIC, Reading.seen(Optional.of(SampleConfig.topic(
                        SampleConfig.DEFAULT_POLICY, SampleConfig.subscription(true)))))));
        assertThat(new ConfigNotifications().remedy(closed, choices)).asString().contains("TopicPolicySetting");
    }

    @Test
    void findings_takeTheWayThatIsThere_onceTheOtherRegionForwards() {
        AccountState account = SampleConfig.good(States.fresh())
                .seen(Fact.CONFIG_EVENTS,
                        Regional.of(SampleConfig.REGIONS, (region) -> Reading.seen(region.equals(OTHER)
                                ? List.of()
                                : List.of(SampleConfig.rule("tell",
                                        new Target(SampleConfig.TOPIC, Optional.empty()))))))
                .account();

        assertThat(resources(account, ItemId.CONFIG_NOTIFICATIONS)).containsExactly(
                "footing-config-us-east-1 ComplianceEvents", "footing-security ComplianceForwardRole");
    }

    @Test
    void regions_ofWhichTheStackWasNotSeen_areLeftAlone() {
        AccountState account = untouched()
                .seen(Fact.CONFIG_STACKS,
                        Regional.of(SampleConfig.REGIONS, (region) -> region.equals(OTHER)
                                ? States.denied("cloudformation:DescribeStacks")
                                : Reading.seen(Optional.empty())))
                .account();

        assertThat(resources(account, ItemId.CONFIG_RECORDER)).noneMatch((one) -> one.contains("us-east-1"));
        assertThat(resources(account, ItemId.CONFIG_NOTIFICATIONS))
                .containsExactly("footing-config-eu-central-1 ComplianceEvents");
    }

    @Test
    void rules_needARecorder() {
        AccountState account = untouched().account();
        Choices choices = choices(account).withLeave(Set.of(ItemId.CONFIG_RECORDER));

        Map<ItemId, Remedy> remedies = Baseline.remedies(account, choices);

        assertThat(remedies).containsEntry(ItemId.CONFIG_RULES, Remedy.nothing(Remedy.Reason.NEEDS_ANOTHER))
                .containsEntry(ItemId.CONFIG_NOTIFICATIONS, Remedy.nothing(Remedy.Reason.NEEDS_ANOTHER));
        assertThat(Plan.of(account, remedies, Map.of()).stacks()).allSatisfy((stack, resources) -> assertThat(resources)
                .noneMatch((one) -> one.type().startsWith("AWS::Config::") || one.type().startsWith("AWS::Events::")));
    }
}
