package footing.practice;

import footing.account.Region;
import footing.aws.AwsClients;
import footing.practice.call.Answering;
import footing.practice.call.Decorated;
import footing.practice.cloudformation.Hindrance;
import footing.practice.cloudformation.PracticeCloudFormation;
import footing.practice.cloudformation.StackTime;
import footing.practice.service.Authorization;
import footing.practice.service.CredentialReports;
import footing.practice.service.Here;
import footing.practice.service.PracticeAccessAnalyzer;
import footing.practice.service.PracticeAccountManagement;
import footing.practice.service.PracticeBudgets;
import footing.practice.service.PracticeCloudTrail;
import footing.practice.service.PracticeCloudWatch;
import footing.practice.service.PracticeCloudWatchLogs;
import footing.practice.service.PracticeConfig;
import footing.practice.service.PracticeCostExplorer;
import footing.practice.service.PracticeCostReports;
import footing.practice.service.PracticeDataExports;
import footing.practice.service.PracticeEc2;
import footing.practice.service.PracticeEventBridge;
import footing.practice.service.PracticeFreeTier;
import footing.practice.service.PracticeGuardDuty;
import footing.practice.service.PracticeIam;
import footing.practice.service.PracticeOrganizations;
import footing.practice.service.PracticeS3;
import footing.practice.service.PracticeS3Control;
import footing.practice.service.PracticeSns;
import footing.practice.service.PracticeSsoAdmin;
import footing.practice.service.PracticeSts;
import footing.practice.service.PracticeSupport;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.bcmdataexports.BcmDataExportsClient;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.costandusagereport.CostAndUsageReportClient;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.freetier.FreeTierClient;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.support.SupportClient;

/**
 * The SDK's client interfaces over the practice account, with all that AWS does around a call. Safe for many threads.
 */
public final class PracticeClients implements AwsClients {

    private final Map<Class<? extends AwsClient>, Function<Here, AwsClient>> services;
    private final PracticeState state;
    private final Clock clock;
    private final AwsClients clients;

    /** An account in which nothing goes wrong by itself. */
    public PracticeClients(PracticeState state, Clock clock) {
        this(state, clock, Hindrance.NONE);
    }

    public PracticeClients(PracticeState state, Clock clock, Hindrance hindrance) {
        this.state = state;
        this.clock = clock;
        AwsClients answering = new Decorated(new Plain(), new Answering(state, new Authorization(state)::refusal));
        StackTime time = new StackTime(state, clock, answering, hindrance);
        this.clients = new Decorated(answering, (call, next) -> {
            time.pass();
            return next.get();
        });
        CredentialReports reports = new CredentialReports(Duration.ZERO);
        this.services = Map.ofEntries(service(AccessAnalyzerClient.class, PracticeAccessAnalyzer::new),
                service(AccountClient.class, PracticeAccountManagement::new),
                service(BcmDataExportsClient.class, PracticeDataExports::new),
                service(BudgetsClient.class, PracticeBudgets::new),
                service(CloudFormationClient.class,
                        (here) -> new PracticeCloudFormation(state, here.region(), clock, answering, hindrance)),
                service(CloudTrailClient.class, PracticeCloudTrail::new),
                service(CloudWatchClient.class, PracticeCloudWatch::new),
                service(CloudWatchLogsClient.class, PracticeCloudWatchLogs::new),
                service(ConfigClient.class, PracticeConfig::new),
                service(CostAndUsageReportClient.class, PracticeCostReports::new),
                service(CostExplorerClient.class, PracticeCostExplorer::new),
                service(Ec2Client.class, PracticeEc2::new),
                service(EventBridgeClient.class, PracticeEventBridge::new),
                service(FreeTierClient.class, PracticeFreeTier::new),
                service(GuardDutyClient.class, PracticeGuardDuty::new),
                service(IamClient.class, (here) -> new PracticeIam(here, reports)),
                service(OrganizationsClient.class, PracticeOrganizations::new),
                service(S3Client.class, PracticeS3::new),
                service(S3ControlClient.class, PracticeS3Control::new),
                service(SnsClient.class, PracticeSns::new),
                service(SsoAdminClient.class, PracticeSsoAdmin::new),
                service(StsClient.class, PracticeSts::new),
                service(SupportClient.class, PracticeSupport::new));
    }

    private static Map.Entry<Class<? extends AwsClient>, Function<Here, AwsClient>> service(
            Class<? extends AwsClient> type, Function<Here, AwsClient> make) {
        return Map.entry(type, make);
    }

    /** The same account for somebody else, whom no policy holds back. */
    public AwsClients unbounded() {
        return new Plain();
    }

    @Override
    public <C extends AwsClient> C get(Class<C> type, Region region) {
        return clients.get(type, region);
    }

    @Override
    public void close() {
        // the account stays as it is, and nothing else is held
    }

    /** The services themselves, which keep nothing: all there is, is in the account. */
    private final class Plain implements AwsClients {
        @Override
        public <C extends AwsClient> C get(Class<C> type, Region region) {
            Function<Here, AwsClient> service = Optional.ofNullable(services.get(type))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The practice account has no " + type.getSimpleName()));
            return type.cast(service.apply(new Here(state, region, clock)));
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
