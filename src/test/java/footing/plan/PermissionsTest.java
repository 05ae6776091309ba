package footing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import footing.account.ContactType;
import footing.account.Permission;
import footing.choices.ItemId;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    private static final Change.StackResource ROLE = Samples.resource(ItemId.TRAIL_TO_LOGS, "TrailLogRole",
            "AWS::IAM::Role", Value.fields("RoleName", Value.text("footing-trail-to-logs")), false);

    @Test
    void permissions_areNone_whenThePlanIsEmpty() {
        assertThat(Permissions.of(plan(Map.of()))).isEmpty();
        assertThat(Permissions.policy(plan(Map.of())).statements()).isEmpty();
    }

    @Test
    void permissions_areOfWhatIsMade_propertyByProperty() {
        Set<Permission> of = Permissions.of(plan(Map.of(ItemId.LOG_BUCKET, Remedy.of(Samples.bucket()))));

        assertThat(of).extracting(Permission::action)
                .contains("s3:CreateBucket", "s3:PutBucketVersioning", "s3:PutBucketTagging", "s3:DeleteBucket",
                        "cloudformation:ExecuteChangeSet")
                .doesNotContain("s3:PutEncryptionConfiguration", "s3:PutBucketPolicy", "iam:PassRole",
                        "cloudtrail:CreateTrail");
    }

    @Test
    void permissions_deleteNothing_whenAnUpdateIsAllThereIs() {
        Change.StackResource other = Samples.resource(ItemId.SECURITY_NOTIFICATIONS, "SecurityTopic",
                "AWS::SNS::Topic", Samples.topic().properties().with("DisplayName", Value.text("Security")), false);
        Plan plan = Plan.of(Samples.account(), Map.of(ItemId.SECURITY_NOTIFICATIONS, Remedy.of(other)),
                Map.of(Stack.SECURITY, List.of(Samples.topic())));

        assertThat(Permissions.of(plan)).extracting(Permission::action)
                .contains("sns:SetTopicAttributes")
                .doesNotContain("sns:DeleteTopic", "sns:CreateTopic");
    }

    @Test
    void permissions_makeAndDelete_whereARenamedThingIsReplaced_andAllThatHangsOnIt() {
        Plan plan = renamedTopic();

        assertThat(Permissions.of(plan)).extracting(Permission::action)
                .contains("sns:CreateTopic", "sns:DeleteTopic", "sns:Subscribe", "sns:Unsubscribe",
                        "cloudwatch:PutMetricAlarm")
                .doesNotContain("cloudwatch:DeleteAlarms", "s3:CreateBucket");
    }

    /** Everything is deployed, and the topic is to have another name. */
    private static Plan renamedTopic() {
        Change.StackResource other = Samples.resource(ItemId.SECURITY_NOTIFICATIONS, "SecurityTopic",
                "AWS::SNS::Topic", Value.fields("TopicName", Value.text("other")), false);
        Map<ItemId, Remedy> remedies = new HashMap<>(Samples.remedies());
        remedies.put(ItemId.SECURITY_NOTIFICATIONS,
                Remedy.of(other, Samples.subscription("aws-security@example.com")));
        return Plan.of(Samples.account(), remedies, Map.of(Stack.SECURITY, Samples.resources()));
    }

    @Test
    void permissions_deleteASetting_onlyWhereOneGoes() {
        var setting = new Setting.AlternateContactSetting(ContactType.BILLING, Samples.HOME);
        var contact = new footing.account.AlternateContact("n", "t", "a@example.com", "+1");
        Plan plan = plan(Map.of(ItemId.BILLING_CONTACT, Remedy.of(new Change.DirectSetting<>(ItemId.BILLING_CONTACT,
                setting, Optional.of(contact), Optional.empty(), Change.When.BEFORE_STACKS))));

        assertThat(Permissions.of(plan)).extracting(Permission::action)
                .containsExactly("account:DeleteAlternateContact", "account:GetAlternateContact");
    }

    @Test
    void policy_allowsRolesAndStacksByName_andPassesTheRoleToCloudTrailAlone() throws IOException {
        Map<ItemId, Remedy> remedies = new HashMap<>(Samples.remedies());
        remedies.put(ItemId.TRAIL_TO_LOGS, Remedy.of(ROLE));
        Change.StackResource trail = Samples.trail();
        remedies.put(ItemId.TRAIL,
                Remedy.of(new Change.StackResource(trail.item(), trail.stack(), trail.logicalId(), trail.type(),
                        trail.properties().with("CloudWatchLogsRoleArn", new Value.GetAtt("TrailLogRole", "Arn")),
                        trail.keep(), trail.after())));
        Plan plan = plan(remedies);

        JsonNode policy = new JsonMapper().readTree(Permissions.policy(plan).json());

        assertThat(policy.path("Version").asText()).isEqualTo("2012-10-17");
        assertThat(statement(policy, "Stacks").path("Resource").get(0).asText())
                .isEqualTo("arn:aws:cloudformation:eu-central-1:123456789012:stack/footing-security/*");
        assertThat(statement(policy, "PassRole").path("Resource").get(0).asText())
                .isEqualTo("arn:aws:iam::123456789012:role/footing-trail-to-logs");
        assertThat(statement(policy, "PassRole").at("/Condition/StringEquals/iam:PassedToService").asText())
                .isEqualTo("cloudtrail.amazonaws.com");
        assertThat(statement(policy, "Roles").path("Action").toString()).contains("iam:CreateRole")
                .doesNotContain("iam:PassRole");
        int actions = 0;
        for (JsonNode statement : policy.path("Statement")) {
            actions += statement.path("Action").size();
        }
        assertThat(actions).isEqualTo(Permissions.of(plan).size());
        assertThat(Permissions.policy(plan).json().replaceAll("\\s", "")).hasSizeLessThan(6144);
    }

    @Test
    void policy_attachesPolicies_toTheGroupsOfThePlanAlone() {
        Change.StackResource group = Samples.resource(ItemId.ROLE_GROUPS, "GroupOps", "AWS::IAM::Group",
                Value.fields("GroupName", Value.text("ops"))
                        .with("ManagedPolicyArns",
                                Value.texts(List.of("arn:aws:iam::aws:policy/ReadOnlyAccess"))),
                true);

        assertThat(Permissions.policy(plan(Map.of(ItemId.ROLE_GROUPS, Remedy.of(group)))).statements())
                .filteredOn((one) -> one.actions().contains(new Permission("iam:AttachGroupPolicy")))
                .singleElement()
                .extracting(IamPolicy.Statement::resources)
                .isEqualTo(List.of("arn:aws:iam::123456789012:group/ops"));
    }

    @Test
    void policy_makesTheRolesOfAwsForTheirOwnServicesAlone() {
        Change.StackResource analyzer = Samples.resource(ItemId.ACCESS_REVIEW, "Analyzer",
                "AWS::AccessAnalyzer::Analyzer", Value.fields("AnalyzerName", Value.text("a")), false);

        List<IamPolicy.Statement> statements = Permissions
                .policy(plan(Map.of(ItemId.ACCESS_REVIEW, Remedy.of(analyzer), ItemId.TRAIL_TO_LOGS, Remedy.of(ROLE))))
                .statements();

        assertThat(statements).filteredOn((one) -> one.actions()
                .contains(new Permission("iam:CreateServiceLinkedRole"))).singleElement().satisfies((one) -> {
                    assertThat(one.resources()).containsExactly(
                            "arn:aws:iam::123456789012:role/aws-service-role/access-analyzer.amazonaws.com/*");
                    assertThat(one.equal()).isEqualTo(Map.of("iam:AWSServiceName", "access-analyzer.amazonaws.com"));
                });
    }

    @Test
    void policy_namesTheProviders_thatThePlanMakes() {
        Change.StackResource saml = Samples.resource(ItemId.FEDERATION, "SamlProvider", "AWS::IAM::SAMLProvider",
                Value.fields("Name", Value.text("login")), false);
        Change.StackResource openId = Samples.resource(ItemId.FEDERATION, "OpenIdProvider", "AWS::IAM::OIDCProvider",
                Value.fields("Url", Value.text("https://login.example.com/a")), false);

        assertThat(Permissions.policy(plan(Map.of(ItemId.FEDERATION, Remedy.of(saml, openId)))).statements())
                .filteredOn((one) -> one.sid().endsWith("Providers"))
                .extracting(IamPolicy.Statement::resources)
                .containsExactly(List.of("arn:aws:iam::123456789012:saml-provider/login"),
                        List.of("arn:aws:iam::123456789012:oidc-provider/login.example.com/a"));
    }

    @Test
    void policy_writesToTheBucketsOfThePlanAlone() {
        var setting = new Setting.BucketPolicySetting("theirs", Samples.HOME);
        Plan plan = plan(Map.of(ItemId.LOG_BUCKET,
                Remedy.of(Samples.bucket(), new Change.DirectSetting<>(ItemId.LOG_BUCKET, setting, Optional.empty(),
                        Optional.of("{}"), Change.When.BEFORE_STACKS))));

        assertThat(Permissions.policy(plan).statements())
                .filteredOn((one) -> one.actions().stream().anyMatch((action) -> action.action().startsWith("s3:")))
                .singleElement()
                .extracting(IamPolicy.Statement::resources)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .hasSize(2)
                .contains("arn:aws:s3:::theirs")
                .allMatch((arn) -> arn.startsWith("arn:aws:s3:::") && !arn.endsWith("*"));
    }

    @Test
    void policy_isSplit_whereIamWouldNotTakeItWhole_andStaysOneWhereItFits() {
        List<Permission> many = java.util.stream.IntStream.range(0, 600)
                .mapToObj((n) -> new Permission("service%d:GetSomethingOrOther%03d".formatted(n % 2, n)))
                .toList();
        IamPolicy whole = IamPolicy.allowing(many);
        List<IamPolicy> parts = whole.parts();

        assertThat(parts).hasSizeGreaterThan(2).allSatisfy((part) -> {
            assertThat(part.json().replaceAll("\\s", "").length()).isLessThanOrEqualTo(6144);
            assertThat(part.statements()).extracting(IamPolicy.Statement::sid).doesNotHaveDuplicates();
        });
        assertThat(
                parts.stream().flatMap((part) -> part.statements().stream()).flatMap((one) -> one.actions().stream()))
                .containsExactlyInAnyOrderElementsOf(many);
        assertThat(IamPolicy.allowing(many.subList(0, 20)).parts())
                .containsExactly(IamPolicy.allowing(many.subList(0, 20)));
        assertThat(new IamPolicy(List.of()).parts()).isEmpty();
    }

    @Test
    void policy_passesTheRoleOfAnExistingTrail_whereThatIsAllThatChanges() {
        var setting = new Setting.TrailLogDeliverySetting("arn:aws:cloudtrail:eu-central-1:123456789012:trail/old",
                Samples.HOME);
        Plan plan = plan(Map.of(ItemId.TRAIL_TO_LOGS, Remedy.of(new Change.DirectSetting<>(ItemId.TRAIL_TO_LOGS,
                setting, Optional.empty(),
                Optional.of(new Setting.TrailLogDelivery("arn:group", "arn:aws:iam::123456789012:role/other")),
                Change.When.AFTER_STACKS))));

        assertThat(Permissions.policy(plan).statements()).filteredOn((one) -> one.sid().equals("PassRole"))
                .singleElement()
                .extracting(IamPolicy.Statement::resources)
                .isEqualTo(List.of("arn:aws:iam::123456789012:role/other"));
    }

    private static JsonNode statement(JsonNode policy, String sid) {
        for (JsonNode statement : policy.path("Statement")) {
            if (statement.path("Sid").asText().equals(sid)) {
                return statement;
            }
        }
        throw new AssertionError("no statement " + sid + " in " + policy);
    }

    private static Plan plan(Map<ItemId, Remedy> remedies) {
        return Plan.of(Samples.account(), remedies, Map.of());
    }
}
