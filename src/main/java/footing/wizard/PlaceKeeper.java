package footing.wizard;

import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/** Watches where a window stands, so that the place before it was maximized is known when it closes. */
final class PlaceKeeper {

    private final Stage stage;
    private Rectangle2D bounds = Rectangle2D.EMPTY;

    PlaceKeeper(Stage stage) {
        this.stage = stage;
        stage.xProperty().subscribe(this::look);
        stage.yProperty().subscribe(this::look);
        stage.widthProperty().subscribe(this::look);
        stage.heightProperty().subscribe(this::look);
        stage.showingProperty().subscribe(this::look);
    }

    private void look() {
        boolean known = stage.getWidth() > 0 && stage.getHeight() > 0;
        if (known && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
            bounds = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
    }

    WindowPlace last() {
        return new WindowPlace(bounds, stage.isMaximized());
    }
}
