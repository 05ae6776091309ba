package footing.wizard.people;

import footing.account.PasswordPolicy;
import footing.choices.Complaint;
import footing.choices.PasswordPolicies;
import footing.wizard.form.Field;
import footing.wizard.form.Form;
import footing.wizard.form.Written;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What passwords of IAM users must at least be, as it is written. */
final class PasswordFields {

    static final String LENGTH = "passwordPolicy.minimumLength";
    static final String REUSE = "passwordPolicy.reusePrevention";
    static final String MAX_AGE = "passwordPolicy.maxAgeDays";

    /** What a password policy can demand or allow, beside its numbers. */
    enum Switch {
        UPPERCASE,
        LOWERCASE,
        NUMBERS,
        SYMBOLS,
        OWN_CHANGE,
        HARD_EXPIRY;

        /** The last part of its text's key: {@code hard-expiry}. */
        String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final Written<Integer> length;
    private final Written<Integer> reuse;
    private final Written<Integer> maxAge;
    private final Map<Switch, BooleanProperty> switches = new EnumMap<>(Switch.class);

    PasswordFields(Form form) {
        length = Written.number(form.field(LENGTH));
        reuse = Written.number(form.field(REUSE));
        maxAge = Written.number(form.field(MAX_AGE));
        for (Switch one : Switch.values()) {
            of(one).subscribe((before, now) -> form.check());
        }
    }

    BooleanProperty of(Switch one) {
        return switches.computeIfAbsent(one, (key) -> new SimpleBooleanProperty(this, key.key()));
    }

    void fill(PasswordPolicy policy) {
        length.field().value().set(Integer.toString(policy.minimumLength()));
        reuse.field().value().set(policy.reusePrevention().map(String::valueOf).orElse(""));
        maxAge.field().value().set(policy.maxAgeDays().map(String::valueOf).orElse(""));
        for (Switch one : Switch.values()) {
            of(one).set(switch (one) {
                case UPPERCASE -> policy.requireUppercase();
                case LOWERCASE -> policy.requireLowercase();
                case NUMBERS -> policy.requireNumbers();
                case SYMBOLS -> policy.requireSymbols();
                case OWN_CHANGE -> policy.allowUsersToChange();
                case HARD_EXPIRY -> policy.hardExpiry();
            });
        }
    }

    PasswordPolicy policy() {
        return new PasswordPolicy(length.meant().orElse(PasswordPolicies.STRONG_LENGTH), is(Switch.SYMBOLS),
                is(Switch.NUMBERS), is(Switch.UPPERCASE), is(Switch.LOWERCASE), is(Switch.OWN_CHANGE),
                is(Switch.HARD_EXPIRY), maxAge.meant(), reuse.meant());
    }

    /** What is odd about the whole stands at the length, which is where people look first. */
    List<Complaint> complaints(List<Complaint> ofPolicy) {
        Stream<Complaint> whole = ofPolicy.stream()
                .filter((complaint) -> complaint.field().equals("passwordPolicy"))
                .map((complaint) -> new Complaint(LENGTH, complaint.value(), complaint.severity(), complaint.key(),
                        complaint.values(), Optional.empty()));
        return Stream.of(length.complaintsOfRequired().stream(), reuse.complaints().stream(),
                maxAge.complaints().stream(), whole).flatMap((some) -> some).toList();
    }

    Stream<Field> fields() {
        return Stream.of(length, reuse, maxAge).map(Written::field);
    }

    private boolean is(Switch one) {
        return of(one).get();
    }
}
