package footing.practice.fault;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Makes an operation's request of what a file says, by the names that AWS gives to its members. */
final class Requests {

    private Requests() {
    }

    static SdkRequest of(Operation operation, Part with) {
        return (SdkRequest) filled(operation.request(), with);
    }

    /** Of what nobody says anything. */
    static SdkRequest empty(Operation operation) {
        return (SdkRequest) ((Buildable) operation.request()).build();
    }

    private static Object filled(SdkPojo builder, Part part) {
        Map<String, SdkField<?>> members = new TreeMap<>();
        builder.sdkFields().forEach((member) -> members.put(member.memberName(), member));
        part.fields().forEach((name, value) -> {
            SdkField<?> member = members.get(name);
            if (member == null) {
                throw value.wrong("there is no such member; allowed are " + String.join(", ", members.keySet()));
            }
            member.set(builder, value(member, value));
        });
        return ((Buildable) builder).build();
    }

    private static Object value(SdkField<?> member, Part part) {
        return switch (member.marshallingType().getKnownType()) {
            case STRING -> part.text();
            case INTEGER -> number(part, Integer::valueOf);
            case LONG -> number(part, Long::valueOf);
            case DOUBLE -> number(part, Double::valueOf);
            case FLOAT -> number(part, Float::valueOf);
            case BIG_DECIMAL -> number(part, java.math.BigDecimal::new);
            case BOOLEAN -> Boolean.valueOf(part.oneOf(Set.of("true", "false")));
            case INSTANT -> time(part);
            case SDK_POJO -> filled(member.constructor().get(), part);
            case LIST -> {
                List<Object> values = new ArrayList<>();
                part.list()
                        .forEach((one) -> values.add(value(member.getTrait(ListTrait.class).memberFieldInfo(),
                                one)));
                yield values;
            }
            case MAP -> {
                Map<String, Object> values = new LinkedHashMap<>();
                part.fields()
                        .forEach((key, one) -> values.put(key,
                                value(member.getTrait(MapTrait.class).valueFieldInfo(), one)));
                yield values;
            }
            case NULL, SDK_BYTES, SHORT, BYTE, DOCUMENT -> throw part.wrong("a file cannot say such a value");
        };
    }

    private static <N extends Number> N number(Part part, Function<String, N> read) {
        try {
            return read.apply(part.text());
        } catch (NumberFormatException notOne) {
            throw part.notAllowed("a number");
        }
    }

    private static Instant time(Part part) {
        try {
            return Instant.parse(part.text());
        } catch (DateTimeException notOne) {
            throw part.notAllowed("a time such as 2026-03-02T10:00:00Z");
        }
    }
}
