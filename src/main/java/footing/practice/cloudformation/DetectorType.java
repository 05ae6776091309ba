package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.FLAG;
import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import software.amazon.awssdk.services.guardduty.GuardDutyClient;

/** {@code AWS::GuardDuty::Detector}; its physical id is the detector's. */
final class DetectorType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(required("Enable", FLAG),
            optional("FindingPublishingFrequency", TEXT), optional("Tags", Shape.tags()));

    private static final Kind KIND = Kind.of("AWS::GuardDuty::Detector", PROPERTIES)
            .giving("Id")
            .tagged(Tagging.STACK);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        return detectors(request).createDetector((call) -> {
            call.enable(enabled(request)).tags(request.tags());
            request.properties().text("FindingPublishingFrequency").ifPresent(call::findingPublishingFrequency);
        }).detectorId();
    }

    @Override
    public void configure(Request request) {
        if (request.before().isPresent()) {
            detectors(request)
                    .updateDetector((call) -> call.detectorId(request.physicalId()).enable(enabled(request)));
            String arn = request.site().arn("guardduty", "detector/" + request.physicalId());
            request.retag((keys) -> detectors(request).untagResource((call) -> call.resourceArn(arn).tagKeys(keys)),
                    (tags) -> detectors(request).tagResource((call) -> call.resourceArn(arn).tags(tags)));
        }
    }

    private static boolean enabled(Request request) {
        return request.properties().flag("Enable").orElseThrow();
    }

    @Override
    public void delete(Request request) {
        detectors(request).deleteDetector((call) -> call.detectorId(request.physicalId()));
    }

    private static GuardDutyClient detectors(Request request) {
        return request.site().client(GuardDutyClient.class);
    }
}
