package footing.wizard.people;

import footing.choices.Attestation;
import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.wizard.form.Field;
import footing.wizard.form.Form;
import footing.wizard.form.Written;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Somebody's word for one item, as it is written. It counts only where the person says that they give it. */
final class WordFields {

    /** For so long a word is taken to hold, unless somebody says otherwise. */
    private static final int YEARS = 1;

    private final ItemId item;
    private final Field by;
    private final Field reference;
    private final Field statement;
    private final Written<LocalDate> on;
    private final Written<LocalDate> until;
    private final BooleanProperty given = new SimpleBooleanProperty(this, "given");

    WordFields(Form form, ItemId item) {
        this.item = item;
        by = form.field(id("by"));
        reference = form.field(id("reference"));
        on = Written.day(form.field(id("on")));
        until = Written.day(form.field(id("validUntil")));
        statement = form.field(id("statement"));
        given.subscribe((before, now) -> form.check());
    }

    /** The value's place in the choices file. */
    String id(String name) {
        return "attestations." + item.id() + "." + name;
    }

    ItemId item() {
        return item;
    }

    Field by() {
        return by;
    }

    Field reference() {
        return reference;
    }

    Field statement() {
        return statement;
    }

    Field on() {
        return on.field();
    }

    Field until() {
        return until.field();
    }

    /** Whether the person gives their word now. */
    BooleanProperty given() {
        return given;
    }

    /** @param word what was given before; without one, it would be given today */
    void fill(Optional<Attestation> word, LocalDate today) {
        by.value().set(word.map(Attestation::by).orElse(""));
        reference.value().set(word.map(Attestation::reference).orElse(""));
        statement.value().set(word.map(Attestation::statement).orElse(""));
        on.field().value().set(word.map(Attestation::on).orElse(today).toString());
        until.field().value().set(word.map(Attestation::validUntil).orElse(today.plusYears(YEARS)).toString());
        given.set(word.isPresent());
    }

    /** @param today stands for a day that is not written rightly; the complaint about it keeps it from counting */
    Optional<Attestation> word(LocalDate today) {
        if (!given.get()) {
            return Optional.empty();
        }
        LocalDate from = on.meant().orElse(today);
        return Optional.of(new Attestation(by.given().orElse(""), from, statement.given().orElse(""),
                reference.given().orElse(""), until.meant().orElse(from)));
    }

    List<Complaint> complaints() {
        return given.get()
                ? Stream.of(on, until).flatMap((day) -> day.complaintsOfRequired().stream()).toList()
                : List.of();
    }

    /** In the order in which they stand on the page. */
    Stream<Field> fields() {
        return Stream.of(by, reference, on.field(), until.field(), statement);
    }
}
