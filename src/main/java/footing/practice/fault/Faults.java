package footing.practice.fault;

import java.util.List;
import java.util.stream.Stream;

/** All that goes wrong with a practice account, in the order of the file that says so: the first that fits a call counts. */
public record Faults(List<Fault> list) {

    public static final Faults NONE = new Faults(List.of());

    public Faults {
        list = List.copyOf(list);
    }

    <F extends Fault> Stream<F> of(Class<F> type) {
        return list.stream().filter(type::isInstance).map(type::cast);
    }
}
