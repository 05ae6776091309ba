package footing.aws.apply.setting;

import footing.plan.FieldReader;
import footing.plan.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.DataResource;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.PutEventSelectorsRequest;

/** A trail's selectors as {@code cloudtrail:PutEventSelectors} takes them, kept for whoever puts them back. */
final class SelectorValues {

    static final String BASIC = "EventSelectors";
    static final String ADVANCED = "AdvancedEventSelectors";

    private SelectorValues() {
    }

    static Value.Fields of(GetEventSelectorsResponse now) {
        return of(now.eventSelectors(), now.advancedEventSelectors());
    }

    static Value.Fields of(PutEventSelectorsRequest request) {
        return of(request.eventSelectors(), request.advancedEventSelectors());
    }

    private static Value.Fields of(List<EventSelector> basic, List<AdvancedEventSelector> advanced) {
        return advanced.isEmpty()
                ? Value.fields(BASIC, items(basic, SelectorValues::basic))
                : Value.fields(ADVANCED, items(advanced, SelectorValues::advanced));
    }

    /**
     * The way back.
     *
     * @throws IllegalArgumentException where they are no selectors that {@link #of} gave
     */
    static PutEventSelectorsRequest request(String trailArn, Value.Fields selectors) {
        PutEventSelectorsRequest.Builder request = PutEventSelectorsRequest.builder().trailName(trailArn);
        FieldReader read = FieldReader.of(selectors);
        return (read.find(ADVANCED).isPresent()
                ? request.advancedEventSelectors(read.each(ADVANCED).stream().map(SelectorValues::advanced).toList())
                : request.eventSelectors(read.each(BASIC).stream().map(SelectorValues::basic).toList())).build();
    }

    private static EventSelector basic(FieldReader selector) {
        return EventSelector.builder()
                .readWriteType(selector.text("ReadWriteType"))
                .includeManagementEvents(selector.flag("IncludeManagementEvents"))
                .excludeManagementEventSources(selector.texts("ExcludeManagementEventSources"))
                .dataResources(selector.each("DataResources")
                        .stream()
                        .map((data) -> DataResource.builder()
                                .type(data.text("Type"))
                                .values(data.texts("Values"))
                                .build())
                        .toList())
                .build();
    }

    private static AdvancedEventSelector advanced(FieldReader selector) {
        AdvancedEventSelector.Builder builder = AdvancedEventSelector.builder()
                .fieldSelectors(selector.each("FieldSelectors").stream().map(SelectorValues::field).toList());
        selector.optionalText("Name").ifPresent(builder::name);
        return builder.build();
    }

    private static AdvancedFieldSelector field(FieldReader selector) {
        AdvancedFieldSelector.Builder field = AdvancedFieldSelector.builder().field(selector.text("Field"));
        texts(selector, "Equals").ifPresent(field::equalsValue);
        texts(selector, "StartsWith").ifPresent(field::startsWith);
        texts(selector, "EndsWith").ifPresent(field::endsWith);
        texts(selector, "NotEquals").ifPresent(field::notEquals);
        texts(selector, "NotStartsWith").ifPresent(field::notStartsWith);
        texts(selector, "NotEndsWith").ifPresent(field::notEndsWith);
        return field.build();
    }

    private static Optional<List<String>> texts(FieldReader selector, String name) {
        return selector.find(name).map((found) -> selector.texts(name));
    }

    private static Value basic(EventSelector selector) {
        return Value.fields("ReadWriteType", Value.text(selector.readWriteTypeAsString()))
                .with("IncludeManagementEvents", Value.flag(selector.includeManagementEvents()))
                .with("ExcludeManagementEventSources", Value.texts(selector.excludeManagementEventSources()))
                .with("DataResources", items(selector.dataResources(), SelectorValues::data));
    }

    private static Value data(DataResource resource) {
        return Value.fields("Type", Value.text(resource.type())).with("Values", Value.texts(resource.values()));
    }

    private static Value advanced(AdvancedEventSelector selector) {
        return (selector.name() == null ? Value.none() : Value.fields("Name", Value.text(selector.name())))
                .with("FieldSelectors", items(selector.fieldSelectors(), SelectorValues::field));
    }

    private static Value field(AdvancedFieldSelector field) {
        Value.Fields fields = Value.fields("Field", Value.text(field.field()));
        fields = with(fields, "Equals", field.equalsValue());
        fields = with(fields, "StartsWith", field.startsWith());
        fields = with(fields, "EndsWith", field.endsWith());
        fields = with(fields, "NotEquals", field.notEquals());
        fields = with(fields, "NotStartsWith", field.notStartsWith());
        return with(fields, "NotEndsWith", field.notEndsWith());
    }

    private static Value.Fields with(Value.Fields fields, String name, List<String> texts) {
        return texts.isEmpty() ? fields : fields.with(name, Value.texts(texts));
    }

    private static <S> Value items(List<S> all, Function<S, Value> value) {
        return new Value.Items(all.stream().map(value).toList());
    }
}
