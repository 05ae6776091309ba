package footing.practice.service;

import footing.practice.PracticeAccount;
import footing.practice.call.Errors;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.AnomalyMonitor;
import software.amazon.awssdk.services.costexplorer.model.AnomalySubscription;
import software.amazon.awssdk.services.costexplorer.model.AnomalySubscriptionFrequency;
import software.amazon.awssdk.services.costexplorer.model.CreateAnomalyMonitorRequest;
import software.amazon.awssdk.services.costexplorer.model.CreateAnomalyMonitorResponse;
import software.amazon.awssdk.services.costexplorer.model.CreateAnomalySubscriptionRequest;
import software.amazon.awssdk.services.costexplorer.model.CreateAnomalySubscriptionResponse;
import software.amazon.awssdk.services.costexplorer.model.DeleteAnomalyMonitorRequest;
import software.amazon.awssdk.services.costexplorer.model.DeleteAnomalyMonitorResponse;
import software.amazon.awssdk.services.costexplorer.model.DeleteAnomalySubscriptionRequest;
import software.amazon.awssdk.services.costexplorer.model.DeleteAnomalySubscriptionResponse;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalyMonitorsRequest;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalyMonitorsResponse;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalySubscriptionsRequest;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalySubscriptionsResponse;
import software.amazon.awssdk.services.costexplorer.model.InvalidNextTokenException;
import software.amazon.awssdk.services.costexplorer.model.MonitorType;
import software.amazon.awssdk.services.costexplorer.model.SubscriberType;
import software.amazon.awssdk.services.costexplorer.model.UnknownMonitorException;
import software.amazon.awssdk.services.costexplorer.model.UnknownSubscriptionException;
import software.amazon.awssdk.services.costexplorer.model.UpdateAnomalyMonitorRequest;
import software.amazon.awssdk.services.costexplorer.model.UpdateAnomalyMonitorResponse;
import software.amazon.awssdk.services.costexplorer.model.UpdateAnomalySubscriptionRequest;
import software.amazon.awssdk.services.costexplorer.model.UpdateAnomalySubscriptionResponse;

/** AWS Cost Explorer, as far as it detects anomalies. An account has one monitor of each dimension. */
public final class PracticeCostExplorer implements CostExplorerClient {

    private static final String SERVICE = "CostExplorer";
    private static final int PAGE = 100;

    private final Here here;

    public PracticeCostExplorer(Here here) {
        this.here = here;
    }

    @Override
    public GetAnomalyMonitorsResponse getAnomalyMonitors(GetAnomalyMonitorsRequest request) {
        Page<AnomalyMonitor> page = page(here.account().beyond().monitors().all().stream().toList(),
                request.nextPageToken(), request.maxResults());
        return GetAnomalyMonitorsResponse.builder().anomalyMonitors(page.items()).nextPageToken(page.next()).build();
    }

    @Override
    public GetAnomalySubscriptionsResponse getAnomalySubscriptions(GetAnomalySubscriptionsRequest request) {
        Page<AnomalySubscription> page = page(here.account().beyond().anomalySubscriptions().all().stream().toList(),
                request.nextPageToken(), request.maxResults());
        return GetAnomalySubscriptionsResponse.builder()
                .anomalySubscriptions(page.items())
                .nextPageToken(page.next())
                .build();
    }

    private static <T> Page<T> page(List<T> all, @Nullable String token, @Nullable Integer size) {
        return Page.of(all, token, Optional.ofNullable(size).orElse(PAGE), () -> Errors
                .named(InvalidNextTokenException.builder(), SERVICE, 400, "Invalid next page token"));
    }

    @Override
    public CreateAnomalyMonitorResponse createAnomalyMonitor(CreateAnomalyMonitorRequest request) {
        AnomalyMonitor asked = Optional.ofNullable(request.anomalyMonitor())
                .orElseThrow(() -> invalid("AnomalyMonitor must not be null"));
        if (asked.monitorType() != MonitorType.DIMENSIONAL || asked.monitorDimension() == null) {
            throw new UnsupportedOperationException("Monitors of some costs only");
        }
        String arn = arn("anomalymonitor", String.valueOf(asked.monitorName()));
        here.update((account) -> {
            if (account.beyond()
                    .monitors()
                    .all()
                    .stream()
                    .anyMatch((other) -> other.monitorDimension() == asked.monitorDimension())) {
                throw invalid("Limit exceeded on dimensional spend monitor creation");
            }
            AnomalyMonitor made = asked.toBuilder().monitorArn(arn).creationDate(here.now().toString()).build();
            return account.withBeyond((beyond) -> beyond.withMonitors((all) -> all.with(arn, made)));
        });
        return CreateAnomalyMonitorResponse.builder().monitorArn(arn).build();
    }

    @Override
    public UpdateAnomalyMonitorResponse updateAnomalyMonitor(UpdateAnomalyMonitorRequest request) {
        String arn = String.valueOf(request.monitorArn());
        here.update((account) -> account.withBeyond((beyond) -> beyond.withMonitors((all) -> all.changed(arn,
                (old) -> old.toBuilder().monitorName(request.monitorName()).build(), () -> noMonitor(arn)))));
        return UpdateAnomalyMonitorResponse.builder().monitorArn(arn).build();
    }

    @Override
    public DeleteAnomalyMonitorResponse deleteAnomalyMonitor(DeleteAnomalyMonitorRequest request) {
        String arn = String.valueOf(request.monitorArn());
        here.update((account) -> {
            check(account, arn);
            return account.withBeyond((beyond) -> beyond.withMonitors((all) -> all.without(arn)));
        });
        return DeleteAnomalyMonitorResponse.builder().build();
    }

    @Override
    public CreateAnomalySubscriptionResponse createAnomalySubscription(CreateAnomalySubscriptionRequest request) {
        AnomalySubscription asked = Optional.ofNullable(request.anomalySubscription())
                .orElseThrow(() -> invalid("AnomalySubscription must not be null"));
        String arn = arn("anomalysubscription", String.valueOf(asked.subscriptionName()));
        change((account) -> asked.toBuilder().subscriptionArn(arn).accountId(account.id()).build());
        return CreateAnomalySubscriptionResponse.builder().subscriptionArn(arn).build();
    }

    @Override
    public UpdateAnomalySubscriptionResponse updateAnomalySubscription(UpdateAnomalySubscriptionRequest request) {
        String arn = String.valueOf(request.subscriptionArn());
        change((account) -> {
            AnomalySubscription old = account.beyond()
                    .anomalySubscriptions()
                    .find(arn)
                    .orElseThrow(() -> noSubscription(arn));
            return old.toBuilder()
                    .subscriptionName(request.subscriptionName())
                    .frequency(request.frequency())
                    .monitorArnList(request.monitorArnList())
                    .subscribers(request.subscribers())
                    .thresholdExpression(request.thresholdExpression())
                    .build();
        });
        return UpdateAnomalySubscriptionResponse.builder().subscriptionArn(arn).build();
    }

    @Override
    public DeleteAnomalySubscriptionResponse deleteAnomalySubscription(DeleteAnomalySubscriptionRequest request) {
        String arn = String.valueOf(request.subscriptionArn());
        here.update((account) -> {
            if (!account.beyond().anomalySubscriptions().has(arn)) {
                throw noSubscription(arn);
            }
            return account.withBeyond((beyond) -> beyond.withAnomalySubscriptions((all) -> all.without(arn)));
        });
        return DeleteAnomalySubscriptionResponse.builder().build();
    }

    private void change(java.util.function.Function<PracticeAccount, AnomalySubscription> make) {
        here.update((account) -> {
            AnomalySubscription made = checked(make.apply(account), account);
            UnaryOperator<footing.practice.Table<AnomalySubscription>> put = (all) -> all
                    .with(made.subscriptionArn(), made);
            return account.withBeyond((beyond) -> beyond.withAnomalySubscriptions(put));
        });
    }

    /** Topics are told at once, and at once nobody but topics. */
    private static AnomalySubscription checked(AnomalySubscription given, PracticeAccount account) {
        if (given.monitorArnList().isEmpty() || given.subscribers().isEmpty() || given.thresholdExpression() == null) {
            throw invalid("MonitorArnList, Subscribers and ThresholdExpression are required");
        }
        given.monitorArnList().forEach((arn) -> check(account, arn));
        boolean atOnce = given.frequency() == AnomalySubscriptionFrequency.IMMEDIATE;
        given.subscribers().forEach((one) -> {
            if ((one.type() == SubscriberType.SNS) != atOnce) {
                throw invalid(atOnce
                        ? "Immediate frequency only supports SNS subscriptions"
                        : "Daily or weekly frequencies only support Email subscriptions");
            }
        });
        return given;
    }

    private static void check(PracticeAccount account, String monitor) {
        if (!account.beyond().monitors().has(monitor)) {
            throw noMonitor(monitor);
        }
    }

    private String arn(String kind, String name) {
        return here.arn("ce", "", kind + "/" + Here.uuid(name));
    }

    private static AwsServiceException noMonitor(String arn) {
        return Errors.named(UnknownMonitorException.builder(), SERVICE, 400, "No anomaly monitor found: " + arn);
    }

    private static AwsServiceException noSubscription(String arn) {
        return Errors.named(UnknownSubscriptionException.builder(), SERVICE, 400,
                "No anomaly subscription found: " + arn);
    }

    /** Not modelled: the SDK has no exception of its own for it. */
    private static AwsServiceException invalid(String message) {
        return Errors.error(software.amazon.awssdk.services.costexplorer.model.CostExplorerException.builder(), SERVICE,
                "ValidationException", 400, message);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
