package footing.plan;

import java.util.List;
import java.util.Optional;

/** Reads fields that were written by this program, as a journal is; what does not fit is named. */
public record FieldReader(Value.Fields of) {

    /**
     * @throws IllegalArgumentException where they are no fields, as from every method here where something does not fit
     */
    public static FieldReader of(Value value) {
        if (value instanceof Value.Fields fields) {
            return new FieldReader(fields);
        }
        throw new IllegalArgumentException("not fields: " + value);
    }

    public Optional<Value> find(String name) {
        return Optional.ofNullable(of.fields().get(name)).filter((value) -> !value.equals(Value.ABSENT));
    }

    public String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    public Optional<String> optionalText(String name) {
        return find(name).map((value) -> {
            if (value instanceof Value.Text(String text)) {
                return text;
            }
            throw new IllegalArgumentException(name + " is not a text");
        });
    }

    public List<String> texts(String name) {
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

    /** Each of a list of fields. */
    public List<FieldReader> each(String name) {
        if (find(name).orElseThrow(() -> missing(name)) instanceof Value.Items(List<Value> items)) {
            return items.stream().map(FieldReader::of).toList();
        }
        throw new IllegalArgumentException(name + " is not a list");
    }

    public int number(String name) {
        return optionalNumber(name).orElseThrow(() -> missing(name));
    }

    public Optional<Integer> optionalNumber(String name) {
        return find(name).map((value) -> {
            if (value instanceof Value.Whole(long number)) {
                return Math.toIntExact(number);
            }
            throw new IllegalArgumentException(name + " is not a number");
        });
    }

    public boolean flag(String name) {
        if (find(name).orElseThrow(() -> missing(name)) instanceof Value.Flag(boolean on)) {
            return on;
        }
        throw new IllegalArgumentException(name + " is neither true nor false");
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException(name + " is missing");
    }
}
