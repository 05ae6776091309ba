package footing.wizard.people;

import footing.wizard.Words;
import footing.wizard.control.FieldBox;
import footing.wizard.control.FieldGrid;
import footing.wizard.control.RowsBox;
import footing.wizard.form.Field;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The fields of the identity providers that IAM is to trust. Each stands here only once somebody wants it. */
final class FederationBox extends VBox {

    FederationBox(PeopleModel model) {
        FederationFields fields = model.written().federation();
        SamlFields saml = fields.saml();
        OpenIdFields openId = fields.openIdConnect();
        FieldGrid issuer = new FieldGrid();
        issuer.add(field(openId.url(), "people.issuer"), 0, 0);
        issuer.add(field(openId.audience(), "people.audience"), 1, 0);
        FieldGrid name = new FieldGrid();
        name.add(field(saml.name(), "people.saml.name"), 0, 0);
        getChildren().addAll(
                part("want-saml", "people.saml", saml.wanted(), name,
                        new MetadataBox(saml, model.readsMetadata(), model.keepsMetadata()), roles(saml.roles())),
                part("want-openid", "people.openid", openId.wanted(), issuer, roles(openId.roles())));
        getStyleClass().add("card-body");
    }

    private static VBox part(String id, String key, BooleanProperty wanted, Node... fields) {
        CheckBox want = new CheckBox(Words.get(key));
        want.setId(id);
        want.setMnemonicParsing(false);
        want.setWrapText(true);
        want.selectedProperty().bindBidirectional(wanted);
        Label help = new Label(Words.get(key + ".help"));
        help.setWrapText(true);
        help.getStyleClass().add("text-secondary");
        want.setAccessibleHelp(help.getText());
        VBox body = new VBox(fields);
        body.getStyleClass().add("card-body");
        body.visibleProperty().bind(wanted);
        body.managedProperty().bind(wanted);
        VBox offer = new VBox(want, help);
        offer.getStyleClass().add("field-box");
        VBox part = new VBox(offer, body);
        part.getStyleClass().add("word-box");
        return part;
    }

    private static FieldBox field(Field field, String key) {
        FieldBox box = new FieldBox(field.id(), Words.get(key), Words.get(key + ".help"));
        box.show(field);
        return box;
    }

    private static RowsBox<RoleRow> roles(RoleFields roles) {
        RowsBox<RoleRow> box = new RowsBox<>(roles.rows(), roles.all().id(), Words.get("people.role.add"),
                RoleLine::new);
        box.show(roles.all());
        return box;
    }
}
