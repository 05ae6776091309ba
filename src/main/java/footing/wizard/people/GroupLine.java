package footing.wizard.people;

import footing.wizard.Words;
import footing.wizard.control.FieldBox;
import footing.wizard.control.RowsBox;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A group on a line: its name, and the policies that it holds. */
final class GroupLine extends HBox implements RowsBox.Line<GroupRow> {

    private static final double NAME_SHARE = 100;
    private static final double POLICIES_SHARE = 240;

    private final GroupRow row;
    private final FieldBox name;
    private final FieldBox policies;
    private final Button remove;

    /** @param remover makes the button that takes the group away, from its id and what it says */
    GroupLine(GroupRow row, BiFunction<String, String, Button> remover) {
        this.row = row;
        name = new FieldBox(row.name().id(), "", "");
        policies = new FieldBox(row.policies().id(), "", "");
        remove = remover.apply("remove-group-" + row.number(), Words.get("people.group.remove"));
        policies.getBeside().add(remove);
        name.show(row.name());
        policies.show(row.policies());
        name.setPrefWidth(NAME_SHARE);
        policies.setPrefWidth(POLICIES_SHARE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox.setHgrow(policies, Priority.ALWAYS);
        getChildren().addAll(name, policies);
        getStyleClass().add("row-line");
        row.name().value().subscribe(this::nameFields);
    }

    @Override
    public GroupRow row() {
        return row;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Node first() {
        return name.input();
    }

    /** The labels stand over the first line alone; each field has its name all the same. */
    @Override
    public void stand(boolean first) {
        name.setLabel(first ? Words.get("people.group") : "");
        policies.setLabel(first ? Words.get("people.policies") : "");
        nameFields();
    }

    private void nameFields() {
        name.setName(Words.get("people.group.number", "number", Integer.toString(row.number())));
        policies.setName(Words.get("people.policies.of", "group", row.groupName()));
        remove.setAccessibleText(Words.get("people.group.remove.name", "group", row.groupName()));
    }
}
