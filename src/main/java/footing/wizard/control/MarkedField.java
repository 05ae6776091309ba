package footing.wizard.control;

import java.util.Optional;
import org.controlsfx.control.textfield.CustomTextField;

/** A text field that can hold a shape before or after its text. It looks as the theme's own fields do. */
public final class MarkedField extends CustomTextField {

    @Override
    public String getUserAgentStylesheet() {
        return Optional.ofNullable(MarkedField.class.getResource("field.css"))
                .orElseThrow(() -> new IllegalStateException("field.css is not there"))
                .toExternalForm();
    }
}
