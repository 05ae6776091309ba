package footing.practice.call;

import static org.assertj.core.api.Assertions.assertThat;

import footing.practice.Bench;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.freetier.FreeTierClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.support.SupportClient;

class WritesTest {

    private static final List<Class<? extends AwsClient>> CLIENTS = List.of(AccessAnalyzerClient.class,
            AccountClient.class, BcmDataExportsClient.class, BudgetsClient.class, CloudFormationClient.class,
            CloudTrailClient.class, CloudWatchClient.class, CloudWatchLogsClient.class, ConfigClient.class,
            CostAndUsageReportClient.class, EventBridgeClient.class, FreeTierClient.class, IamClient.class,
            OrganizationsClient.class, S3Client.class, SnsClient.class, SsoAdminClient.class, StsClient.class,
            SupportClient.class);

    /** What begins with these only reads, and asking for the credential report does: IAM calls it so. */
    private static final String READS = "(Get|List|Describe|Head|Validate|GenerateCredentialReport).*";

    private final Bench bench = Bench.fresh();

    /** Every operation that the practice account has is either a read by its name, or in the list. */
    @Test
    void list_hasEveryOperationThatChangesSomething_andNoOther() {
        TreeSet<String> writes = new TreeSet<>();
        CLIENTS.forEach((client) -> operations(client).filter((one) -> !one.matches("[a-z0-9-]+:" + READS))
                .forEach(writes::add));
        assertThat(new TreeSet<>(Writes.operations())).isEqualTo(writes);
    }

    private Stream<String> operations(Class<? extends AwsClient> type) {
        AwsClient service = bench.clients.unbounded().get(type, Bench.HOME);
        return Arrays.stream(type.getMethods())
                .filter(Decorated::isOperation)
                .filter((method) -> {
                    try {
                        return !service.getClass().getMethod(method.getName(), method.getParameterTypes()).isDefault();
                    } catch (NoSuchMethodException impossible) {
                        throw new AssertionError(impossible);
                    }
                })
                .map((method) -> Call.service(service.serviceName()) + ":" + Call.operation(method.getName()));
    }
}
