package footing.wizard.contacts;

import footing.account.PrimaryContact;
import footing.wizard.form.Field;
import footing.wizard.form.Form;
import java.util.List;
import java.util.Optional;

/** The fields of the primary contact. */
final class PrimaryFields {

    private static final String AT = "contacts.primary.";

    private final Form form;

    PrimaryFields(Form form) {
        this.form = form;
        List.of("fullName", "companyName", "addressLine1", "addressLine2", "addressLine3", "city", "districtOrCounty",
                "stateOrRegion", "postalCode", "countryCode", "phoneNumber", "websiteUrl").forEach(this::field);
    }

    void fill(PrimaryContact contact) {
        set("fullName", Optional.of(contact.fullName()));
        set("companyName", contact.companyName());
        set("addressLine1", Optional.of(contact.addressLine1()));
        set("addressLine2", contact.addressLine2());
        set("addressLine3", contact.addressLine3());
        set("city", Optional.of(contact.city()));
        set("districtOrCounty", contact.districtOrCounty());
        set("stateOrRegion", contact.stateOrRegion());
        set("postalCode", Optional.of(contact.postalCode()));
        set("countryCode", Optional.of(contact.countryCode()));
        set("phoneNumber", Optional.of(contact.phoneNumber()));
        set("websiteUrl", contact.websiteUrl());
    }

    PrimaryContact contact() {
        return new PrimaryContact(text("fullName"), given("companyName"), text("addressLine1"), given("addressLine2"),
                given("addressLine3"), text("city"), given("districtOrCounty"), given("stateOrRegion"),
                text("postalCode"), text("countryCode"), text("phoneNumber"), given("websiteUrl"));
    }

    private Field field(String name) {
        return form.field(AT + name);
    }

    private void set(String name, Optional<String> value) {
        field(name).value().set(value.orElse(""));
    }

    private Optional<String> given(String name) {
        return field(name).given();
    }

    private String text(String name) {
        return given(name).orElse("");
    }
}
