package footing.aws;

import footing.account.Trail;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;

/**
 * What a trail's event selectors come to. A trail has basic selectors or advanced ones; of each kind several may stand
 * together, and each adds events.
 */
public final class Selectors {

    private static final String KMS = "kms.amazonaws.com";
    private static final String CATEGORY = "eventCategory";
    private static final String SOURCE = "eventSource";
    private static final String READ_ONLY = "readOnly";

    /** Which management events one selector records. */
    private record Part(boolean reads, boolean writes, boolean withoutKms) {
    }

    private Selectors() {
    }

    public static Trail.Selectors of(GetEventSelectorsResponse told) {
        List<Part> parts = Stream
                .concat(told.eventSelectors().stream().filter(Selectors::isOfManagement).map(Selectors::part),
                        told.advancedEventSelectors().stream().filter(Selectors::isOfManagement).map(Selectors::part))
                .toList();
        return new Trail.Selectors(parts.stream().anyMatch(Part::reads) && parts.stream().anyMatch(Part::writes),
                !parts.isEmpty() && parts.stream().allMatch(Part::withoutKms));
    }

    private static boolean isOfManagement(EventSelector selector) {
        return FromSdk.flag(selector.includeManagementEvents());
    }

    private static Part part(EventSelector selector) {
        ReadWriteType type = selector.readWriteType();
        return new Part(type != ReadWriteType.WRITE_ONLY, type != ReadWriteType.READ_ONLY,
                selector.excludeManagementEventSources().contains(KMS));
    }

    private static boolean isOfManagement(AdvancedEventSelector selector) {
        return fields(selector, CATEGORY).anyMatch((field) -> field.equalsValue().contains("Management"));
    }

    private static Part part(AdvancedEventSelector selector) {
        boolean whole = selector.fieldSelectors().stream().allMatch(Selectors::leavesManagementWhole);
        boolean withoutReads = fields(selector, READ_ONLY).anyMatch((field) -> field.equalsValue().contains("false"));
        boolean withoutWrites = fields(selector, READ_ONLY).anyMatch((field) -> field.equalsValue().contains("true"));
        return new Part(whole && !withoutReads, whole && !withoutWrites,
                fields(selector, SOURCE).anyMatch((field) -> field.notEquals().contains(KMS)));
    }

    /**
     * A source that is left out (KMS, the RDS Data API) is told apart; any other condition narrows the selector to
     * some events.
     */
    private static boolean leavesManagementWhole(AdvancedFieldSelector field) {
        return switch (field.field()) {
            case CATEGORY, READ_ONLY -> true;
            case SOURCE -> field.equalsValue().isEmpty() && field.startsWith().isEmpty()
                    && field.endsWith().isEmpty();
            default -> false;
        };
    }

    private static Stream<AdvancedFieldSelector> fields(AdvancedEventSelector selector, String name) {
        return selector.fieldSelectors().stream().filter((field) -> field.field().equals(name));
    }
}
