package footing.wizard;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Light or dark, as the desktop has it. */
public final class Theme {

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private Theme() {
    }

    /** From now on the scene looks as the desktop does, also when that changes. */
    public static void follow(Scene scene) {
        Platform.getPreferences().colorSchemeProperty().subscribe((scheme) -> apply(scene, scheme));
    }

    public static void apply(Scene scene, ColorScheme scheme) {
        Application.setUserAgentStylesheet(switch (scheme) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        });
        if (scene.getStylesheets().isEmpty()) {
            scene.getStylesheets().add(stylesheet());
        }
        Optional.ofNullable(scene.getRoot())
                .ifPresent((Parent root) -> root.pseudoClassStateChanged(DARK, scheme == ColorScheme.DARK));
    }

    private static String stylesheet() {
        return Optional.ofNullable(Theme.class.getResource("wizard.css"))
                .orElseThrow(() -> new IllegalStateException("wizard.css is not there"))
                .toExternalForm();
    }
}
