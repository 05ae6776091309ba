package footing.aws.apply.setting;

import footing.aws.FromSdk;
import footing.aws.Selectors;
import footing.plan.Setting.TrailCoverage;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.PutEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/**
 * What a trail records. Selectors are only ever widened: what they record besides management events stays, and the
 * sources that somebody left out stay left out.
 */
record TrailCoverageAccess(CloudTrailClient cloudTrail, String arn) implements SettingAccess<TrailCoverage> {

    private static final String CATEGORY = "eventCategory";
    private static final String MANAGEMENT = "Management";
    private static final String SOURCE = "eventSource";

    @Override
    public TrailCoverage read() {
        Trail trail = TrailSettings.describe(cloudTrail, arn);
        return new TrailCoverage(FromSdk.flag(trail.isMultiRegionTrail()),
                FromSdk.flag(trail.includeGlobalServiceEvents()),
                FromSdk.flag(cloudTrail.getTrailStatus((request) -> request.name(arn)).isLogging()),
                Selectors.of(selectors()).allManagementEvents());
    }

    @Override
    public void write(TrailCoverage before, TrailCoverage after) {
        if (before.allManagementEvents() && !after.allManagementEvents()) {
            throw new UnsupportedOperationException("which management events were left out is not known any more");
        }
        if (before.multiRegion() != after.multiRegion() || before.globalEvents() != after.globalEvents()) {
            cloudTrail.updateTrail((request) -> request.name(arn)
                    .isMultiRegionTrail(after.multiRegion())
                    .includeGlobalServiceEvents(after.globalEvents()));
        }
        if (before.allManagementEvents() != after.allManagementEvents()) {
            cloudTrail.putEventSelectors(widened(selectors()));
        }
        if (before.logging() != after.logging()) {
            if (after.logging()) {
                cloudTrail.startLogging((request) -> request.name(arn));
            } else {
                cloudTrail.stopLogging((request) -> request.name(arn));
            }
        }
    }

    private GetEventSelectorsResponse selectors() {
        return cloudTrail.getEventSelectors((request) -> request.trailName(arn));
    }

    private PutEventSelectorsRequest widened(GetEventSelectorsResponse now) {
        PutEventSelectorsRequest.Builder request = PutEventSelectorsRequest.builder().trailName(arn);
        return (now.advancedEventSelectors().isEmpty()
                ? request.eventSelectors(basic(now.eventSelectors()))
                : request.advancedEventSelectors(advanced(now.advancedEventSelectors()))).build();
    }

    /** Selectors of data events stay as they are: made wider, they would record, and cost, more than was asked for. */
    private static List<EventSelector> basic(List<EventSelector> now) {
        List<EventSelector> widened = new ArrayList<>();
        widened.add(EventSelector.builder()
                .includeManagementEvents(true)
                .readWriteType(ReadWriteType.ALL)
                .excludeManagementEventSources(now.stream()
                        .filter((selector) -> FromSdk.flag(selector.includeManagementEvents()))
                        .findFirst()
                        .map(EventSelector::excludeManagementEventSources)
                        .orElse(List.of()))
                .build());
        now.stream()
                .filter((selector) -> !selector.dataResources().isEmpty())
                .forEach((selector) -> widened.add(selector.toBuilder()
                        .includeManagementEvents(false)
                        .excludeManagementEventSources(List.of())
                        .build()));
        return widened;
    }

    private static List<AdvancedEventSelector> advanced(List<AdvancedEventSelector> now) {
        List<AdvancedEventSelector> widened = new ArrayList<>(
                now.stream().filter((selector) -> !isOfManagement(selector)).toList());
        List<AdvancedFieldSelector> fields = new ArrayList<>();
        fields.add(AdvancedFieldSelector.builder().field(CATEGORY).equalsValue(MANAGEMENT).build());
        now.stream()
                .filter(TrailCoverageAccess::isOfManagement)
                .findFirst()
                .ifPresent((selector) -> selector.fieldSelectors()
                        .stream()
                        .filter((field) -> field.field().equals(SOURCE) && !field.notEquals().isEmpty())
                        .forEach((field) -> fields.add(AdvancedFieldSelector.builder()
                                .field(SOURCE)
                                .notEquals(field.notEquals())
                                .build())));
        widened.add(AdvancedEventSelector.builder().name("Management events").fieldSelectors(fields).build());
        return widened;
    }

    private static boolean isOfManagement(AdvancedEventSelector selector) {
        return selector.fieldSelectors()
                .stream()
                .anyMatch((field) -> field.field().equals(CATEGORY) && field.equalsValue().contains(MANAGEMENT));
    }
}
