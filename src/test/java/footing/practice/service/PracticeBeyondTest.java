package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.account.DeniedBy;
import footing.account.Reading;
import footing.account.Region;
import footing.aws.AwsErrors;
import footing.aws.SdkService;
import footing.practice.Bench;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.Subscriber;
import software.amazon.awssdk.services.costexplorer.model.CreateAnomalyMonitorResponse;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.EnableEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.BadRequestException;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsRequest;
import software.amazon.awssdk.services.s3control.S3ControlClient;

/** What the practice account says of what is beyond the baseline, in AWS's words. */
class PracticeBeyondTest {

    @Test
    void secondDetector_isRejected_inItsRegionAlone() {
        Bench bench = Bench.fresh();
        GuardDutyClient here = bench.client(GuardDutyClient.class);
        GuardDutyClient there = bench.clients.get(GuardDutyClient.class, Bench.ELSEWHERE);
        String id = here.createDetector((request) -> request.enable(true)).detectorId();

        assertThatThrownBy(() -> here.createDetector((request) -> request.enable(true)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(
                        "The request is rejected because a detector already exists for the current account.");
        assertThat(there.listDetectors(ListDetectorsRequest.builder().build()).detectorIds()).isEmpty();
        there.createDetector((request) -> request.enable(true));
        assertThat(here.listDetectors(ListDetectorsRequest.builder().build()).detectorIds()).containsExactly(id);
        here.deleteDetector((request) -> request.detectorId(id));
        assertThat(here.listDetectors(ListDetectorsRequest.builder().build()).detectorIds()).isEmpty();
    }

    @Test
    void detector_thatAnOrganizationManages_isNotTheMembersToChange() {
        GuardDutyClient governed = new Bench("landing-zone").clients.get(GuardDutyClient.class,
                new Region("eu-west-1"));
        String id = governed.listDetectors(ListDetectorsRequest.builder().build()).detectorIds().getFirst();

        assertThatThrownBy(() -> governed.deleteDetector((request) -> request.detectorId(id)))
                .isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> governed.updateDetector((request) -> request.detectorId(id).enable(false)))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void secondMonitorOfServices_isRefused_andASubscriptionNeedsItsMonitor() {
        CostExplorerClient costs = Bench.fresh().client(CostExplorerClient.class);
        String arn = monitor(costs).monitorArn();

        assertThatThrownBy(() -> monitor(costs)).isInstanceOf(AwsServiceException.class)
                .hasMessageContaining("Limit exceeded on dimensional spend monitor creation");
        assertThatThrownBy(() -> subscribe(costs, "arn:none", "IMMEDIATE")).hasMessageContaining("arn:none");
        assertThatThrownBy(() -> subscribe(costs, arn, "DAILY")).hasMessageContaining("only support Email");
        subscribe(costs, arn, "IMMEDIATE");
        assertThat(costs.getAnomalySubscriptions((request) -> request.maxResults(5)).anomalySubscriptions())
                .hasSize(1);
    }

    private static CreateAnomalyMonitorResponse monitor(CostExplorerClient costs) {
        return costs.createAnomalyMonitor((request) -> request.anomalyMonitor((monitor) -> monitor
                .monitorName("services")
                .monitorType("DIMENSIONAL")
                .monitorDimension("SERVICE")));
    }

    private static void subscribe(CostExplorerClient costs, String monitor, String frequency) {
        costs.createAnomalySubscription((request) -> request.anomalySubscription((one) -> one.subscriptionName("told")
                .frequency(frequency)
                .monitorArnList(monitor)
                .subscribers(Subscriber.builder()
                        .type("SNS")
                        .address("arn:aws:sns:us-east-1:123456789012:billing")
                        .build())
                .thresholdExpression((expression) -> expression
                        .dimensions((dimension) -> dimension.key("ANOMALY_TOTAL_IMPACT_ABSOLUTE").values("100")))));
    }

    @Test
    void encryption_isOfItsRegionAlone() {
        Bench bench = Bench.fresh();
        bench.client(Ec2Client.class)
                .enableEbsEncryptionByDefault(EnableEbsEncryptionByDefaultRequest.builder().build());

        assertThat(isOn(bench, Bench.HOME)).isTrue();
        assertThat(isOn(bench, Bench.ELSEWHERE)).isFalse();
    }

    private static boolean isOn(Bench bench, Region region) {
        return bench.clients.get(Ec2Client.class, region)
                .getEbsEncryptionByDefault(GetEbsEncryptionByDefaultRequest.builder().build())
                .ebsEncryptionByDefault();
    }

    @Test
    void publicAccess_isTheOrganizationsToChange_whereItsPolicySaysSo_andThatIsTold() {
        Bench bench = new Bench("landing-zone");
        S3ControlClient s3 = bench.client(S3ControlClient.class);
        String account = bench.state.read().id();

        assertThat(s3.getPublicAccessBlock((request) -> request.accountId(account))
                .publicAccessBlockConfiguration()
                .restrictPublicBuckets()).isTrue();
        assertThatThrownBy(() -> s3.putPublicAccessBlock((request) -> request.accountId(account)
                .publicAccessBlockConfiguration((block) -> block.blockPublicAcls(false))))
                .satisfies((refused) -> {
                    Reading<Object> reading = AwsErrors.reading(refused, new AwsErrors.Asked(
                            SdkService.of(S3ControlClient.class), "PutPublicAccessBlock", Bench.HOME, Instant.EPOCH,
                            Map.of()));
                    assertThat(reading).isInstanceOfSatisfying(Reading.Denied.class, (denied) -> {
                        assertThat(denied.by()).isEqualTo(DeniedBy.ORGANIZATION_POLICY);
                        assertThat(denied.missing().action()).isEqualTo("s3:PutAccountPublicAccessBlock");
                    });
                });
    }

    @Test
    void bucketPolicy_isRefused_wherePublicOnesAreBlockedForTheWholeAccount() {
        Bench bench = Bench.fresh();
        bench.s3().createBucket((request) -> request.bucket("shop-123456789012"));
        bench.s3()
                .putPublicAccessBlock((request) -> request.bucket("shop-123456789012")
                        .publicAccessBlockConfiguration((block) -> block.blockPublicPolicy(false)));
        String everybody = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
             "Resource": "arn:aws:s3:::shop-123456789012/*"}]}""";
        bench.s3().putBucketPolicy((request) -> request.bucket("shop-123456789012").policy(everybody));

        bench.client(S3ControlClient.class)
                .putPublicAccessBlock((request) -> request.accountId(Bench.ACCOUNT)
                        .publicAccessBlockConfiguration((block) -> block.blockPublicPolicy(true)));

        assertThatThrownBy(() -> bench.s3()
                .putBucketPolicy((request) -> request.bucket("shop-123456789012").policy(everybody)))
                .hasMessageContaining("BlockPublicPolicy");
    }
}
