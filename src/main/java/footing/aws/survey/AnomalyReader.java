package footing.aws.survey;

import footing.account.AnomalyDetection;
import footing.account.AnomalyDetection.Listener;
import footing.account.Fact;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Topic;
import footing.aws.FromSdk;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.AnomalyMonitor;
import software.amazon.awssdk.services.costexplorer.model.AnomalySubscription;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalyMonitorsRequest;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalySubscriptionsRequest;
import software.amazon.awssdk.services.costexplorer.model.MonitorDimension;
import software.amazon.awssdk.services.costexplorer.model.MonitorType;
import software.amazon.awssdk.services.costexplorer.model.Subscriber;
import software.amazon.awssdk.services.costexplorer.model.SubscriberStatus;
import software.amazon.awssdk.services.costexplorer.model.SubscriberType;

/** What watches the costs of the account, and whom it tells. */
final class AnomalyReader {

    static final List<Reader<?>> READERS = List.of(Reader.of(Fact.ANOMALY_DETECTION, AnomalyReader::read,
            "ce:GetAnomalyMonitors", "ce:GetAnomalySubscriptions", "sns:ListTopics", "sns:ListSubscriptions",
            "sns:GetTopicAttributes", "sns:GetSubscriptionAttributes"));

    /** As many as AWS gives at a time. */
    private static final int PAGE = 100;
    private static final int ARN_PARTS = 6;

    private AnomalyReader() {
    }

    private static Reading<AnomalyDetection> read(Asking asking) {
        return Places.whereOffered(asking, CostExplorerClient.class, () -> {
            Asking.Meanwhile<Reading<List<AnomalyDetection.Subscription>>> subscriptions = asking
                    .start(AnomalyReader::subscriptions);
            Reading<List<AnomalyDetection.Monitor>> monitors = monitors(asking);
            return Reading.both(monitors, subscriptions.get(), AnomalyDetection::new);
        });
    }

    private static Reading<List<AnomalyDetection.Monitor>> monitors(Asking asking) {
        return asking
                .pages(Ask.of(CostExplorerClient.class, asking.home(), "GetAnomalyMonitors",
                        GetAnomalyMonitorsRequest.builder().maxResults(PAGE).build(),
                        CostExplorerClient::getAnomalyMonitors)
                        .seeing((response) -> Values.of()
                                .and("AnomalyMonitors",
                                        Values.some(response.anomalyMonitors()
                                                .stream()
                                                .map((one) -> FromSdk.text(one.monitorName()))))
                                .map()),
                        (request, response) -> FromSdk.some(response.nextPageToken())
                                .map((token) -> request.toBuilder().nextPageToken(token).build()))
                .map((pages) -> pages.stream()
                        .flatMap((page) -> page.anomalyMonitors().stream())
                        .map(AnomalyReader::monitor)
                        .toList());
    }

    private static AnomalyDetection.Monitor monitor(AnomalyMonitor told) {
        return new AnomalyDetection.Monitor(FromSdk.text(told.monitorArn()), FromSdk.text(told.monitorName()),
                told.monitorType() == MonitorType.DIMENSIONAL
                        && told.monitorDimension() == MonitorDimension.SERVICE);
    }

    private static Reading<List<AnomalyDetection.Subscription>> subscriptions(Asking asking) {
        return asking
                .pages(Ask.of(CostExplorerClient.class, asking.home(), "GetAnomalySubscriptions",
                        GetAnomalySubscriptionsRequest.builder().maxResults(PAGE).build(),
                        CostExplorerClient::getAnomalySubscriptions)
                        .seeing((response) -> Values.of()
                                .and("AnomalySubscriptions",
                                        Values.some(response.anomalySubscriptions()
                                                .stream()
                                                .map((one) -> FromSdk.text(one.subscriptionName()))))
                                .map()),
                        (request, response) -> FromSdk.some(response.nextPageToken())
                                .map((token) -> request.toBuilder().nextPageToken(token).build()))
                .map((pages) -> asking.each(
                        pages.stream().flatMap((page) -> page.anomalySubscriptions().stream()).toList(),
                        AnomalyReader::subscription));
    }

    private static AnomalyDetection.Subscription subscription(Asking asking, AnomalySubscription told) {
        List<Subscriber> subscribers = told.subscribers()
                .stream()
                .filter((one) -> one.status() != SubscriberStatus.DECLINED)
                .toList();
        return new AnomalyDetection.Subscription(FromSdk.text(told.subscriptionName()), told.monitorArnList(),
                asking.each(subscribers, AnomalyReader::listener));
    }

    private static Listener listener(Asking asking, Subscriber told) {
        String address = FromSdk.text(told.address());
        return told.type() == SubscriberType.SNS
                ? new Listener.ByTopic(address, topic(asking, address))
                : new Listener.Mail(address);
    }

    /** Nobody here sees who is subscribed to the topic of another account, or of another Region than that of billing. */
    private static Reading<Optional<Topic>> topic(Asking asking, String arn) {
        String[] parts = arn.split(":", -1);
        boolean here = parts.length == ARN_PARTS && parts[4].equals(asking.identity().account())
                && parts[3].equals(Places.ofBilling(asking).id());
        return here
                ? TopicReader.topic(asking, Places.ofBilling(asking), arn)
                : new Reading.Failed<>(new Problem(Problem.Kind.NOT_READ, "sns:GetTopicAttributes", arn));
    }
}
