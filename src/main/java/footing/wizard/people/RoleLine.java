package footing.wizard.people;

import footing.wizard.Words;
import footing.wizard.control.FieldBox;
import footing.wizard.control.FieldGrid;
import footing.wizard.control.RowsBox;
import footing.wizard.form.Field;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The fields of one role that is taken on through an identity provider. */
final class RoleLine extends VBox implements RowsBox.Line<RoleRow> {

    private final RoleRow row;
    private final FieldBox name;

    RoleLine(RowsBox<RoleRow> box, RoleRow row) {
        this.row = row;
        name = box(row.name(), "people.role");
        FieldBox policies = box(row.policies(), "people.policies");
        Button remove = box.remover(row, "remove-" + row.name().id(), Words.get("people.role.remove"));
        row.name()
                .value()
                .subscribe((text) -> remove.setAccessibleText(Words.get("people.role.remove.name", "role", text)));
        FieldGrid grid = new FieldGrid();
        grid.add(name, 0, 0);
        row.subject().ifPresent((subject) -> {
            FieldBox whose = box(subject, "people.subject");
            whose.setHelp(Words.get("people.subject.help"));
            grid.add(whose, 0, 1, 2, 1);
        });
        grid.add(policies, 1, 0);
        policies.getBeside().add(remove);
        getChildren().add(grid);
        getStyleClass().add("row-card");
    }

    private static FieldBox box(Field field, String key) {
        FieldBox box = new FieldBox(field.id(), Words.get(key), "");
        box.show(field);
        return box;
    }

    @Override
    public RoleRow row() {
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
}
