package footing.wizard.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** Fields in two columns of the same width, or below each other where large text leaves no room for two. */
public final class FieldGrid extends GridPane {

    /** So many times the text's size, a field is wide enough to be read. */
    private static final double NARROWEST_FIELD = 15;

    private final List<Place> places = new ArrayList<>();

    public FieldGrid() {
        getStyleClass().add("field-grid");
        widthProperty().subscribe(this::arrange);
    }

    /** Where a field stands when there is room. */
    private record Place(Node field, int column, int row, int span) {
    }

    private void arrange() {
        if (places.size() != getChildren().size()) {
            places.clear();
            getChildren().forEach((field) -> places.add(new Place(field, at(getColumnIndex(field), 0),
                    at(getRowIndex(field), 0), at(getColumnSpan(field), 1))));
        }
        boolean both = getWidth() == 0 || getWidth() > 2 * NARROWEST_FIELD * TextScale.textSize(this);
        getColumnConstraints().setAll(both ? List.of(share(50), share(50)) : List.of(share(100)));
        for (int at = 0; at < places.size(); at++) {
            Place place = places.get(at);
            if (both) {
                setConstraints(place.field(), place.column(), place.row(), place.span(), 1);
            } else {
                setConstraints(place.field(), 0, at, 1, 1);
            }
        }
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setMinWidth(0);
        column.setMaxWidth(Region.USE_COMPUTED_SIZE);
        return column;
    }

    private static int at(Integer index, int otherwise) {
        return Optional.ofNullable(index).orElse(otherwise);
    }
}
