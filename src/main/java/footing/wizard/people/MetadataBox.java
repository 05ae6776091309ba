package footing.wizard.people;

import footing.choices.SamlMetadata;
import footing.text.Visible;
import footing.wizard.Words;
import footing.wizard.control.FieldBox;
import footing.wizard.control.Icons;
import footing.work.MetadataFile;
import java.io.File;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** The metadata file of an identity provider: written, chosen or dropped here, and whose it is, as soon as it was read. */
final class MetadataBox extends VBox {

    private static final int MOST_SHOWN = 300;

    private final SamlFields saml;
    private final FieldBox box;
    private final Button choose = new Button(Words.get("people.metadata.choose"));

    /**
     * @param reading whether the file is being read
     * @param kept whether IAM has metadata that stays where no file is named
     */
    MetadataBox(SamlFields saml, ObservableValue<Boolean> reading, ObservableValue<Boolean> kept) {
        this.saml = saml;
        box = new FieldBox(saml.file().id(), Words.get("people.metadata"), Words.get("people.metadata.help"));
        box.show(saml.file());
        kept.subscribe((stays) -> box.setPrompt(stays ? Words.get("people.metadata.kept") : ""));
        choose.setId("choose-metadata");
        choose.setMnemonicParsing(false);
        choose.setMinWidth(USE_PREF_SIZE);
        Icons.on(choose, "bi-folder2-open");
        choose.setOnAction((event) -> choose());
        box.getBeside().add(choose);
        Label whose = new Label();
        whose.setId("metadata-read");
        whose.setWrapText(true);
        whose.getStyleClass().add("text-secondary");
        whose.textProperty()
                .bind(reading.flatMap((busy) -> saml.read()
                        .map((read) -> busy
                                ? Words.get("people.metadata.reading")
                                : read.flatMap(MetadataFile::metadata).map(MetadataBox::words).orElse(""))));
        whose.visibleProperty().bind(whose.textProperty().isNotEmpty());
        whose.managedProperty().bind(whose.visibleProperty());
        getChildren().addAll(box, whose);
        getStyleClass().add("field-box");
        acceptDrops();
    }

    private static String words(SamlMetadata metadata) {
        return Words.WIZARD.get("people.metadata.read", Map.of("entity", Visible.line(metadata.entityId(), MOST_SHOWN),
                "end", metadata.certificateEnd().atOffset(ZoneOffset.UTC).toLocalDate().toString()));
    }

    private void acceptDrops() {
        setOnDragOver((event) -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        setOnDragDropped((event) -> {
            List<File> files = event.getDragboard().getFiles();
            files.stream().findFirst().ifPresent(this::take);
            event.setDropCompleted(!files.isEmpty());
            event.consume();
        });
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.get("people.metadata"));
        chooser.getExtensionFilters()
                .addAll(new FileChooser.ExtensionFilter(Words.get("people.metadata.xml"), "*.xml"),
                        new FileChooser.ExtensionFilter(Words.get("people.metadata.all"), "*"));
        Optional.ofNullable(chooser.showOpenDialog(choose.getScene().getWindow())).ifPresent(this::take);
    }

    /** What is wrong with a file that was given whole is said at once. */
    private void take(File file) {
        saml.file().value().set(file.getPath());
        saml.file().leave();
    }
}
