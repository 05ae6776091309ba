package footing.wizard.form;

import footing.choices.Complaint;
import footing.wizard.Missing;
import footing.wizard.Words;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The fields of a page, checked together whenever one of them changes. */
public final class Form {

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Missing>> missing = new ReadOnlyObjectWrapper<>(this, "missing",
            Optional.empty());
    private final Supplier<List<Complaint>> rules;
    private boolean filling;

    /** @param rules what is wrong with the values as they are now, of this form's fields or of others */
    public Form(Supplier<List<Complaint>> rules) {
        this.rules = rules;
    }

    public Field field(String id) {
        return Optional.ofNullable(fields.get(id)).orElseGet(() -> {
            Field field = new Field(id);
            fields.put(id, field);
            field.value().subscribe((before, now) -> check());
            return field;
        });
    }

    /** The field is no longer on the page: what is wrong with it no longer counts. */
    public void remove(Field field) {
        fields.remove(field.id());
        check();
    }

    /** @param first the order in which these stand on the page, for which of them is missing first */
    public void arrange(List<Field> first) {
        Map<String, Field> others = new LinkedHashMap<>(fields);
        fields.clear();
        first.forEach((field) -> fields.put(field.id(), field));
        others.forEach(fields::putIfAbsent);
    }

    public Collection<Field> fields() {
        return fields.values();
    }

    /** Fills in values without judging each for itself. */
    public void fill(Runnable values) {
        filling = true;
        values.run();
        filling = false;
        check();
    }

    /** From now on everything that is wrong is shown. */
    public void showAll() {
        fields.values().forEach(Field::leave);
    }

    public void check() {
        if (filling) {
            return;
        }
        List<Complaint> complaints = rules.get();
        for (Field field : fields.values()) {
            field.complain(complaints.stream()
                    .filter((complaint) -> complaint.field().equals(field.id()))
                    .min(java.util.Comparator.comparing(Complaint::severity)));
        }
        List<Field> wrong = fields.values()
                .stream()
                .filter((field) -> field.complaint().filter(Complaint::isError).isPresent())
                .toList();
        missing.set(wrong.stream()
                .findFirst()
                .map((first) -> new Missing(Words.count("form.missing", wrong.size()), first.id())));
    }

    /** How many fields still need the person, and the first of them. */
    public ReadOnlyObjectProperty<Optional<Missing>> missing() {
        return missing.getReadOnlyProperty();
    }

    public boolean isRight() {
        return missing.get().isEmpty();
    }
}
