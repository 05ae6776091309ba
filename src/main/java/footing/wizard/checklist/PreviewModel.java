package footing.wizard.checklist;

import footing.checklist.Checklist;
import footing.wizard.Background;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.scene.image.Image;

/** The pages to look at: those in view are drawn, and the others let go. */
final class PreviewModel {

    private final Background background;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<Optional<Preview>> preview = new ReadOnlyObjectWrapper<>(this, "preview",
            Optional.empty());
    private final ReadOnlyBooleanWrapper making = new ReadOnlyBooleanWrapper(this, "making");
    private final ObservableMap<Integer, Image> drawn = FXCollections.observableHashMap();
    private List<Integer> wanted = List.of();
    private boolean drawing;
    private Optional<Background.Job> job = Optional.empty();

    PreviewModel(Background background, Consumer<Exception> failed) {
        this.background = background;
        this.failed = failed;
    }

    /** The document, once it is made. */
    ObservableValue<Optional<Preview>> preview() {
        return preview.getReadOnlyProperty();
    }

    ObservableValue<Boolean> making() {
        return making.getReadOnlyProperty();
    }

    /** Pages by their number from 0 on, as far as they are drawn. */
    ObservableMap<Integer, Image> drawn() {
        return drawn;
    }

    /** Makes the document anew. */
    void make(Callable<Checklist> checklist) {
        job.ifPresent(Background.Job::cancel);
        preview.set(Optional.empty());
        drawn.clear();
        wanted = List.of();
        drawing = false;
        making.set(true);
        job = Optional.of(background.<Void, Preview>run((tell) -> Preview.of(checklist.call()), (nothing) -> {
        }, (made) -> {
            preview.set(Optional.of(made));
            making.set(false);
        }, this::fail));
    }

    /** Says which pages are in view. */
    void show(int first, int last) {
        preview.get().ifPresent((made) -> {
            wanted = made.near(first, last);
            drawn.keySet().retainAll(wanted);
            draw(made);
        });
    }

    private void draw(Preview made) {
        List<Integer> lacking = wanted.stream().filter((page) -> !drawn.containsKey(page)).toList();
        if (lacking.isEmpty() || drawing) {
            return;
        }
        drawing = true;
        job = Optional.of(background.<Preview.Drawn, Boolean>run((tell) -> {
            made.draw(lacking, tell);
            return true;
        }, (page) -> {
            if (wanted.contains(page.page())) {
                drawn.put(page.page(), page.image());
            }
        }, (all) -> {
            drawing = false;
            // Somebody may have gone on meanwhile.
            draw(made);
        }, this::fail));
    }

    private void fail(Exception problem) {
        drawing = false;
        making.set(false);
        failed.accept(problem);
    }
}
