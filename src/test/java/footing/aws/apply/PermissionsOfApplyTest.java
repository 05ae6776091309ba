package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Permission;
import footing.account.Region;
import footing.aws.AwsClients;
import footing.choices.BeyondChoices;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.choices.LogStorage;
import footing.choices.Notifications;
import footing.plan.Permissions;
import footing.plan.Plan;
import footing.practice.Denial;
import footing.practice.call.Call;
import footing.practice.call.CallLog;
import footing.practice.cloudformation.PracticeCloudFormation;
import footing.choices.Access;
import footing.choices.OpenIdChoice;
import footing.choices.SamlChoice;
import footing.choices.SamlSamples;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** The permissions that a plan takes, held against the calls that are really made, whoever makes them. */
class PermissionsOfApplyTest {

    private final Path data;

    PermissionsOfApplyTest(@TempDir Path data) {
        this.data = data;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fresh", "inherited", "landing-zone"})
    void permissions_areTheCallsMade_andNoOthersWithoutAReason(String scenario) {
        Workbench bench = new Workbench(scenario, data);
        bench.choose(PermissionsOfApplyTest::everything);
        Plan plan = bench.plan();
        CallLog behind = new CallLog();

        // Once with a trail that cannot be made, so that all that stands before it is taken back, and once for good.
        bench.state.update((account) -> account
                .withDenials(List.of(new Denial("cloudtrail:CreateTrail", Denial.By.IDENTITY_POLICY))));
        bench.apply(plan, watched(bench, behind), () -> {
        });
        bench.state.update((account) -> account.withDenials(List.of()));
        bench.apply(bench.plan(), watched(bench, behind), () -> {
        });

        Set<String> made = actions(bench.calls, behind);
        Set<String> allowed = allowed(plan);
        assertThat(made).isSubsetOf(allowed);
        allowed.removeAll(made);
        assertThat(allowed).filteredOn((action) -> reason(action).isEmpty()).isEmpty();
    }

    @Test
    void permissions_areTheCallsMade_whenEverythingIsRenamed() {
        Workbench bench = new Workbench("fresh", data);
        bench.apply(bench.plan());
        bench.choose(PermissionsOfApplyTest::renamed);
        Plan plan = bench.plan();
        CallLog behind = new CallLog();

        assertThat(bench.apply(plan, watched(bench, behind), () -> {
        }).failures()).isEmpty();

        assertThat(actions(behind)).isSubsetOf(allowed(plan))
                .contains("sns:DeleteTopic", "cloudtrail:DeleteTrail", "logs:DeleteMetricFilter", "s3:CreateBucket")
                .doesNotContain("s3:DeleteBucket", "logs:DeleteLogGroup");
    }

    /** Why an action is allowed that no call on the practice account asked for. */
    private static String reason(String action) {
        String name = action.substring(action.indexOf(':') + 1);
        if (name.matches("(Get|Describe|List|View).*")) {
            return "CloudFormation reads a resource before and after it changes it, and its tags";
        }
        if (name.matches("(Tag|Untag|AddTags|RemoveTags).*") || name.equals("PutBucketTagging")) {
            return "CloudFormation marks what it makes, and takes the mark off when it takes the thing back";
        }
        return switch (action) {
            case "iam:PassRole" -> "AWS asks for it of whoever names the role, in no call of its own";
            case "iam:CreateServiceLinkedRole" ->
                "AWS makes the role of IAM Access Analyzer with the first analyzer, and GuardDuty's with the first"
                        + " detector";
            case "cur:PutReportDefinition" -> "AWS asks for it of whoever makes an export of cost and usage";
            case "cloudformation:DeleteStack", "cloudformation:DeleteChangeSet" ->
                "only where making the stack fails, or where there is nothing to change";
            default -> name.matches("(Delete|Stop|Unsubscribe|Update|Start|Remove|Detach).*")
                    ? "what was made is taken back where what comes after it fails"
                    : "";
        };
    }

    private static AwsClients watched(Workbench bench, CallLog behind) {
        AwsClients own = bench.calls.over(bench.clients);
        AwsClients logged = bench.calls.over(new AwsClients() {
            @Override
            public <C extends AwsClient> C get(Class<C> type, Region region) {
                return type.cast(new PracticeCloudFormation(bench.state, region, Workbench.CLOCK,
                        behind.over(bench.clients)));
            }

            @Override
            public void close() {
                // holds nothing of its own
            }
        });
        return new AwsClients() {
            @Override
            public <C extends AwsClient> C get(Class<C> type, Region region) {
                return type == CloudFormationClient.class ? logged.get(type, region) : own.get(type, region);
            }

            @Override
            public void close() {
                // holds nothing of its own
            }
        };
    }

    private static Set<String> actions(CallLog... logs) {
        return List.of(logs)
                .stream()
                .flatMap((log) -> log.calls().stream())
                .map(Call::action)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> allowed(Plan plan) {
        return Permissions.of(plan).stream().map(Permission::action).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What nobody gets who does not choose it. */
    private static Choices everything(Choices choices) {
        return choices.withBeyond(new BeyondChoices(Set.copyOf(ItemId.BEYOND), 100))
                .withAccess(new Access(true,
                        Optional.of(
                                new SamlChoice("login", Optional.of("login.xml"), Optional.of(SamlSamples.metadata()),
                                        new TreeMap<>(Map.of("readers", List.of("ReadOnlyAccess"))))),
                        Optional.of(new OpenIdChoice("https://login.example.com", "sts.amazonaws.com", new TreeMap<>(
                                Map.of("deploy", new OpenIdChoice.Role("user-1", List.of("ReadOnlyAccess"))))))));
    }

    private static Choices renamed(Choices choices) {
        LogStorage is = choices.logStorage();
        return choices.withNotifications(new Notifications(choices.notifications().securityList(), "other-security"))
                .withLogStorage(new LogStorage("other-logs-123456789012", "other", "other/group", is.logGroupDays(),
                        is.archiveAfterDays(), is.expireAfterDays()));
    }
}
