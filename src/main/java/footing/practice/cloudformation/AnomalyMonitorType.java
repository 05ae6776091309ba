package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.listOf;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;

/** {@code AWS::CE::AnomalyMonitor}; its physical id is its ARN. */
final class AnomalyMonitorType implements ResourceType {

    static final Shape TAGS = listOf(fields(required("Key", TEXT), required("Value", TEXT)));

    private static final Shape.Fields PROPERTIES = fields(required("MonitorName", TEXT),
            required("MonitorType", TEXT).replacing(), optional("MonitorDimension", TEXT).replacing(),
            optional("ResourceTags", TAGS).replacing());

    private static final Kind KIND = Kind.of("AWS::CE::AnomalyMonitor", PROPERTIES).giving("MonitorArn");

    @Override
    public Kind kind() {
        return KIND;
    }

    /** The handler tells of a second monitor as of one that is there already, and says nothing more. */
    @Override
    public String make(Request request) {
        try {
            return costs(request).createAnomalyMonitor((call) -> call.anomalyMonitor((monitor) -> {
                monitor.monitorName(request.properties().needed("MonitorName"))
                        .monitorType(request.properties().needed("MonitorType"));
                request.properties().text("MonitorDimension").ifPresent(monitor::monitorDimension);
            })).monitorArn();
        } catch (AwsServiceException refused) {
            if (!refused.awsErrorDetails().errorMessage().startsWith("Limit exceeded")) {
                throw refused;
            }
            throw (HandlerRefusal) new HandlerRefusal("AlreadyExists", "null").initCause(refused);
        }
    }

    @Override
    public void configure(Request request) {
        if (request.before().isPresent()) {
            costs(request).updateAnomalyMonitor((call) -> call.monitorArn(request.physicalId())
                    .monitorName(request.properties().needed("MonitorName")));
        }
    }

    @Override
    public void delete(Request request) {
        costs(request).deleteAnomalyMonitor((call) -> call.monitorArn(request.physicalId()));
    }

    private static CostExplorerClient costs(Request request) {
        return request.site().client(CostExplorerClient.class);
    }
}
