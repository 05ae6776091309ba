package footing.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class PlaceKeeperTest {

    @Test
    void place_isKept_whenTheWindowIsOnlyOpenedAndClosed() {
        Rectangle2D bounds = new Rectangle2D(20, 30, 930, 650);
        WindowPlace last = Fx.get(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane()));
            stage.setX(bounds.getMinX());
            stage.setY(bounds.getMinY());
            stage.setWidth(bounds.getWidth());
            stage.setHeight(bounds.getHeight());
            PlaceKeeper keeper = new PlaceKeeper(stage);
            stage.show();
            stage.close();
            return keeper.last();
        });
        assertThat(last).isEqualTo(new WindowPlace(bounds, false));
    }
}
