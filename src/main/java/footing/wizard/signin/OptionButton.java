package footing.wizard.signin;

import footing.wizard.SignInOption;
import footing.wizard.Words;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;

/** Takes one way to an account. What it is stands beside it. */
final class OptionButton extends RadioButton {

    private final SignInOption option;

    OptionButton(SignInOption option, ToggleGroup group) {
        this.option = option;
        setId(SignInModel.id(option));
        setToggleGroup(group);
        setAccessibleText(Stream
                .concat(Stream.of(option.label(), kind(), option.description()), option.problems().stream())
                .filter((words) -> !words.isEmpty())
                .collect(Collectors.joining(". ")));
    }

    SignInOption option() {
        return option;
    }

    String kind() {
        return Words.get("kind." + option.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
