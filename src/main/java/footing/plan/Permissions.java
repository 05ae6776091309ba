package footing.plan;

import footing.account.Permission;
import footing.account.Region;
import footing.choices.LogicalIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Exactly what it takes to apply a plan. */
public final class Permissions {

    private static final String PASS_ROLE = "iam:PassRole";
    private static final Permission CREATE_SERVICE_ROLE = new Permission("iam:CreateServiceLinkedRole");

    private Permissions() {
    }

    /** All of it: what is called directly, and what CloudFormation calls with the caller's permissions. */
    public static SortedSet<Permission> of(Plan plan) {
        SortedSet<Permission> all = new TreeSet<>(called(plan));
        all.addAll(behind(plan));
        return Collections.unmodifiableSortedSet(all);
    }

    /** The actions behind the calls that applying the plan makes itself, also where it goes wrong. */
    public static SortedSet<Permission> called(Plan plan) {
        SortedSet<Permission> called = new TreeSet<>();
        for (PlannedChange change : plan.changes()) {
            called.addAll(switch (change.change()) {
                case Change.StackResource resource when !plan.stacks().containsKey(resource.stack()) ->
                    actions("cloudformation:DeleteStack", "cloudformation:DescribeStackEvents",
                            "cloudformation:DescribeStacks", "cloudformation:ListChangeSets",
                            "cloudformation:DeleteChangeSet", "cloudformation:GetTemplate",
                            "cloudformation:ListStackResources",
                            "cloudformation:UpdateTerminationProtection");
                case Change.StackResource resource -> actions("cloudformation:CreateChangeSet",
                        "cloudformation:DeleteChangeSet", "cloudformation:DeleteStack",
                        "cloudformation:DescribeChangeSet", "cloudformation:DescribeStackEvents",
                        "cloudformation:DescribeStacks", "cloudformation:ExecuteChangeSet",
                        "cloudformation:GetTemplate", "cloudformation:ListChangeSets",
                        "cloudformation:UpdateTerminationProtection");
                case Change.DirectSetting<?> setting -> ofSetting(setting);
                case Change.ManualStep step -> List.<Permission>of();
            });
        }
        return Collections.unmodifiableSortedSet(called);
    }

    /** The actions that AWS checks behind those calls: CloudFormation's own calls, roles passed on, tags. */
    public static SortedSet<Permission> behind(Plan plan) {
        SortedSet<Permission> behind = new TreeSet<>();
        for (PlannedChange change : plan.changes()) {
            behind.addAll(switch (change.change()) {
                case Change.StackResource resource -> ofResource(resource, change.kind());
                case Change.DirectSetting<?> setting -> passesRole(setting, change.kind())
                        ? actions(PASS_ROLE)
                        : List.<Permission>of();
                case Change.ManualStep step -> List.<Permission>of();
            });
        }
        return Collections.unmodifiableSortedSet(behind);
    }

    /** A recorder is put whole, with the role that it has. */
    private static boolean passesRole(Change.DirectSetting<?> setting, PlannedChange.Kind kind) {
        return (setting.setting() instanceof Setting.TrailLogDeliverySetting && kind != PlannedChange.Kind.REMOVE)
                || setting.setting() instanceof Setting.ConfigRecorderSetting;
    }

    /** All of it as a policy, on no more resources than can be told beforehand. */
    public static IamPolicy policy(Plan plan) {
        List<String> stacks = plan.changes()
                .stream()
                .map(PlannedChange::change)
                .flatMap((change) -> stackArn(plan, change).stream())
                .distinct()
                .sorted()
                .toList();
        List<String> made = rolesMade(plan).toList();
        List<IamPolicy.Statement> statements = new ArrayList<>();
        SortedSet<Permission> rest = new TreeSet<>(of(plan));
        take(rest, "Stacks", stacks, Map.of(), statements,
                (action) -> action.startsWith("cloudformation:"));
        SortedMap<PassedRoles.To, SortedSet<String>> passed = PassedRoles.of(plan);
        Permission pass = new Permission(PASS_ROLE);
        if (!passed.isEmpty() && rest.remove(pass)) {
            passed.forEach((to, roles) -> statements.add(new IamPolicy.Statement(to.sid(),
                    new TreeSet<>(List.of(pass)), List.copyOf(roles), Map.of("iam:PassedToService", to.service()))));
        }
        serviceRoles(plan).forEach((service, arn) -> statements.add(new IamPolicy.Statement(
                "ServiceRoleOf" + LogicalIds.of(service.replace(".amazonaws.com", "")),
                new TreeSet<>(List.of(CREATE_SERVICE_ROLE)), List.of(arn), Map.of("iam:AWSServiceName", service))));
        if (!serviceRoles(plan).isEmpty()) {
            rest.remove(CREATE_SERVICE_ROLE);
        }
        take(rest, "Roles", made, Map.of(), statements,
                (action) -> action.startsWith("iam:") && action.contains("Role"));
        take(rest, "Groups", made(plan, "AWS::IAM::Group", "group/").toList(), Map.of(), statements,
                (action) -> action.startsWith("iam:") && action.contains("Group"));
        take(rest, "SamlProviders", made(plan, "AWS::IAM::SAMLProvider", "saml-provider/").toList(), Map.of(),
                statements, (action) -> action.contains("SAMLProvider"));
        take(rest, "OpenIdProviders", made(plan, "AWS::IAM::OIDCProvider", "oidc-provider/").toList(), Map.of(),
                statements, (action) -> action.contains("OpenIDConnectProvider"));
        take(rest, "Buckets", buckets(plan), Map.of(), statements,
                (action) -> action.startsWith("s3:") && !action.contains("Account"));
        statements.addAll(IamPolicy.allowing(rest).statements());
        return new IamPolicy(statements);
    }

    /** The stacks of AWS Config in whatever Region: twenty of them would make the policy too long. */
    private static Optional<String> stackArn(Plan plan, Change change) {
        return switch (change) {
            case Change.StackResource resource -> Optional.of(stackArn(plan, resource.stack().stackName(),
                    resource.stack().region(plan.home())));
            case Change.DirectSetting<?> setting -> setting
                    .setting() instanceof Setting.StackProtectionSetting(String name, Region region)
                            ? Optional.of(stackArn(plan, name, region))
                            : Optional.empty();
            case Change.ManualStep step -> Optional.empty();
        };
    }

    private static String stackArn(Plan plan, String name, Region region) {
        boolean inEach = ChangeGroup.Elsewhere.isInEach(new Setting.StackProtectionSetting(name, region));
        return arn(plan, "cloudformation", inEach ? "*" : region.id(), "stack/" + name + "/*");
    }

    private static void take(SortedSet<Permission> from, String sid, List<String> resources,
            Map<String, String> equal, List<IamPolicy.Statement> into,
            java.util.function.Predicate<String> which) {
        SortedSet<Permission> taken = new TreeSet<>(from);
        taken.removeIf((permission) -> !which.test(permission.action()));
        if (!taken.isEmpty() && !resources.isEmpty()) {
            into.add(new IamPolicy.Statement(sid, taken, resources, equal));
            from.removeAll(taken);
        }
    }

    private static Stream<String> rolesMade(Plan plan) {
        return Stream.concat(made(plan, "AWS::IAM::Role", "role/"),
                made(plan, "AWS::IAM::ServiceLinkedRole", "role/aws-service-role/").map((arn) -> arn + "/*"));
    }

    /** The roles that AWS makes for a service of its own, by the service: asked for, or made along with something. */
    private static SortedMap<String, String> serviceRoles(Plan plan) {
        SortedMap<String, String> roles = new TreeMap<>();
        plan.changes()
                .stream()
                .filter((change) -> change.kind() != PlannedChange.Kind.REMOVE)
                .map(PlannedChange::change)
                .filter(Change.StackResource.class::isInstance)
                .map(Change.StackResource.class::cast)
                .flatMap((resource) -> switch (resource.type()) {
                    case "AWS::IAM::ServiceLinkedRole" -> Stream.of(ResourceTypes.nameOf(resource));
                    case "AWS::AccessAnalyzer::Analyzer" -> Stream.of("access-analyzer.amazonaws.com");
                    case "AWS::GuardDuty::Detector" -> Stream.of("guardduty.amazonaws.com");
                    default -> Stream.<String>of();
                })
                .forEach((service) -> roles.put(service, arn(plan, "iam", "",
                        "role/aws-service-role/" + service + "/*")));
        return roles;
    }

    /** The ARNs of what is made, changed or taken away of a type of IAM's. */
    private static Stream<String> made(Plan plan, String type, String kind) {
        return plan.changes()
                .stream()
                .flatMap((change) -> names(change, type))
                .map((name) -> arn(plan, "iam", "", kind + name.replaceFirst("^https://", "")))
                .distinct()
                .sorted();
    }

    /** The buckets that are made, changed or taken away, or whose policy is; none of them is emptied. */
    private static List<String> buckets(Plan plan) {
        return plan.changes()
                .stream()
                .flatMap((change) -> change.change() instanceof Change.DirectSetting<?> setting
                        ? bucket(setting.setting()).stream()
                        : Stream.of("AWS::S3::Bucket", "AWS::S3::BucketPolicy").flatMap((type) -> names(change, type)))
                .map((name) -> "arn:" + plan.identity().partition().id() + ":s3:::" + name)
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<String> bucket(Setting<?> setting) {
        return Optional.of(Settings.subject(setting)).filter((name) -> Settings.kind(setting).startsWith("bucket-"));
    }

    /** What a resource of a type is called, and was called before, where another takes its place. */
    private static Stream<String> names(PlannedChange change, String type) {
        if (!(change.change() instanceof Change.StackResource resource) || !resource.type().equals(type)) {
            return Stream.empty();
        }
        List<String> names = Stream.of(change.before(), change.after())
                .map((body) -> ResourceBody.property(body, ResourceTypes.of(type).name()))
                .filter(Value.Text.class::isInstance)
                .map((name) -> ((Value.Text) name).text())
                .toList();
        return names.isEmpty() ? Stream.of(ResourceTypes.nameOf(resource)) : names.stream();
    }

    private static List<Permission> ofResource(Change.StackResource resource, PlannedChange.Kind kind) {
        ResourceTypes.ResourceType type = ResourceTypes.of(resource.type());
        Set<String> properties = new TreeSet<>(resource.properties().fields().keySet());
        if (type.tags()) {
            properties.add("Tags");
        }
        // What was made is deleted again where the stack is rolled back.
        List<Permission> actions = new ArrayList<>(switch (kind) {
            case CREATE -> Stream.concat(type.create().stream(), type.delete().stream()).toList();
            case UPDATE -> type.update();
            case REPLACE -> Stream.of(type.create(), type.update(), type.delete()).flatMap(List::stream).toList();
            case REMOVE -> resource.keep() ? List.<Permission>of() : type.delete();
            // Settings are put back, and no resources.
            case RESTORE -> List.<Permission>of();
        });
        if (kind != PlannedChange.Kind.REMOVE) {
            properties.forEach((property) -> actions.addAll(type.properties().getOrDefault(property, List.of())));
        }
        actions.add(new Permission("cloudformation:TagResource"));
        return actions;
    }

    private static <T> List<Permission> ofSetting(Change.DirectSetting<T> change) {
        boolean set = !SettingValues.show(change.setting(), change.after()).equals(Value.ABSENT);
        return switch (change.setting()) {
            case Setting.PrimaryContactSetting s ->
                actions("account:GetContactInformation", "account:PutContactInformation");
            case Setting.AlternateContactSetting s -> actions("account:GetAlternateContact",
                    set ? "account:PutAlternateContact" : "account:DeleteAlternateContact");
            case Setting.PasswordPolicySetting s -> actions("iam:GetAccountPasswordPolicy",
                    set ? "iam:UpdateAccountPasswordPolicy" : "iam:DeleteAccountPasswordPolicy");
            case Setting.TrailCoverageSetting s ->
                ofCoverage((Setting.TrailCoverage) change.before(), (Setting.TrailCoverage) change.after());
            case Setting.TrailSelectorsSetting s ->
                actions("cloudtrail:GetEventSelectors", "cloudtrail:PutEventSelectors");
            case Setting.TrailValidationSetting s ->
                actions("cloudtrail:DescribeTrails", "cloudtrail:UpdateTrail");
            case Setting.TrailLogDeliverySetting s ->
                actions("cloudtrail:DescribeTrails", "cloudtrail:UpdateTrail");
            case Setting.BucketPolicySetting s ->
                actions("s3:GetBucketPolicy", set ? "s3:PutBucketPolicy" : "s3:DeleteBucketPolicy");
            case Setting.BucketPublicAccessSetting s ->
                actions("s3:GetBucketPublicAccessBlock", "s3:PutBucketPublicAccessBlock");
            case Setting.BucketVersioningSetting s -> actions("s3:GetBucketVersioning", "s3:PutBucketVersioning");
            case Setting.ConfigRecorderSetting s ->
                ofRecording((Setting.Recording) change.before(), (Setting.Recording) change.after());
            case Setting.TopicPolicySetting s -> actions("sns:GetTopicAttributes", "sns:SetTopicAttributes");
            case Setting.StackProtectionSetting s ->
                actions("cloudformation:DescribeStacks", "cloudformation:UpdateTerminationProtection");
            case Setting.AccountPublicAccessSetting s ->
                actions("s3:GetAccountPublicAccessBlock", "s3:PutAccountPublicAccessBlock");
            case Setting.EbsEncryptionSetting s -> actions("ec2:GetEbsEncryptionByDefault",
                    Boolean.TRUE.equals(change.after())
                            ? "ec2:EnableEbsEncryptionByDefault"
                            : "ec2:DisableEbsEncryptionByDefault");
        };
    }

    private static List<Permission> ofCoverage(Setting.TrailCoverage before, Setting.TrailCoverage after) {
        List<Permission> actions = new ArrayList<>(actions("cloudtrail:DescribeTrails", "cloudtrail:GetEventSelectors",
                "cloudtrail:GetTrailStatus"));
        if (before.multiRegion() != after.multiRegion() || before.globalEvents() != after.globalEvents()) {
            actions.addAll(actions("cloudtrail:UpdateTrail"));
        }
        if (before.allManagementEvents() != after.allManagementEvents()) {
            actions.addAll(actions("cloudtrail:PutEventSelectors"));
        }
        if (before.logging() != after.logging()) {
            actions.addAll(actions(after.logging() ? "cloudtrail:StartLogging" : "cloudtrail:StopLogging"));
        }
        return actions;
    }

    private static List<Permission> ofRecording(Setting.Recording before, Setting.Recording after) {
        List<Permission> actions = new ArrayList<>(actions("config:DescribeConfigurationRecorderStatus",
                "config:DescribeConfigurationRecorders"));
        if (!before.scope().equals(after.scope())) {
            actions.addAll(actions("config:PutConfigurationRecorder"));
        }
        if (before.recording() != after.recording()) {
            actions.addAll(actions(after.recording()
                    ? "config:StartConfigurationRecorder"
                    : "config:StopConfigurationRecorder"));
        }
        return actions;
    }

    private static List<Permission> actions(String... actions) {
        return Arrays.stream(actions).map(Permission::new).toList();
    }

    static String role(Plan plan, String name) {
        return arn(plan, "iam", "", "role/" + name);
    }

    private static String arn(Plan plan, String service, String region, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(plan.identity().partition().id(), service, region,
                plan.identity().account(), resource);
    }
}
