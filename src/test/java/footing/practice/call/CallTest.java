package footing.practice.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.account.Region;
import footing.aws.AwsClients;
import footing.practice.Bench;
import footing.practice.Denial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.CloudTrailException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import software.amazon.awssdk.services.sts.StsClient;

class CallTest {

    private final Bench bench = Bench.fresh();

    private AwsClients refusing(Denial... denials) {
        return Refusals.over(bench.clients, "arn:aws:iam::123456789012:user/robin", List.of(denials));
    }

    @Test
    void answer_carriesARequestId_thatIsTheSameForTheSameCalls() {
        GetAccountSummaryResponse first = bench.iam().getAccountSummary();
        GetAccountSummaryResponse second = bench.iam().getAccountSummary();
        GetAccountSummaryResponse again = Bench.fresh().iam().getAccountSummary();

        assertThat(first.responseMetadata().requestId()).isNotBlank().isEqualTo(again.responseMetadata().requestId());
        assertThat(second.responseMetadata().requestId()).isNotEqualTo(first.responseMetadata().requestId());
        assertThat(first.sdkHttpResponse().statusCode()).isEqualTo(200);
    }

    @Test
    void operation_isNamed_whenNobodyKnowsIt() {
        assertThatThrownBy(() -> bench.iam().listPolicies()).isInstanceOf(UnknownOperationException.class)
                .isInstanceOf(SdkClientException.class)
                .hasMessageContaining("The practice account does not know iam:ListPolicies");
        assertThatThrownBy(() -> bench.s3().getBucketAcl((request) -> request.bucket("b")))
                .hasMessageContaining("The practice account does not know s3:GetBucketAcl");
        assertThatThrownBy(() -> bench.iam().listPoliciesPaginator().policies().iterator().next())
                .hasMessageContaining("The practice account does not know iam:ListPolicies");
        assertThatThrownBy(() -> bench.iam().waiter())
                .hasMessageContaining("The practice account does not know iam:waiter");
        assertThatThrownBy(() -> bench.clients.get(software.amazon.awssdk.services.ssooidc.SsoOidcClient.class,
                Bench.HOME)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SsoOidcClient");
    }

    @Test
    void call_isRefusedAsAwsRefusesIt_whenItIsDenied() {
        AwsClients clients = refusing(new Denial("iam:GetAccountSummary", Denial.By.IDENTITY_POLICY));

        assertThatExceptionOfType(IamException.class)
                .isThrownBy(() -> clients.get(IamClient.class, Bench.HOME).getAccountSummary())
                .withMessageContaining(
                        "User: arn:aws:iam::123456789012:user/robin is not authorized to perform: iam:GetAccountSummary because no identity-based policy allows the iam:GetAccountSummary action")
                .matches((refusal) -> refusal.awsErrorDetails().errorCode().equals("AccessDenied"))
                .matches((refusal) -> refusal.statusCode() == 403);
        assertThat(clients.get(IamClient.class, Bench.HOME).listAccountAliases().accountAliases()).isEmpty();
    }

    @Test
    void scenario_mayCarryDenials_byAnyPartOfTheAction() {
        bench.state.update((account) -> account.withDenials(
                List.of(new Denial("cloudtrail:*", Denial.By.SERVICE_CONTROL_POLICY),
                        new Denial("sns:List*", Denial.By.IDENTITY_POLICY))));

        assertThatExceptionOfType(CloudTrailException.class).isThrownBy(() -> bench.cloudTrail().describeTrails())
                .withMessageContaining("with an explicit deny in a service control policy")
                .matches((refusal) -> refusal.awsErrorDetails().errorCode().equals("AccessDeniedException"))
                .matches((refusal) -> refusal.requestId() != null);
        assertThatExceptionOfType(AuthorizationErrorException.class).isThrownBy(() -> bench.sns().listTopics());
    }

    @Test
    void bucketCalls_areRefused_byTheirActions() {
        AwsClients clients = refusing(new Denial("s3:GetLifecycleConfiguration", Denial.By.IDENTITY_POLICY));

        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(() -> clients.get(S3Client.class, Bench.HOME)
                        .getBucketLifecycleConfiguration((request) -> request.bucket("acme-audit")))
                .withMessageContaining("s3:GetLifecycleConfiguration");
    }

    @ParameterizedTest
    @EnumSource(Denial.By.class)
    void refusal_namesTheAction_whoeverRefuses(Denial.By by) {
        assertThat(new Denial("*", by).message("arn", "iam:GetRole"))
                .startsWith("User: arn is not authorized to perform: iam:GetRole ")
                .doesNotContain("%");
    }

    @Test
    void everyService_canRefuse() {
        AwsClients clients = refusing(new Denial("*", Denial.By.IDENTITY_POLICY));
        List<Runnable> calls = List.of(
                () -> clients.get(AccountClient.class, Bench.HOME).listRegions((request) -> request.maxResults(1)),
                () -> clients.get(CloudFormationClient.class, Bench.HOME).describeStacks(),
                () -> clients.get(CloudTrailClient.class, Bench.HOME).describeTrails(),
                () -> clients.get(CloudWatchClient.class, Bench.HOME).describeAlarms(),
                () -> clients.get(CloudWatchLogsClient.class, Bench.HOME).describeLogGroups(),
                () -> clients.get(IamClient.class, Bench.HOME).listRoles(),
                () -> clients.get(S3Client.class, Bench.HOME).listBuckets(),
                () -> clients.get(SnsClient.class, Bench.HOME).listTopics(),
                () -> clients.get(StsClient.class, Bench.HOME).getCallerIdentity());

        assertThat(calls).allSatisfy((call) -> assertThatThrownBy(call::run).isInstanceOf(AwsServiceException.class));
    }

    @Test
    void region_knowsNobody_whenItIsOff_andHasNoEndpoint_whenItIsNone() {
        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(() -> bench.clients.get(SnsClient.class, new Region("af-south-1")).listTopics())
                .matches((refusal) -> refusal.awsErrorDetails().errorCode().equals("InvalidClientTokenId"));
        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(() -> bench.clients.get(CloudTrailClient.class, new Region("af-south-1")).describeTrails())
                .matches((refusal) -> refusal.awsErrorDetails().errorCode().equals("UnrecognizedClientException"));
        assertThatThrownBy(() -> bench.clients.get(SnsClient.class, new Region("mars-north-1")).listTopics())
                .isInstanceOf(SdkClientException.class)
                .hasRootCauseMessage("sns.mars-north-1.amazonaws.com");
        assertThat(bench.clients.get(IamClient.class, new Region("af-south-1")).listAccountAliases()).isNotNull();
    }

    @Test
    void log_remembersOperations_notConveniences() {
        CallLog log = new CallLog();
        IamClient iam = log.over(new Bench("inherited").clients).get(IamClient.class, Bench.HOME);

        assertThat(iam.listUsersPaginator((request) -> request.maxItems(2)).users()).hasSize(3);
        iam.getAccountSummary();

        assertThat(log.operations()).containsExactly("iam:ListUsers", "iam:ListUsers", "iam:GetAccountSummary");
        assertThat(log.calls().getFirst().region()).isEqualTo(Bench.HOME);
    }

    @Test
    void latency_isWaited_beforeEveryCall() {
        List<Duration> slept = new ArrayList<>();
        AwsClients slow = Latency.over(bench.clients, Duration.ofMillis(80), slept::add);

        slow.get(IamClient.class, Bench.HOME).getAccountSummary();
        slow.get(CloudWatchClient.class, Bench.HOME).describeAlarms();

        assertThat(slept).containsExactly(Duration.ofMillis(80), Duration.ofMillis(80));
        assertThat(Latency.over(bench.clients, Duration.ZERO, slept::add)).isSameAs(bench.clients);
    }

    @Test
    void latency_ends_whenTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Latency.REAL.sleep(Duration.ofDays(1))).isInstanceOf(AbortedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
