package footing.wizard.form;

import static org.assertj.core.api.Assertions.assertThat;

import footing.choices.Complaint;
import footing.choices.Rules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final String EMAIL = "contacts.security.email";
    private static final String PHONE = "contacts.security.phone";

    private final Form form = new Form(this::rules);
    private final Field email = form.field(EMAIL);
    private final Field phone = form.field(PHONE);

    private List<Complaint> rules() {
        return Stream.concat(Rules.email(EMAIL, form.field(EMAIL).given().orElse("")).stream(),
                Rules.phone(PHONE, form.field(PHONE).given().orElse("")).stream()).toList();
    }

    @Test
    void complaint_isNotShown_whileTheFieldIsWritten() {
        email.value().set("aws");
        assertThat(email.complaint()).isPresent();
        assertThat(email.shown().get()).isEmpty();
    }

    @Test
    void complaint_isShown_whenTheFieldIsLeft() {
        email.value().set("aws");
        email.leave();
        assertThat(email.shown().get()).isPresent();
        email.value().set("aws-security@example.com");
        assertThat(email.shown().get()).isEmpty();
    }

    @Test
    void complaints_areAllShown_whenAskedFor() {
        form.check();
        form.showAll();
        assertThat(email.shown().get()).isPresent();
        assertThat(phone.shown().get()).isPresent();
    }

    @Test
    void missing_namesTheFirstField_andHowManyThereAre() {
        form.check();
        assertThat(form.missing().get().orElseThrow().field()).isEqualTo(EMAIL);
        assertThat(form.missing().get().orElseThrow().words()).startsWith("2 ");
        email.value().set("aws-security@example.com");
        assertThat(form.missing().get().orElseThrow().field()).isEqualTo(PHONE);
        phone.value().set("+1 206 555 0150");
        assertThat(form.isRight()).isTrue();
    }

    @Test
    void warning_isShownButStopsNobody_whenTheAddressLooksPersonal() {
        phone.value().set("+1 206 555 0150");
        email.value().set("jo.miller@gmail.com");
        email.leave();
        assertThat(email.shown().get().orElseThrow().isError()).isFalse();
        assertThat(form.isRight()).isTrue();
    }
}
