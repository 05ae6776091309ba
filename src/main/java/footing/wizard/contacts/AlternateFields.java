package footing.wizard.contacts;

import footing.account.AlternateContact;
import footing.account.ContactType;
import footing.wizard.form.Field;
import footing.wizard.form.Form;
import java.util.List;
import java.util.Locale;

/** The fields of one alternate contact. */
final class AlternateFields {

    private final Form form;
    private final ContactType type;

    AlternateFields(Form form, ContactType type) {
        this.form = form;
        this.type = type;
        List.of("name", "title", "email", "phone").forEach(this::field);
    }

    /** The place of a value in the choices file. */
    static String id(ContactType type, String name) {
        return "contacts." + type.name().toLowerCase(Locale.ROOT) + "." + name;
    }

    void fill(AlternateContact contact) {
        field("name").value().set(contact.name());
        field("title").value().set(contact.title());
        field("email").value().set(contact.email());
        field("phone").value().set(contact.phone());
    }

    AlternateContact contact() {
        return new AlternateContact(text("name"), text("title"), text("email"), text("phone"));
    }

    private Field field(String name) {
        return form.field(id(type, name));
    }

    private String text(String name) {
        return field(name).given().orElse("");
    }
}
