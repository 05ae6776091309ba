package footing.wizard.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import footing.account.AccountState;
import footing.account.States;
import footing.choices.ExampleChoices;
import footing.wizard.Desk;
import footing.wizard.Desks;
import footing.wizard.FakeWork;
import footing.wizard.Missing;
import footing.wizard.Step;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecklistModelTest {

    private final Desk desk = Desks.atOnce(new FakeWork(), List.of());
    private final ChecklistModel model = new ChecklistModel(desk);

    @TempDir private Path folder = Path.of("");

    @BeforeEach
    void survey() {
        AccountState account = States.fresh().account();
        desk.session()
                .set(desk.session()
                        .get()
                        .signedIn(FakeWork.connection())
                        .surveyed(account)
                        .chose(ExampleChoices.of(account))
                        .at(Step.CHECKLIST));
    }

    @Test
    void files_areSaved_andNamed() {
        model.folder().set(folder.toString());
        model.proceed();
        assertThat(model.saved().getValue()).hasSize(2).allSatisfy((file) -> assertThat(file).isNotEmptyFile());
        assertThat(model.refusal().getValue()).isEmpty();
    }

    @Test
    void pages_areDrawnWhereSomebodyLooks_andLetGoElsewhere() {
        model.enter();
        Preview made = model.preview().preview().getValue().orElseThrow();
        assertThat(made.pages()).isGreaterThan(8);
        assertThat(model.preview().drawn()).isEmpty();

        model.preview().show(0, 1);
        assertThat(model.preview().drawn()).containsOnlyKeys(0, 1, 2);

        Image second = model.preview().drawn().get(1);
        model.preview().show(2, 3);
        assertThat(model.preview().drawn()).containsOnlyKeys(1, 2, 3, 4).containsEntry(1, second);

        model.preview().show(made.pages() - 1, made.pages() - 1);
        assertThat(model.preview().drawn()).containsOnlyKeys(made.pages() - 2, made.pages() - 1);
        assertThat(model.preview().drawn().values()).allSatisfy((page) -> assertThat(page.getHeight() / page.getWidth())
                .isCloseTo(made.shape(), within(0.01)));
    }

    @Test
    void folder_isRefusedWhereItIsNamed_andBesideTheButton_untilItIsAnotherOne() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "kept");
        model.folder().set(file.toString());
        model.proceed();

        assertThat(model.refusal().getValue().orElseThrow()).contains(file.toString(), "allowed is a folder");
        assertThat(model.missing().getValue()).map(Missing::field).contains(ChecklistModel.FOLDER);
        assertThat(model.failure().getValue()).isEmpty();
        assertThat(model.busy().getValue()).isFalse();
        assertThat(file).hasContent("kept");

        model.folder().set(folder.toString());
        assertThat(model.refusal().getValue()).isEmpty();
        assertThat(model.missing().getValue()).isEmpty();
    }

    @Test
    void folderThatWasRefused_isTriedAgain_onceItWillDo() throws IOException {
        Path later = folder.resolve("later");
        Files.writeString(later, "in the way");
        model.folder().set(later.toString());
        model.proceed();
        assertThat(model.refusal().getValue()).isPresent();
        Files.delete(later);
        Files.createDirectory(later);
        model.proceed();
        assertThat(model.refusal().getValue()).isEmpty();
        assertThat(model.saved().getValue()).hasSize(2);
    }

    @Test
    void folder_isRefused_whenNoFolderCanHaveItsName() {
        model.folder().set("a\0b");
        model.proceed();
        assertThat(model.refusal().getValue().orElseThrow()).contains("cannot be the name");
    }

    @Test
    void pdf_isHandedToTheViewer_forPrinting() {
        List<URI> opened = new ArrayList<>();
        model.print(opened::add);
        assertThat(opened).singleElement()
                .satisfies((pdf) -> assertThat(Path.of(pdf)).content(java.nio.charset.StandardCharsets.ISO_8859_1)
                        .startsWith("%PDF"));
        assertThat(model.busy().getValue()).isFalse();
    }
}
