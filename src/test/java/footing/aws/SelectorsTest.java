package footing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Trail;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;

class SelectorsTest {

    private static final AdvancedFieldSelector MANAGEMENT = field("eventCategory", "Management");

    @Test
    void basicSelector_recordsAll_whenItReadsAndWrites() {
        assertThat(basic(management(ReadWriteType.ALL))).isEqualTo(new Trail.Selectors(true, false));
    }

    @Test
    void basicSelectors_recordAll_whenOneReadsAndOneWrites() {
        assertThat(basic(management(ReadWriteType.READ_ONLY), management(ReadWriteType.WRITE_ONLY)))
                .isEqualTo(new Trail.Selectors(true, false));
    }

    @Test
    void basicSelector_doesNotRecordAll_whenItOnlyWrites() {
        assertThat(basic(management(ReadWriteType.WRITE_ONLY)).allManagementEvents()).isFalse();
    }

    @Test
    void basicSelector_doesNotRecordAll_whenItIsOfDataOnly() {
        assertThat(
                basic(EventSelector.builder().readWriteType(ReadWriteType.ALL).includeManagementEvents(false).build())
                        .allManagementEvents())
                .isFalse();
    }

    @Test
    void kms_isExcluded_whenTheSelectorNamesIt() {
        assertThat(basic(management(ReadWriteType.ALL).toBuilder()
                .excludeManagementEventSources("kms.amazonaws.com")
                .build())).isEqualTo(new Trail.Selectors(true, true));
        assertThat(advanced(selector(MANAGEMENT,
                AdvancedFieldSelector.builder().field("eventSource").notEquals("kms.amazonaws.com").build())))
                .isEqualTo(new Trail.Selectors(true, true));
    }

    @Test
    void advancedSelector_recordsAll_whenItHasNoOtherCondition() {
        assertThat(advanced(selector(MANAGEMENT))).isEqualTo(new Trail.Selectors(true, false));
    }

    @Test
    void advancedSelector_doesNotRecordAll_whenItIsReadOnly() {
        assertThat(advanced(selector(MANAGEMENT, field("readOnly", "true"))).allManagementEvents()).isFalse();
        assertThat(advanced(selector(MANAGEMENT, field("readOnly", "false"))).allManagementEvents()).isFalse();
        assertThat(advanced(selector(MANAGEMENT, field("readOnly", "true")),
                selector(MANAGEMENT, field("readOnly", "false"))).allManagementEvents()).isTrue();
    }

    @Test
    void advancedSelector_doesNotRecordAll_whenItIsNarrowed() {
        assertThat(advanced(selector(MANAGEMENT, field("eventName", "RunInstances"))).allManagementEvents()).isFalse();
        assertThat(advanced(selector(MANAGEMENT, field("eventSource", "ec2.amazonaws.com"))).allManagementEvents())
                .isFalse();
        assertThat(advanced(selector(field("eventCategory", "Data"))).allManagementEvents()).isFalse();
    }

    @Test
    void nothing_isRecorded_whenThereIsNoSelector() {
        assertThat(Selectors.of(GetEventSelectorsResponse.builder().build()))
                .isEqualTo(new Trail.Selectors(false, false));
    }

    private static Trail.Selectors basic(EventSelector... selectors) {
        return Selectors.of(GetEventSelectorsResponse.builder().eventSelectors(selectors).build());
    }

    private static Trail.Selectors advanced(AdvancedEventSelector... selectors) {
        return Selectors.of(GetEventSelectorsResponse.builder().advancedEventSelectors(selectors).build());
    }

    private static EventSelector management(ReadWriteType type) {
        return EventSelector.builder().readWriteType(type).includeManagementEvents(true).build();
    }

    private static AdvancedEventSelector selector(AdvancedFieldSelector... fields) {
        return AdvancedEventSelector.builder().fieldSelectors(fields).build();
    }

    private static AdvancedFieldSelector field(String name, String value) {
        return AdvancedFieldSelector.builder().field(name).equalsValue(value).build();
    }
}
