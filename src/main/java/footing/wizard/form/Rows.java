package footing.wizard.form;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Things of which a person names as many as they want, each with fields of its own.
 *
 * @param <R> one of them
 */
public final class Rows<R> {

    private final Form form;
    private final IntFunction<R> make;
    private final Function<R, Stream<Field>> fields;
    private final ObservableList<R> rows = FXCollections.observableArrayList();
    private final ObservableList<R> shown = FXCollections.unmodifiableObservableList(rows);
    private int last;

    /**
     * @param make makes one with fields of the form; the number tells it from the others, from 1
     * @param fields the fields of one, in the order in which they stand on the page
     */
    public Rows(Form form, IntFunction<R> make, Function<R, Stream<Field>> fields) {
        this.form = form;
        this.make = make;
        this.fields = fields;
    }

    public ObservableList<R> all() {
        return shown;
    }

    public void clear() {
        List.copyOf(rows).forEach(this::remove);
        last = 0;
    }

    public R add() {
        last++;
        R row = make.apply(last);
        rows.add(row);
        form.check();
        return row;
    }

    public void remove(R row) {
        rows.remove(row);
        fields.apply(row).forEach(form::remove);
    }

    /** In the order in which they stand on the page. */
    public Stream<Field> fields() {
        return rows.stream().flatMap(fields);
    }
}
