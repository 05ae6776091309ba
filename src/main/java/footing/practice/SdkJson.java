package footing.practice;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/** Reads and writes the SDK's model values as JSON, by the names that AWS gives to their members. */
final class SdkJson extends SimpleModule {

    SdkJson() {
        super("sdk");
        addSerializer(SdkPojo.class, new Writer());
        setDeserializers(new Readers());
    }

    private static final class Writer extends JsonSerializer<SdkPojo> {
        @Override
        public void serialize(SdkPojo pojo, JsonGenerator out, SerializerProvider all) throws IOException {
            out.writeStartObject();
            for (SdkField<?> field : pojo.sdkFields()) {
                Object value = field.getValueOrDefault(pojo);
                boolean unset = value == null || value instanceof SdkAutoConstructList<?>
                        || value instanceof SdkAutoConstructMap<?, ?>;
                if (!unset) {
                    all.defaultSerializeField(field.memberName(), value, out);
                }
            }
            out.writeEndObject();
        }
    }

    private static final class Readers extends SimpleDeserializers {
        @Override
        public JsonDeserializer<?> findBeanDeserializer(JavaType type, DeserializationConfig config,
                BeanDescription description) throws JsonMappingException {
            return SdkPojo.class.isAssignableFrom(type.getRawClass())
                    ? new Reader(type.getRawClass())
                    : super.findBeanDeserializer(type, config, description);
        }
    }

    private static final class Reader extends JsonDeserializer<Object> {
        private final Class<?> type;

        Reader(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                SdkPojo builder = (SdkPojo) type.getMethod("builder").invoke(null);
                return fill(builder, context.readTree(in), context);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("Not a value of the SDK: " + type, impossible);
            }
        }

        private Object fill(SdkPojo builder, JsonNode node, DeserializationContext context) throws IOException {
            Set<String> unknown = new HashSet<>();
            node.fieldNames().forEachRemaining(unknown::add);
            for (SdkField<?> field : builder.sdkFields()) {
                if (unknown.remove(field.memberName())) {
                    field.set(builder, value(field, node.get(field.memberName()), context));
                }
            }
            if (!unknown.isEmpty()) {
                context.reportInputMismatch(this, "%s has no %s", type.getSimpleName(), unknown);
            }
            return ((Buildable) builder).build();
        }

        private Object value(SdkField<?> field, JsonNode node, DeserializationContext context) throws IOException {
            return switch (field.marshallingType().getKnownType()) {
                case STRING -> node.asText();
                case INTEGER -> node.intValue();
                case LONG -> node.longValue();
                case DOUBLE -> node.doubleValue();
                case FLOAT -> node.floatValue();
                case BOOLEAN -> node.booleanValue();
                case INSTANT -> context.readTreeAsValue(node, Instant.class);
                case SDK_POJO -> fill(field.constructor().get(), node, context);
                case LIST -> list(field.getTrait(ListTrait.class).memberFieldInfo(), node, context);
                case MAP -> map(field.getTrait(MapTrait.class).valueFieldInfo(), node, context);
                case BIG_DECIMAL -> node.decimalValue();
                case NULL, SDK_BYTES, SHORT, BYTE, DOCUMENT ->
                    throw new IllegalStateException("Not kept in the practice account: " + field.memberName());
            };
        }

        private List<Object> list(SdkField<?> member, JsonNode node, DeserializationContext context)
                throws IOException {
            List<Object> values = new ArrayList<>();
            for (JsonNode each : node) {
                values.add(value(member, each, context));
            }
            return values;
        }

        private Map<String, Object> map(SdkField<?> member, JsonNode node, DeserializationContext context)
                throws IOException {
            Map<String, Object> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> each : node.properties()) {
                values.put(each.getKey(), value(member, each.getValue(), context));
            }
            return values;
        }
    }
}
