package footing.aws.apply.setting;

import footing.plan.Value;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.DataResource;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;

/** A trail's selectors as {@code cloudtrail:PutEventSelectors} takes them, to be kept for whoever puts them back. */
final class SelectorValues {

    private SelectorValues() {
    }

    static Value.Fields of(GetEventSelectorsResponse now) {
        return now.advancedEventSelectors().isEmpty()
                ? Value.fields("EventSelectors", items(now.eventSelectors(), SelectorValues::basic))
                : Value.fields("AdvancedEventSelectors", items(now.advancedEventSelectors(), SelectorValues::advanced));
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
