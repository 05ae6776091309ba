package footing.practice.fault;

import footing.practice.call.Call;
import footing.practice.call.Decorated;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
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
 * An operation that a fault may name: one that the SDK's client interfaces have.
 *
 * @param service the prefix of its IAM actions: {@code cloudwatch}
 * @param name as the API writes it: {@code DescribeAlarms}
 * @param method of the client, with the request alone where there is such a one
 */
public record Operation(String service, String name, Class<? extends AwsClient> client, Method method) {

    static final List<Class<? extends AwsClient>> CLIENTS = List.of(AccessAnalyzerClient.class, AccountClient.class,
            BcmDataExportsClient.class, BudgetsClient.class, CloudFormationClient.class, CloudTrailClient.class,
            CloudWatchClient.class, CloudWatchLogsClient.class, ConfigClient.class, CostAndUsageReportClient.class,
            CostExplorerClient.class, Ec2Client.class,
            EventBridgeClient.class, FreeTierClient.class, GuardDutyClient.class, IamClient.class,
            OrganizationsClient.class, S3Client.class, S3ControlClient.class,
            SnsClient.class, SsoAdminClient.class, StsClient.class, SupportClient.class);

    /** {@code iam:GetAccountSummary}. */
    String written() {
        return service + ":" + name;
    }

    /** Those that a pattern fits: {@code service:Operation}, {@code *} for any part. */
    static List<Operation> like(String pattern) {
        return CLIENTS.stream()
                .filter((client) -> CallPattern.glob(pattern.replaceFirst(":.*", ""), service(client)))
                .flatMap(Operation::of)
                .filter((operation) -> CallPattern.glob(pattern, operation.written()))
                .toList();
    }

    static Stream<Operation> of(Class<? extends AwsClient> client) {
        return Arrays.stream(client.getMethods())
                .filter(Decorated::isOperation)
                .sorted(Comparator.comparing(Method::getParameterCount))
                .collect(Collectors.toMap(Method::getName, (method) -> method, (first, second) -> first))
                .values()
                .stream()
                .map((method) -> new Operation(service(client), Call.operation(method.getName()), client, method));
    }

    static List<String> services() {
        return CLIENTS.stream().map(Operation::service).sorted().toList();
    }

    private static String service(Class<? extends AwsClient> client) {
        try {
            return Call.service((String) client.getField("SERVICE_NAME").get(null));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Not a client of the SDK: " + client, impossible);
        }
    }

    /** Whether it can be made with a request alone, without a body beside it. */
    boolean takesRequestAlone() {
        return method.getParameterCount() == 1;
    }

    /** An empty request, to be filled. */
    SdkPojo request() {
        try {
            return (SdkPojo) method.getParameterTypes()[0].getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Not a request of the SDK: " + method, impossible);
        }
    }

    /** The names of what its request may hold. */
    Set<String> members() {
        return request().sdkFields()
                .stream()
                .map((SdkField<?> field) -> field.memberName())
                .collect(
                        Collectors.toSet());
    }
}
