package footing.wizard.signin;

import footing.wizard.PageController;
import footing.wizard.PageModel;
import footing.wizard.SignInOption;
import footing.wizard.Words;
import footing.wizard.control.FailureNotice;
import footing.wizard.control.Icons;
import footing.wizard.control.Notice;
import footing.wizard.control.Scrolling;
import footing.wizard.control.Skeleton;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Draws the ways to an account in two groups: the practice account, and the profiles. */
public final class SignInController implements PageController {

    @FXML private VBox failure;
    @FXML private VBox options;

    private final SignInModel model;
    private final ToggleGroup group = new ToggleGroup();

    public SignInController(SignInModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        failure.managedProperty().bind(Bindings.isNotEmpty(failure.getChildren()));
        model.failure().subscribe((problem) -> {
            failure.getChildren().clear();
            problem.map(
                    (what) -> new FailureNotice(Words.get("sign-in.failed"), what, Words.get("sign-in.failed.next")))
                    .ifPresent(failure.getChildren()::add);
        });
        model.options().subscribe((known) -> known.ifPresentOrElse(this::offer, this::showLoading));
        group.selectedToggleProperty().subscribe((toggle) -> {
            if (toggle instanceof OptionButton button) {
                model.chosen().set(Optional.of(button.option()));
            }
        });
        model.chosen().subscribe((chosen) -> chosen.ifPresent(this::select));
    }

    @Override
    public PageModel model() {
        return model;
    }

    @Override
    public Optional<Node> first() {
        return Optional.ofNullable((Node) group.getSelectedToggle());
    }

    private void showLoading() {
        options.getChildren().setAll(new Skeleton(4, Words.get("sign-in.loading")));
    }

    private void offer(List<SignInOption> known) {
        options.getChildren().clear();
        add("sign-in.practice", known.stream().filter((way) -> way.kind() == SignInOption.Kind.PRACTICE).toList());
        List<SignInOption> profiles = known.stream().filter((way) -> way.kind() != SignInOption.Kind.PRACTICE).toList();
        add("sign-in.profiles", profiles);
        if (profiles.isEmpty()) {
            options.getChildren()
                    .add(new Notice(Notice.Kind.INFO, Words.get("sign-in.no-profiles"), Words.get("sign-in.how")));
        }
        options.getChildren().add(again());
    }

    private Button again() {
        Button again = new Button(Words.get("survey.look-again"));
        again.setId("profiles-again");
        again.setAccessibleText(Words.get("sign-in.again"));
        Icons.on(again, "bi-arrow-clockwise");
        again.disableProperty().bind(model.busy());
        again.setOnAction((event) -> model.look());
        return again;
    }

    private void add(String key, List<SignInOption> ways) {
        Label heading = new Label(Words.get(key));
        heading.getStyleClass().add("section-title");
        Label text = new Label(Words.get(key + ".text"));
        text.getStyleClass().add("text-secondary");
        text.setWrapText(true);
        options.getChildren().addAll(new VBox(heading, text));
        ways.forEach((way) -> options.getChildren().add(new OptionCard(new OptionButton(way, group))));
    }

    private void select(SignInOption option) {
        for (var toggle : group.getToggles()) {
            if (toggle instanceof OptionButton button && button.option().equals(option) && !button.isSelected()) {
                button.setSelected(true);
                Scrolling.focus(button);
            }
        }
    }
}
