package footing.wizard.review;

import footing.plan.Stack;
import footing.wizard.Words;
import footing.wizard.control.CodeView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** The templates to choose from, equal ones as one, and the text of the one that is chosen beside them. */
final class TemplatesView extends HBox {

    /**
     * A text that one or several stacks have.
     *
     * @param stacks the stacks, in their order; never empty
     */
    record Template(List<Stack> stacks, String text) {

        /** Each text once, with the stacks that have it. */
        static List<Template> of(Map<Stack, String> texts) {
            return new TreeMap<>(texts).entrySet()
                    .stream()
                    .collect(Collectors.groupingBy(Map.Entry::getValue, LinkedHashMap::new,
                            Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                    .entrySet()
                    .stream()
                    .map((entry) -> new Template(entry.getValue(), entry.getKey()))
                    .toList();
        }

        String name() {
            Stack first = stacks.getFirst();
            return stacks.size() == 1
                    ? first.label()
                    : Words.WIZARD.get("review.templates.regions", Map.of("stack", first.stackName(), "count",
                            Integer.toString(stacks.size())));
        }

        String file() {
            Stack first = stacks.getFirst();
            return (stacks.size() == 1 ? first.label() : first.stackName()) + ".yaml";
        }

        /** Where the stacks stand that have it, for who wants to know which they are. */
        String regions() {
            return stacks.stream()
                    .flatMap((stack) -> stack.place().map((region) -> region.id()).stream())
                    .collect(Collectors.joining(", "));
        }
    }

    TemplatesView(Map<Stack, String> texts) {
        ListView<Template> list = new ListView<>();
        list.setId("templates-list");
        list.setAccessibleText(Words.get("review.templates"));
        list.getStyleClass().add("template-list");
        list.setCellFactory((owner) -> new Cell());
        list.getItems().setAll(Template.of(texts));
        StackPane text = new StackPane();
        HBox.setHgrow(text, Priority.ALWAYS);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe((chosen) -> Stream.ofNullable(chosen)
                        .forEach((template) -> text.getChildren()
                                .setAll(new CodeView(template.file(), template.text()))));
        list.getSelectionModel().selectFirst();
        getChildren().addAll(list, text);
        getStyleClass().add("templates");
    }

    private static final class Cell extends ListCell<Template> {

        private final Tooltip whole = new Tooltip();

        @Override
        protected void updateItem(Template template, boolean empty) {
            super.updateItem(template, empty);
            setText(empty ? "" : template.name() + (template.stacks().size() > 1 ? "\n" + template.regions() : ""));
            whole.setText(getText());
            setTooltip(empty ? null : whole);
            setWrapText(true);
            setPrefWidth(0);
        }
    }
}
