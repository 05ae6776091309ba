package footing.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import footing.account.Partition;
import footing.account.Region;
import footing.account.Permission;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.ServiceMetadata;
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
 * A service that Footing talks to. This table is the one place that knows which there are: a further service is one
 * more line.
 *
 * @param type the SDK's synchronous client interface
 * @param prefix the service's name in IAM actions: {@code cloudwatch}; of two APIs of one service, the second's own
 * @param global whether one Region of the partition answers for all of them
 * @param metadata where the service is offered, as far as this SDK knows
 * @param make how a client is made from what all clients have in common
 */
public record SdkService<C extends AwsClient>(Class<C> type, String prefix, boolean global,
        Supplier<ServiceMetadata> metadata, Function<SdkWiring, C> make) {

    /** Where services are of which the SDK's own table tells nothing. Source: their endpoints in the AWS reference. */
    private static final Map<String, Set<Partition>> UNTOLD = Map.of("bcm-data-exports",
            Set.of(Partition.AWS, Partition.AWS_CN), "freetier", Set.of(Partition.AWS));

    /** The services about money, which have a Region of their own in China. Source: the SDK's endpoints of cur. */
    private static final Set<String> OF_BILLING = Set.of("bcm-data-exports", "budgets", "cur", "freetier");

    private static final Map<Class<?>, SdkService<?>> ALL = new LinkedHashMap<>();

    static {
        service(AccountClient.class, "account", true, AccountClient::serviceMetadata, AccountClient::builder);
        service(AccessAnalyzerClient.class, "access-analyzer", false, AccessAnalyzerClient::serviceMetadata,
                AccessAnalyzerClient::builder);
        service(BcmDataExportsClient.class, "bcm-data-exports", true, BcmDataExportsClient::serviceMetadata,
                BcmDataExportsClient::builder);
        service(BudgetsClient.class, "budgets", true, BudgetsClient::serviceMetadata, BudgetsClient::builder);
        service(CloudFormationClient.class, "cloudformation", false, CloudFormationClient::serviceMetadata,
                CloudFormationClient::builder);
        service(CloudTrailClient.class, "cloudtrail", false, CloudTrailClient::serviceMetadata,
                CloudTrailClient::builder);
        service(CloudWatchClient.class, "cloudwatch", false, CloudWatchClient::serviceMetadata,
                CloudWatchClient::builder);
        service(CloudWatchLogsClient.class, "logs", false, CloudWatchLogsClient::serviceMetadata,
                CloudWatchLogsClient::builder);
        service(ConfigClient.class, "config", false, ConfigClient::serviceMetadata, ConfigClient::builder);
        service(CostAndUsageReportClient.class, "cur", true, CostAndUsageReportClient::serviceMetadata,
                CostAndUsageReportClient::builder);
        service(CostExplorerClient.class, "ce", true, CostExplorerClient::serviceMetadata,
                CostExplorerClient::builder);
        service(Ec2Client.class, "ec2", false, Ec2Client::serviceMetadata, Ec2Client::builder);
        service(EventBridgeClient.class, "events", false, EventBridgeClient::serviceMetadata,
                EventBridgeClient::builder);
        service(FreeTierClient.class, "freetier", true, FreeTierClient::serviceMetadata, FreeTierClient::builder);
        service(GuardDutyClient.class, "guardduty", false, GuardDutyClient::serviceMetadata, GuardDutyClient::builder);
        service(IamClient.class, "iam", true, IamClient::serviceMetadata, IamClient::builder);
        service(OrganizationsClient.class, "organizations", true, OrganizationsClient::serviceMetadata,
                OrganizationsClient::builder);
        service(SnsClient.class, "sns", false, SnsClient::serviceMetadata, SnsClient::builder);
        service(StsClient.class, "sts", true, StsClient::serviceMetadata, StsClient::builder);
        service(SsoAdminClient.class, "sso", false, SsoAdminClient::serviceMetadata, SsoAdminClient::builder);
        service(SupportClient.class, "support", true, SupportClient::serviceMetadata, SupportClient::builder);
        ALL.put(S3Client.class,
                new SdkService<>(S3Client.class, "s3", false, S3Client::serviceMetadata, SdkWiring::s3));
        ALL.put(S3ControlClient.class, new SdkService<>(S3ControlClient.class, "s3control", false,
                S3ControlClient::serviceMetadata, SdkWiring::s3Control));
    }

    private static <C extends AwsClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> void service(
            Class<C> type, String prefix, boolean global, Supplier<ServiceMetadata> metadata, Supplier<B> builder) {
        ALL.put(type, new SdkService<>(type, prefix, global, metadata,
                (wiring) -> wiring.into(builder.get()).build()));
    }

    /**
     * @throws IllegalArgumentException where the table has no such client
     */
    @SuppressWarnings("unchecked") // service() ties each key to its value
    public static <C extends AwsClient> SdkService<C> of(Class<C> type) {
        return (SdkService<C>) Optional.<SdkService<?>>ofNullable(ALL.get(type))
                .orElseThrow(
                        () -> new IllegalArgumentException("No service is known for the client " + type.getName()));
    }

    /** The Region that is asked: of a global service the one that answers for all of them, whatever was meant. */
    public Region region(Region meant) {
        if (!global) {
            return meant;
        }
        Partition partition = meant.partition();
        return OF_BILLING.contains(prefix) ? partition.billingRegion() : partition.globalRegion();
    }

    /** Whether the service is there in a partition, as far as this SDK and this table know. */
    public boolean isOfferedIn(Partition partition) {
        return Optional.ofNullable(UNTOLD.get(prefix))
                .map((partitions) -> partitions.contains(partition))
                .orElseGet(() -> metadata.get()
                        .servicePartitions()
                        .stream()
                        .anyMatch((there) -> there.partition().id().equals(partition.id())));
    }

    public static List<SdkService<?>> all() {
        return List.copyOf(ALL.values());
    }

    /** The IAM action that allows an operation; not always the operation's own name. */
    public Permission permission(String operation) {
        return Permission.of(prefix, operation);
    }
}
