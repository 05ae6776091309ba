package footing.aws.apply.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.DataResource;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;

/** How the selectors of a trail are widened. */
class TrailCoverageAccessTest {

    private static final String KMS = "kms.amazonaws.com";
    private static final String RDS = "rdsdata.amazonaws.com";

    private static EventSelector management(ReadWriteType type, String... leftOut) {
        return EventSelector.builder()
                .includeManagementEvents(true)
                .readWriteType(type)
                .excludeManagementEventSources(leftOut)
                .build();
    }

    private static EventSelector data(ReadWriteType type, String bucket) {
        return EventSelector.builder()
                .includeManagementEvents(false)
                .readWriteType(type)
                .excludeManagementEventSources(List.of())
                .dataResources(DataResource.builder().type("AWS::S3::Object").values(bucket).build())
                .build();
    }

    private static AdvancedEventSelector advanced(String name, String... leftOut) {
        return AdvancedEventSelector.builder()
                .name(name)
                .fieldSelectors(List.of(
                        AdvancedFieldSelector.builder().field("eventCategory").equalsValue("Management").build(),
                        AdvancedFieldSelector.builder().field("eventSource").notEquals(leftOut).build()))
                .build();
    }

    @Test
    void source_isLeftOut_whenEverySelectorLeavesItOut() {
        List<EventSelector> now = List.of(management(ReadWriteType.READ_ONLY, KMS, RDS),
                management(ReadWriteType.WRITE_ONLY, KMS));

        assertThat(TrailCoverageAccess.basic(now)).containsExactly(management(ReadWriteType.ALL, KMS));
        assertThat(TrailCoverageAccess.advanced(List.of(advanced("reads", KMS, RDS), advanced("writes", RDS))))
                .containsExactly(advanced("reads", RDS));
    }

    @Test
    void selectors_areNeverMoreThanFive() {
        List<EventSelector> five = IntStream.range(0, 5)
                .mapToObj((n) -> data(n < 3 ? ReadWriteType.READ_ONLY : ReadWriteType.ALL, "arn:aws:s3:::b" + n + "/"))
                .toList();

        List<EventSelector> widened = TrailCoverageAccess.basic(five);

        assertThat(widened).hasSizeLessThanOrEqualTo(5).first().isEqualTo(management(ReadWriteType.ALL));
        assertThat(widened.stream().flatMap((one) -> one.dataResources().stream()).toList())
                .containsExactlyInAnyOrderElementsOf(five.stream()
                        .flatMap((one) -> one.dataResources().stream())
                        .toList());
    }

    @Test
    void dataEvents_stayAsNarrowAsTheyWere() {
        List<EventSelector> now = List.of(data(ReadWriteType.WRITE_ONLY, "arn:aws:s3:::logs/").toBuilder()
                .includeManagementEvents(true)
                .build());

        assertThat(TrailCoverageAccess.basic(now)).containsExactly(management(ReadWriteType.ALL),
                data(ReadWriteType.WRITE_ONLY, "arn:aws:s3:::logs/"));
    }
}
