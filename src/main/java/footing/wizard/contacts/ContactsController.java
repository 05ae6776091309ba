package footing.wizard.contacts;

import footing.account.ContactType;
import footing.choices.ItemId;
import footing.text.ItemTexts;
import footing.wizard.PageController;
import footing.wizard.PageModel;
import footing.wizard.Words;
import footing.wizard.control.FieldBox;
import footing.wizard.control.FieldGrid;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Binds the fields of the four contacts. */
public final class ContactsController implements PageController {

    @FXML private VBox sections;
    @FXML private FieldGrid primaryFields;

    private final ContactsModel model;
    private final Map<ItemId, ContactSection> shown = new LinkedHashMap<>();
    private final Map<ContactType, FieldBox> addresses = new EnumMap<>(ContactType.class);

    public ContactsController(ContactsModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        for (ContactType type : ContactsModel.ORDER) {
            add(ContactsModel.item(type), alternate(type));
        }
        sections.getChildren().remove(primaryFields);
        add(ItemId.PRIMARY_CONTACT, primaryFields);
        primaryFields.getChildren()
                .stream()
                .filter(FieldBox.class::isInstance)
                .map(FieldBox.class::cast)
                .forEach((box) -> box.show(model.form().field(box.getField())));
    }

    private void add(ItemId item, Node fields) {
        ContactSection section = new ContactSection(new ItemTexts().title(item.id()), item.id(), fields,
                model.drafting().proposal(item));
        section.leave().selectedProperty().bindBidirectional(model.leave(item));
        shown.put(item, section);
        sections.getChildren().add(section);
    }

    private FieldGrid alternate(ContactType type) {
        FieldGrid grid = new FieldGrid();
        grid.add(field(type, "name"), 0, 0);
        grid.add(field(type, "title"), 1, 0);
        FieldBox email = field(type, "email");
        addresses.put(type, email);
        grid.add(email, 0, 1);
        grid.add(field(type, "phone"), 1, 1);
        return grid;
    }

    private FieldBox field(ContactType type, String name) {
        FieldBox box = new FieldBox(AlternateFields.id(type, name),
                Words.get(name.equals("title") ? "contacts.job" : "contacts." + name), "");
        box.show(model.form().field(box.getField()));
        return box;
    }

    @Override
    public PageModel model() {
        return model;
    }

    @Override
    public void shown() {
        shown.forEach((item, section) -> model.finding(item).ifPresent((finding) -> {
            section.show(finding);
            section.lock(model.isHidden(item));
        }));
        addresses.forEach((type, box) -> box.setPrompt(model.proposal(type)));
    }

    @Override
    public Optional<Node> first() {
        return shown.values().stream().findFirst().flatMap(ContactSection::first);
    }
}
