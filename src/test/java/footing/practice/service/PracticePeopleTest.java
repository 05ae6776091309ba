package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.account.Region;
import footing.practice.AccessState;
import footing.practice.Bench;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.ConflictException;
import software.amazon.awssdk.services.accessanalyzer.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.accessanalyzer.model.Type;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccountNotManagementOrDelegatedAdministratorException;
import software.amazon.awssdk.services.iam.model.CredentialReportExpiredException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotPresentException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotReadyException;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.FeatureType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.OrganizationNotFoundException;
import software.amazon.awssdk.services.iam.model.ReportStateType;
import software.amazon.awssdk.services.iam.model.ServiceAccessNotEnabledException;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.AwsOrganizationsNotInUseException;

class PracticePeopleTest {

    private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    private final Bench bench = new Bench("inherited");
    private final IamClient iam = bench.iam();

    @Test
    void report_isMadeWhenAsked_keptForFourHours_andThenExpired() {
        assertThatThrownBy(iam::getCredentialReport).isInstanceOf(CredentialReportNotPresentException.class);

        assertThat(iam.generateCredentialReport().state()).isEqualTo(ReportStateType.STARTED);
        assertThat(iam.generateCredentialReport().state()).isEqualTo(ReportStateType.COMPLETE);
        assertThat(bench.iam().getCredentialReport().generatedTime()).isEqualTo(bench.now());

        bench.pass(Duration.ofHours(5));
        assertThatThrownBy(iam::getCredentialReport).isInstanceOf(CredentialReportExpiredException.class);
        assertThat(iam.generateCredentialReport().state()).isEqualTo(ReportStateType.STARTED);
    }

    @Test
    void featuresOfTheOrganization_areForItsManagerAlone() {
        assertThatThrownBy(() -> features(iam)).isInstanceOf(OrganizationNotFoundException.class);
        assertThatThrownBy(() -> features(new Bench("landing-zone").iam()))
                .isInstanceOf(AccountNotManagementOrDelegatedAdministratorException.class);

        Bench manager = new Bench("fresh");
        assertThatThrownBy(() -> features(manager.iam()))
                .isInstanceOf(ServiceAccessNotEnabledException.class);
        manager.state.update((account) -> account.withAccess((access) -> new AccessState(access.organization(),
                access.analyzers(), access.identityCenters(), new TreeSet<>(Set.of("RootCredentialsManagement")))));
        assertThat(features(manager.iam()))
                .containsExactly(FeatureType.ROOT_CREDENTIALS_MANAGEMENT);
    }

    private static List<FeatureType> features(IamClient iam) {
        return iam.listOrganizationsFeatures((all) -> {
        }).enabledFeatures();
    }

    @Test
    void report_isInProgress_whileItIsMade() {
        IamClient slow = new PracticeIam(new Here(bench.state, Bench.HOME, bench.clock),
                new CredentialReports(Duration.ofSeconds(5)));
        slow.generateCredentialReport();

        assertThat(slow.generateCredentialReport().state()).isEqualTo(ReportStateType.INPROGRESS);
        assertThatThrownBy(slow::getCredentialReport).isInstanceOf(CredentialReportNotReadyException.class);
        bench.pass(Duration.ofSeconds(5));
        assertThat(slow.getCredentialReport().content().asUtf8String()).startsWith("user,arn,user_creation_time,");
    }

    @Test
    void report_tellsWhatTheAccountHolds() {
        iam.generateCredentialReport();

        List<String> lines = iam.getCredentialReport().content().asUtf8String().lines().toList();

        assertThat(lines).hasSize(5);
        assertThat(lines).allMatch((line) -> line.split(",", -1).length == 22);
        assertThat(lines.get(1)).startsWith("<root_account>,arn:aws:iam::210987654321:root,2021-02-10T17:45:00+00:00,"
                + "not_supported,2025-12-19T20:00:00+00:00,not_supported,not_supported,true,true,");
        assertThat(lines.get(2)).startsWith("deploy-bot,arn:aws:iam::210987654321:user/deploy-bot,"
                + "2021-05-20T14:31:00+00:00,false,N/A,N/A,N/A,false,true,2021-05-20T14:33:00+00:00,"
                + "2026-03-02T05:00:00+00:00,eu-central-1,s3,true,");
        assertThat(lines.get(3)).contains(",true,2025-11-03T16:20:41+00:00,2021-02-11T08:05:00+00:00,N/A,false,");
    }

    @Test
    void details_comeInPages_andOfTheKindsThatWereAsked() {
        GetAccountAuthorizationDetailsResponse first = iam.getAccountAuthorizationDetails(
                (request) -> request.filter(EntityType.USER, EntityType.GROUP).maxItems(2));

        assertThat(first.userDetailList()).extracting((user) -> user.userName())
                .containsExactly("deploy-bot", "jonas.weber");
        assertThat(first.userDetailList().getFirst().userPolicyList()).extracting((policy) -> policy.policyName())
                .containsExactly("media-upload");
        assertThat(first.userDetailList().get(1).groupList()).containsExactly("developers");
        assertThat(first.roleDetailList()).isEmpty();
        GetAccountAuthorizationDetailsResponse second = iam.getAccountAuthorizationDetails(
                (request) -> request.filter(EntityType.USER, EntityType.GROUP).maxItems(2).marker(first.marker()));
        assertThat(second.groupDetailList()).extracting((group) -> group.groupName()).containsExactly("developers");
        assertThat(second.isTruncated()).isFalse();
    }

    @Test
    void group_isRefused_whenItsNameIsTaken_inWhateverCase() {
        assertThatThrownBy(() -> iam.createGroup((group) -> group.groupName("Developers")))
                .isInstanceOf(EntityAlreadyExistsException.class);
    }

    @Test
    void group_isNotDeleted_whileItHoldsSomething() {
        iam.createGroup((group) -> group.groupName("ops"));
        iam.attachGroupPolicy((to) -> to.groupName("ops").policyArn(READ_ONLY));
        iam.addUserToGroup((to) -> to.groupName("ops").userName("ops-admin"));

        assertThatThrownBy(() -> iam.deleteGroup((group) -> group.groupName("ops")))
                .isInstanceOf(DeleteConflictException.class)
                .hasMessageContaining("remove users");
        iam.removeUserFromGroup((from) -> from.groupName("ops").userName("ops-admin"));
        assertThatThrownBy(() -> iam.deleteGroup((group) -> group.groupName("ops")))
                .hasMessageContaining("detach all policies");
        iam.detachGroupPolicy((from) -> from.groupName("ops").policyArn(READ_ONLY));
        iam.deleteGroup((group) -> group.groupName("ops"));
        assertThatThrownBy(() -> iam.getGroup((group) -> group.groupName("ops")))
                .isInstanceOf(NoSuchEntityException.class);
    }

    @Test
    void policyOfAws_isRefused_whenAwsHasNone() {
        iam.createGroup((group) -> group.groupName("ops"));

        for (String name : List.of("AdministratorAcess", "service-role/AdministratorAccess", "Billing")) {
            String arn = "arn:aws:iam::aws:policy/" + name;
            assertThatThrownBy(() -> iam.attachGroupPolicy((to) -> to.groupName("ops").policyArn(arn)))
                    .isInstanceOf(NoSuchEntityException.class)
                    .hasMessageContaining("Policy " + arn + " does not exist or is not attachable.");
        }
        iam.attachGroupPolicy((to) -> to.groupName("ops").policyArn("arn:aws:iam::aws:policy/job-function/Billing"));
    }

    @Test
    void eleventhPolicy_isRefused_ofAGroupAndOfARole() {
        iam.createGroup((group) -> group.groupName("ops"));
        iam.createRole((role) -> role.roleName("ops")
                .assumeRolePolicyDocument("{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"Service\":"
                        + " \"ec2.amazonaws.com\"}, \"Action\": \"sts:AssumeRole\"}}"));
        List<String> names = List.of("SecurityAudit", "IAMFullAccess", "IAMReadOnlyAccess", "AmazonEC2FullAccess",
                "AmazonS3FullAccess", "AmazonS3ReadOnlyAccess", "CloudWatchFullAccess", "AWSSupportAccess",
                "job-function/Billing", "AdministratorAccess");
        for (String name : names) {
            String arn = "arn:aws:iam::aws:policy/" + name;
            iam.attachGroupPolicy((to) -> to.groupName("ops").policyArn(arn));
            iam.attachRolePolicy((to) -> to.roleName("ops").policyArn(arn));
        }
        iam.attachGroupPolicy((to) -> to.groupName("ops").policyArn("arn:aws:iam::aws:policy/AdministratorAccess"));

        assertThatThrownBy(() -> iam.attachGroupPolicy((to) -> to.groupName("ops").policyArn(READ_ONLY)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("PoliciesPerGroup: 10");
        assertThatThrownBy(() -> iam.attachRolePolicy((to) -> to.roleName("ops").policyArn(READ_ONLY)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("PoliciesPerRole: 10");
    }

    @Test
    void summary_countsUsersGroupsAndRootKeys() {
        assertThat(iam.getAccountSummary().summaryMapAsStrings()).containsEntry("Users", 3)
                .containsEntry("Groups", 1)
                .containsEntry("AccountAccessKeysPresent", 1);
    }

    @Test
    void analyzer_existsOnceARegion() {
        AccessAnalyzerClient home = bench.client(AccessAnalyzerClient.class);
        AccessAnalyzerClient elsewhere = bench.clients.get(AccessAnalyzerClient.class, new Region("eu-west-1"));
        home.createAnalyzer((analyzer) -> analyzer.analyzerName("one").type(Type.ACCOUNT).tags(Map.of("a", "b")));

        assertThatThrownBy(() -> home.createAnalyzer((analyzer) -> analyzer.analyzerName("two").type(Type.ACCOUNT)))
                .isInstanceOf(ServiceQuotaExceededException.class);
        assertThatThrownBy(() -> home.createAnalyzer((analyzer) -> analyzer.analyzerName("one").type(Type.ACCOUNT)))
                .isInstanceOf(ConflictException.class);
        elsewhere.createAnalyzer((analyzer) -> analyzer.analyzerName("one").type(Type.ACCOUNT));
        assertThat(home.listAnalyzersPaginator((all) -> all.maxResults(1)).analyzers()).singleElement()
                .satisfies((analyzer) -> assertThat(analyzer.tags()).containsEntry("a", "b"));
        String arn = home.getAnalyzer((analyzer) -> analyzer.analyzerName("one")).analyzer().arn();
        home.tagResource((request) -> request.resourceArn(arn).tags(Map.of("c", "d")));
        home.untagResource((request) -> request.resourceArn(arn).tagKeys("a"));
        assertThat(home.getAnalyzer((analyzer) -> analyzer.analyzerName("one")).analyzer().tags())
                .containsExactly(Map.entry("c", "d"));
        home.deleteAnalyzer((analyzer) -> analyzer.analyzerName("one"));
        assertThat(home.listAnalyzers((all) -> all.type(Type.ACCOUNT)).analyzers()).isEmpty();
        assertThat(elsewhere.listAnalyzers((all) -> all.type(Type.ACCOUNT)).analyzers()).hasSize(1);
    }

    @Test
    void organization_isNotInUse_whereThereIsNone() {
        assertThatThrownBy(() -> bench.client(OrganizationsClient.class).describeOrganization())
                .isInstanceOf(AwsOrganizationsNotInUseException.class);
        assertThat(Bench.fresh()
                .client(OrganizationsClient.class)
                .describeOrganization()
                .organization()
                .masterAccountId()).isEqualTo("123456789012");
    }
}
