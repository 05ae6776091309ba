package footing.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A property of a resource, or a setting shown as data: a small tree, written by a library, never by hand. */
public sealed interface Value {

    record Text(String text) implements Value {
    }

    record Whole(long number) implements Value {
    }

    record Flag(boolean on) implements Value {
    }

    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Fields in their order. */
    record Fields(SequencedMap<String, Value> fields) implements Value {
        public Fields {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        public Fields with(String name, Value value) {
            SequencedMap<String, Value> more = new LinkedHashMap<>(fields);
            more.put(name, value);
            return new Fields(more);
        }

        /** These fields, and then the other ones. */
        public Fields and(Fields others) {
            SequencedMap<String, Value> more = new LinkedHashMap<>(fields);
            more.putAll(others.fields);
            return new Fields(more);
        }
    }

    /** {@code !Ref}: the physical id of a resource of the same stack, or a pseudo parameter. */
    record Ref(String logicalId) implements Value {
    }

    /** {@code !GetAtt}: an attribute of a resource of the same stack. */
    record GetAtt(String logicalId, String attribute) implements Value {
    }

    /** {@code !Sub}: a text in which {@code ${…}} names resources, attributes and pseudo parameters. */
    record Sub(String text) implements Value {
    }

    /** Nothing was there. */
    record Absent() implements Value {
    }

    Value ABSENT = new Absent();

    static Text text(String text) {
        return new Text(text);
    }

    static Whole number(long number) {
        return new Whole(number);
    }

    static Flag flag(boolean on) {
        return new Flag(on);
    }

    static Items items(Value... items) {
        return new Items(List.of(items));
    }

    static Items texts(List<String> texts) {
        return new Items(texts.stream().<Value>map(Text::new).toList());
    }

    static Fields none() {
        return new Fields(new LinkedHashMap<>());
    }

    static Fields fields(String name, Value value) {
        return none().with(name, value);
    }

    static Fields fields(Map<String, Value> fields) {
        return new Fields(new LinkedHashMap<>(fields));
    }
}
