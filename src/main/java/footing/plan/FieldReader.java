package footing.plan;

import java.util.List;
import java.util.Optional;

/** Reads fields that were written by this program; what does not fit is named. */
record FieldReader(Value.Fields of) {

    static FieldReader of(Value value) {
        if (value instanceof Value.Fields fields) {
            return new FieldReader(fields);
        }
        throw new IllegalArgumentException("not fields: " + value);
    }

    Optional<Value> find(String name) {
        return Optional.ofNullable(of.fields().get(name)).filter((value) -> !value.equals(Value.ABSENT));
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) {
        return find(name).map((value) -> {
            if (value instanceof Value.Text(String text)) {
                return text;
            }
            throw new IllegalArgumentException(name + " is not a text");
        });
    }

    List<String> texts(String name) {
        if (find(name).orElseThrow(() -> missing(name)) instanceof Value.Items(List<Value> items)) {
            return items.stream().map((item) -> {
                if (item instanceof Value.Text(String text)) {
                    return text;
                }
                throw new IllegalArgumentException(name + " has something that is not a text");
            }).toList();
        }
        throw new IllegalArgumentException(name + " is not a list");
    }

    int number(String name) {
        return optionalNumber(name).orElseThrow(() -> missing(name));
    }

    Optional<Integer> optionalNumber(String name) {
        return find(name).map((value) -> {
            if (value instanceof Value.Whole(long number)) {
                return Math.toIntExact(number);
            }
            throw new IllegalArgumentException(name + " is not a number");
        });
    }

    boolean flag(String name) {
        if (find(name).orElseThrow(() -> missing(name)) instanceof Value.Flag(boolean on)) {
            return on;
        }
        throw new IllegalArgumentException(name + " is neither true nor false");
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException(name + " is missing");
    }
}
