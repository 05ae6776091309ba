package footing.aws.apply.setting;

import footing.aws.FromSdk;
import footing.aws.Selectors;
import footing.plan.Setting.TrailCoverage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.PutEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/**
 * What a trail records. Selectors are only ever widened: all that they record stays recorded, and a source that every
 * one of them leaves out stays left out.
 */
record TrailCoverageAccess(CloudTrailClient cloudTrail, String arn) implements SettingAccess<TrailCoverage> {

    /** So many selectors of the basic kind a trail may have. */
    private static final int MOST = 5;
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
        writes(before, after).forEach((one) -> one.call().run());
    }

    @Override
    public List<Write<TrailCoverage>> writes(TrailCoverage before, TrailCoverage after) {
        if (before.allManagementEvents() && !after.allManagementEvents()) {
            throw new UnsupportedOperationException("which management events were left out is not known any more");
        }
        List<Write<TrailCoverage>> writes = new ArrayList<>();
        TrailCoverage reach = new TrailCoverage(after.multiRegion(), after.globalEvents(), before.logging(),
                before.allManagementEvents());
        TrailCoverage events = new TrailCoverage(after.multiRegion(), after.globalEvents(), before.logging(),
                after.allManagementEvents());
        if (!reach.equals(before)) {
            writes.add(new Write<>(reach, () -> cloudTrail.updateTrail((request) -> request.name(arn)
                    .isMultiRegionTrail(after.multiRegion())
                    .includeGlobalServiceEvents(after.globalEvents()))));
        }
        if (!events.equals(reach)) {
            GetEventSelectorsResponse now = selectors();
            PutEventSelectorsRequest widened = widened(now);
            writes.add(new Write<>(events, SelectorValues.of(now), SelectorValues.of(widened),
                    () -> cloudTrail.putEventSelectors(widened)));
        }
        if (!after.equals(events)) {
            writes.add(new Write<>(after, () -> log(after.logging())));
        }
        return writes;
    }

    private void log(boolean on) {
        if (on) {
            cloudTrail.startLogging((request) -> request.name(arn));
        } else {
            cloudTrail.stopLogging((request) -> request.name(arn));
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

    /**
     * One selector for all management events, and those of data events as they are: made wider, they would record, and
     * cost, more than was asked for.
     */
    static List<EventSelector> basic(List<EventSelector> now) {
        List<EventSelector> management = now.stream()
                .filter((selector) -> FromSdk.flag(selector.includeManagementEvents()))
                .toList();
        List<EventSelector> data = now.stream()
                .filter((selector) -> !selector.dataResources().isEmpty())
                .map((selector) -> selector.toBuilder()
                        .includeManagementEvents(false)
                        .excludeManagementEventSources(List.of())
                        .build())
                .toList();
        List<EventSelector> widened = new ArrayList<>();
        widened.add(EventSelector.builder()
                .includeManagementEvents(true)
                .readWriteType(ReadWriteType.ALL)
                .excludeManagementEventSources(common(management.stream()
                        .map(EventSelector::excludeManagementEventSources)
                        .toList()))
                .build());
        widened.addAll(data.size() < MOST ? data : together(data));
        return widened;
    }

    /** Those that record the same kind of events as one: that records what they did, and makes room. */
    private static List<EventSelector> together(List<EventSelector> data) {
        Map<ReadWriteType, EventSelector> byType = new EnumMap<>(ReadWriteType.class);
        data.forEach((selector) -> byType.merge(selector.readWriteType(), selector,
                (one, other) -> one.toBuilder()
                        .dataResources(Stream.concat(one.dataResources().stream(), other.dataResources().stream())
                                .toList())
                        .build()));
        return List.copyOf(byType.values());
    }

    /** What every one of them leaves out: what one of them records stays recorded. */
    private static List<String> common(List<List<String>> leftOut) {
        Set<String> common = new LinkedHashSet<>();
        leftOut.stream().limit(1).forEach(common::addAll);
        leftOut.forEach(common::retainAll);
        return List.copyOf(common);
    }

    /** The first selector of management events widened in its place, the others of them gone into it. */
    static List<AdvancedEventSelector> advanced(List<AdvancedEventSelector> now) {
        List<AdvancedEventSelector> management = now.stream().filter(TrailCoverageAccess::isOfManagement).toList();
        List<String> leftOut = common(management.stream().map(TrailCoverageAccess::sourcesLeftOut).toList());
        List<AdvancedFieldSelector> fields = new ArrayList<>();
        fields.add(AdvancedFieldSelector.builder().field(CATEGORY).equalsValue(MANAGEMENT).build());
        if (!leftOut.isEmpty()) {
            fields.add(AdvancedFieldSelector.builder().field(SOURCE).notEquals(leftOut).build());
        }
        AdvancedEventSelector all = AdvancedEventSelector.builder()
                .name(management.stream()
                        .flatMap((selector) -> FromSdk.some(selector.name()).stream())
                        .findFirst()
                        .orElse("Management events"))
                .fieldSelectors(fields)
                .build();
        List<AdvancedEventSelector> widened = new ArrayList<>();
        for (AdvancedEventSelector selector : now) {
            if (!isOfManagement(selector)) {
                widened.add(selector);
            } else if (!widened.contains(all)) {
                widened.add(all);
            }
        }
        if (management.isEmpty()) {
            widened.add(all);
        }
        return widened;
    }

    private static List<String> sourcesLeftOut(AdvancedEventSelector selector) {
        return selector.fieldSelectors()
                .stream()
                .filter((field) -> field.field().equals(SOURCE))
                .flatMap((field) -> field.notEquals().stream())
                .toList();
    }

    private static boolean isOfManagement(AdvancedEventSelector selector) {
        return selector.fieldSelectors()
                .stream()
                .anyMatch((field) -> field.field().equals(CATEGORY) && field.equalsValue().contains(MANAGEMENT));
    }
}
