package footing.aws.apply;

import com.fasterxml.jackson.databind.JsonNode;
import footing.account.Region;
import footing.plan.Change;
import footing.plan.Change.StackResource;
import footing.plan.Plan;
import footing.plan.Setting;
import footing.practice.PracticeAccount;
import footing.practice.StackState;
import footing.practice.StackState.Resource;
import footing.practice.StateDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where in the practice account's state a plan's changes may be seen, and nowhere else. */
final class PlannedPlaces {

    /** The table of each type of resource that has a row of its own. */
    private static final Map<String, List<String>> TABLES = Map.ofEntries(
            Map.entry("AWS::AccessAnalyzer::Analyzer", List.of("access", "analyzers")),
            Map.entry("AWS::BCMDataExports::Export", List.of("billing", "exports")),
            Map.entry("AWS::Budgets::Budget", List.of("billing", "budgets")),
            Map.entry("AWS::CloudTrail::Trail", List.of("trails")),
            Map.entry("AWS::CloudWatch::Alarm", List.of("alarms")),
            Map.entry("AWS::Config::ConfigRule", List.of("config", "rules")),
            Map.entry("AWS::Config::ConfigurationRecorder", List.of("config", "recorders")),
            Map.entry("AWS::Config::DeliveryChannel", List.of("config", "channels")),
            Map.entry("AWS::Events::Rule", List.of("events", "rules")),
            Map.entry("AWS::IAM::Group", List.of("iam", "groups")),
            Map.entry("AWS::IAM::Role", List.of("iam", "roles")),
            Map.entry("AWS::IAM::ServiceLinkedRole", List.of("iam", "roles")),
            Map.entry("AWS::Logs::LogGroup", List.of("logGroups")), Map.entry("AWS::S3::Bucket", List.of("buckets")),
            Map.entry("AWS::SNS::Topic", List.of("topics")));

    private final PracticeAccount after;
    private final List<List<String>> places = new ArrayList<>();

    private PlannedPlaces(PracticeAccount after) {
        this.after = after;
    }

    static List<List<String>> of(Plan plan, PracticeAccount after) {
        PlannedPlaces places = new PlannedPlaces(after);
        plan.changes().forEach((planned) -> {
            switch (planned.change()) {
                case StackResource resource -> places.resource(resource, plan.home());
                case Change.DirectSetting<?> setting -> places.places.addAll(of(setting.setting()));
                case Change.ManualStep step -> throw new AssertionError("nobody does " + step);
            }
        });
        return places.places;
    }

    private void resource(StackResource planned, Region home) {
        StackState stack = after.stacks()
                .all()
                .stream()
                .filter((one) -> one.name().equals(planned.stack().stackName())
                        && one.region().equals(planned.stack().region(home).id()))
                .findFirst()
                .orElseThrow();
        Resource made = stack.resource(planned.logicalId()).orElseThrow();
        JsonNode properties = StateDiff.parsed(made.applied().properties());
        places.add(List.of("stacks", stack.stackId()));
        switch (planned.type()) {
            case "AWS::S3::BucketPolicy" ->
                places.add(List.of("buckets", properties.path("Bucket").asText(), "policy"));
            case "AWS::SNS::TopicPolicy" -> properties.path("Topics")
                    .forEach((topic) -> places.add(List.of("topics", topic.asText(), "attributes", "Policy")));
            case "AWS::SNS::Subscription" ->
                places.add(List.of("topics", properties.path("TopicArn").asText(), "subscriptions"));
            case "AWS::Logs::MetricFilter" ->
                rows(List.of("logGroups"), properties.path("LogGroupName").asText(), stack)
                        .forEach(
                                (row) -> places.add(Stream.concat(row.stream(), Stream.of("filters", made.physicalId()))
                                        .toList()));
            default ->
                places.addAll(rows(TABLES.getOrDefault(planned.type(), List.of()), made.physicalId(), stack).toList());
        }
    }

    /** The rows of a table that are about a thing of this id: some are kept by the ARN, some by Region or by name. */
    private Stream<List<String>> rows(List<String> table, String id, StackState stack) {
        JsonNode rows = StateDiff.json(after);
        for (String name : table) {
            rows = rows.path(name);
        }
        JsonNode all = rows;
        boolean byRegion = table.equals(List.of("config", "recorders")) || table.equals(List.of("config", "channels"));
        return all.properties()
                .stream()
                .filter((row) -> byRegion
                        ? row.getKey().equals(stack.region())
                        : row.getKey().equals(id) || row.getKey().endsWith(":" + id) || row.getKey().endsWith("/" + id)
                                || row.getValue().at("/rule/ConfigRuleName").asText().equals(id))
                .filter((row) -> row.getValue().path("region").asText(stack.region()).equals(stack.region()))
                .map((row) -> Stream.concat(table.stream(), Stream.of(row.getKey())).toList());
    }

    private static List<List<String>> of(Setting<?> setting) {
        return switch (setting) {
            case Setting.PrimaryContactSetting s -> List.of(List.of("contact"));
            case Setting.AlternateContactSetting s -> List.of(List.of("alternateContacts", s.type().name()));
            case Setting.PasswordPolicySetting s -> List.of(List.of("iam", "passwordPolicy"));
            case Setting.TrailCoverageSetting s ->
                List.of(List.of("trails", s.trailArn(), "trail", "IsMultiRegionTrail"),
                        List.of("trails", s.trailArn(), "trail", "IncludeGlobalServiceEvents"),
                        List.of("trails", s.trailArn(), "selectors"), List.of("trails", s.trailArn(), "logging"));
            case Setting.TrailSelectorsSetting s -> List.of(List.of("trails", s.trailArn(), "selectors"),
                    List.of("trails", s.trailArn(), "advancedSelectors"));
            case Setting.TrailValidationSetting s ->
                List.of(List.of("trails", s.trailArn(), "trail", "LogFileValidationEnabled"));
            case Setting.TrailLogDeliverySetting s ->
                List.of(List.of("trails", s.trailArn(), "trail", "CloudWatchLogsLogGroupArn"),
                        List.of("trails", s.trailArn(), "trail", "CloudWatchLogsRoleArn"));
            case Setting.BucketPolicySetting s -> List.of(List.of("buckets", s.bucket(), "policy"));
            case Setting.BucketPublicAccessSetting s -> List.of(List.of("buckets", s.bucket(), "publicAccessBlock"));
            case Setting.BucketVersioningSetting s -> List.of(List.of("buckets", s.bucket(), "versioning"));
            case Setting.ConfigRecorderSetting s ->
                List.of(List.of("config", "recorders", s.region().id(), "recorder", "recordingGroup"),
                        List.of("config", "recorders", s.region().id(), "recording"),
                        List.of("config", "recorders", s.region().id(), "startedAt"));
            case Setting.TopicPolicySetting s -> List.of(List.of("topics", s.topicArn(), "attributes", "Policy"));
            case Setting.AccountPublicAccessSetting s -> List.of(List.of("beyond", "publicAccessBlock"));
            case Setting.EbsEncryptionSetting s -> List.of(List.of("beyond", "encryptedRegions"));
            case Setting.StackProtectionSetting s -> throw new AssertionError("no stack was there before: " + s);
        };
    }
}
