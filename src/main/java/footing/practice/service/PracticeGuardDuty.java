package footing.practice.service;

import footing.practice.BeyondState.DetectorState;
import footing.practice.call.Errors;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.BadRequestException;
import software.amazon.awssdk.services.guardduty.model.CreateDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.CreateDetectorResponse;
import software.amazon.awssdk.services.guardduty.model.DeleteDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.DeleteDetectorResponse;
import software.amazon.awssdk.services.guardduty.model.DetectorStatus;
import software.amazon.awssdk.services.guardduty.model.GetAdministratorAccountRequest;
import software.amazon.awssdk.services.guardduty.model.GetAdministratorAccountResponse;
import software.amazon.awssdk.services.guardduty.model.GetDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.GetDetectorResponse;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsRequest;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsResponse;
import software.amazon.awssdk.services.guardduty.model.TagResourceRequest;
import software.amazon.awssdk.services.guardduty.model.TagResourceResponse;
import software.amazon.awssdk.services.guardduty.model.UntagResourceRequest;
import software.amazon.awssdk.services.guardduty.model.UntagResourceResponse;
import software.amazon.awssdk.services.guardduty.model.UpdateDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.UpdateDetectorResponse;

/** Amazon GuardDuty: the one detector of a Region, which an organization may manage. */
public final class PracticeGuardDuty implements GuardDutyClient {

    private static final String REJECTED = "The request is rejected because ";

    private final Here here;

    public PracticeGuardDuty(Here here) {
        this.here = here;
    }

    @Override
    public ListDetectorsResponse listDetectors(ListDetectorsRequest request) {
        return ListDetectorsResponse.builder().detectorIds(there().stream().map(DetectorState::id).toList()).build();
    }

    @Override
    public GetDetectorResponse getDetector(GetDetectorRequest request) {
        DetectorState detector = find(request.detectorId());
        return GetDetectorResponse.builder()
                .status(detector.enabled() ? DetectorStatus.ENABLED : DetectorStatus.DISABLED)
                .tags(detector.tags())
                .build();
    }

    @Override
    public GetAdministratorAccountResponse getAdministratorAccount(GetAdministratorAccountRequest request) {
        GetAdministratorAccountResponse.Builder told = GetAdministratorAccountResponse.builder();
        find(request.detectorId()).administrator()
                .ifPresent((account) -> told
                        .administrator((one) -> one.accountId(account).relationshipStatus("Enabled")));
        return told.build();
    }

    @Override
    public CreateDetectorResponse createDetector(CreateDetectorRequest request) {
        boolean enable = Optional.ofNullable(request.enable())
                .orElseThrow(() -> rejected("the parameter enable is required."));
        String id = Here.uuid(here.accountId() + here.region() + here.now()).toString().replace("-", "");
        here.update((account) -> {
            if (account.beyond().detectors().has(here.region().id())) {
                throw rejected("a detector already exists for the current account.");
            }
            return account.withBeyond((beyond) -> beyond.withDetectors((all) -> all.with(here.region().id(),
                    new DetectorState(id, enable, Optional.empty(), new TreeMap<>(request.hasTags()
                            ? request.tags()
                            : Map.of())))));
        });
        return CreateDetectorResponse.builder().detectorId(id).build();
    }

    @Override
    public UpdateDetectorResponse updateDetector(UpdateDetectorRequest request) {
        change(request.detectorId(), (old) -> new DetectorState(old.id(),
                Optional.ofNullable(request.enable()).orElse(old.enabled()), old.administrator(), old.tags()));
        return UpdateDetectorResponse.builder().build();
    }

    @Override
    public DeleteDetectorResponse deleteDetector(DeleteDetectorRequest request) {
        unmanaged(find(request.detectorId()));
        here.update((account) -> account
                .withBeyond((beyond) -> beyond.withDetectors((all) -> all.without(here.region().id()))));
        return DeleteDetectorResponse.builder().build();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        tags(request.resourceArn(), (old) -> Tags.with(old, request.tags()));
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        tags(request.resourceArn(), (old) -> Tags.without(old, request.tagKeys()));
        return UntagResourceResponse.builder().build();
    }

    private void tags(@Nullable String resource, UnaryOperator<SortedMap<String, String>> change) {
        String arn = String.valueOf(resource);
        DetectorState old = find(arn.substring(arn.lastIndexOf('/') + 1));
        put(new DetectorState(old.id(), old.enabled(), old.administrator(), change.apply(old.tags())));
    }

    private void change(@Nullable String id, UnaryOperator<DetectorState> change) {
        DetectorState old = find(id);
        unmanaged(old);
        put(change.apply(old));
    }

    private void put(DetectorState now) {
        here.update((account) -> account
                .withBeyond((beyond) -> beyond.withDetectors((all) -> all.with(here.region().id(), now))));
    }

    /** What the administrator of an organization manages, its members cannot change. */
    private static void unmanaged(DetectorState detector) {
        if (detector.administrator().isPresent()) {
            throw rejected("the current account is a member account that is managed by an administrator account.");
        }
    }

    private Optional<DetectorState> there() {
        return here.account().beyond().detectors().find(here.region().id());
    }

    private DetectorState find(@Nullable String id) {
        return there().filter((detector) -> detector.id().equals(id))
                .orElseThrow(() -> rejected("the input detectorId is not owned by the current account."));
    }

    private static AwsServiceException rejected(String why) {
        return Errors.named(BadRequestException.builder(), "GuardDuty", 400, REJECTED + why);
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
