package footing.wizard.notifications;

import footing.choices.Activity;
import footing.choices.ItemId;
import footing.plan.Stack;
import footing.text.ItemTexts;
import footing.text.Texts;
import footing.wizard.PageController;
import footing.wizard.PageModel;
import footing.wizard.Words;
import footing.wizard.control.BeyondBox;
import footing.wizard.control.FieldBox;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import footing.wizard.control.FieldGrid;
import footing.wizard.control.NowLine;
import footing.wizard.control.PickBox;

/** Binds the fields of notifications, log storage and alarms. */
public final class NotificationsController implements PageController {

    @FXML private VBox listNow;
    @FXML private VBox storageNow;
    @FXML private VBox alarmsNow;
    @FXML private FieldBox list;
    @FXML private FieldBox topic;
    @FXML private FieldBox bucket;
    @FXML private FieldBox trail;
    @FXML private FieldBox logGroup;
    @FXML private PickBox<Integer> logGroupDays;
    @FXML private PickBox<Integer> archiveDays;
    @FXML private PickBox<Optional<Integer>> expireDays;
    @FXML private FieldGrid alarms;
    @FXML private VBox configNow;
    @FXML private VBox regions;
    @FXML private VBox beyond;

    private final NotificationsModel model;

    public NotificationsController(NotificationsModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        Stream.of(list, topic, bucket, trail, logGroup).forEach((box) -> box.show(model.form().field(box.getField())));
        Stream.of(logGroupDays, archiveDays, expireDays)
                .forEach((box) -> box.show(model.form().field(box.getField())));
        logGroupDays.input().valueProperty().bindBidirectional(model.logGroupDays());
        archiveDays.input().valueProperty().bindBidirectional(model.archiveDays());
        expireDays.input().valueProperty().bindBidirectional(model.expireDays());
        now(listNow, ItemId.SECURITY_NOTIFICATIONS);
        now(storageNow, ItemId.TRAIL, ItemId.TRAIL_VALIDATION, ItemId.LOG_BUCKET, ItemId.TRAIL_TO_LOGS);
        now(alarmsNow, ItemId.ACTIVITY_ALARMS);
        ConfigFields.LEAVABLE.forEach(this::config);
        onlyWhere(model.drafting().makes(Stack.SECURITY, "AWS::SNS::Topic"), topic);
        onlyWhere(model.drafting().makes(Stack.SECURITY, "AWS::S3::Bucket"), bucket, archiveDays, expireDays);
        onlyWhere(model.drafting().makes(Stack.SECURITY, "AWS::CloudTrail::Trail"), trail);
        onlyWhere(model.drafting().makes(Stack.SECURITY, "AWS::Logs::LogGroup"), logGroup, logGroupDays);
        beyond.getChildren().add(new BeyondBox(model.beyond(), model.drafting()));
        Texts items = Texts.of("items");
        for (Activity activity : Activity.values()) {
            CheckBox box = new CheckBox(items.get("activity." + activity.id()));
            box.setId("alarm-" + activity.id());
            box.setMnemonicParsing(false);
            box.setWrapText(true);
            box.selectedProperty().bindBidirectional(model.alarm(activity));
            int at = List.of(Activity.values()).indexOf(activity);
            alarms.add(box, at % 2, at / 2);
        }
    }

    private static void onlyWhere(ObservableValue<Boolean> condition, Node... nodes) {
        for (Node node : nodes) {
            node.visibleProperty().bind(condition);
            node.managedProperty().bind(condition);
        }
    }

    @Override
    public PageModel model() {
        return model;
    }

    @Override
    public void shown() {
        logGroupDays.offer(Days.logGroup(model.logGroupDays().get()), Days::words);
        archiveDays.offer(Days.archive(model.archiveDays().get()), Days::words);
        expireDays.offer(Days.expire(model.expireDays().get()), Days::words);
        offerRegions();
    }

    /** Where a part of AWS Config stands, and whether it stays so. */
    private void config(ItemId item) {
        CheckBox leave = new CheckBox(Words.get("leave"));
        leave.setId("leave-" + item.id());
        leave.setMnemonicParsing(false);
        leave.setMinWidth(CheckBox.USE_PREF_SIZE);
        leave.setAccessibleText(leave.getText() + ": " + new ItemTexts().title(item.id()));
        leave.selectedProperty().bindBidirectional(model.config().leave(item));
        leave.disableProperty().bind(model.isHidden(item));
        NowLine now = new NowLine(model.drafting().finding(item), model.drafting().proposal(item));
        HBox.setHgrow(now, Priority.ALWAYS);
        HBox line = new HBox(now, leave);
        line.getStyleClass().add("now-line");
        configNow.getChildren().add(line);
    }

    private void offerRegions() {
        FieldGrid grid = new FieldGrid();
        model.config().regions().forEach((region, on) -> {
            CheckBox box = new CheckBox(model.isHome(region)
                    ? Words.get("notifications.region.home", "region", region.id())
                    : region.id());
            box.setId("region-" + region.id());
            box.setMnemonicParsing(false);
            box.setWrapText(true);
            box.getStyleClass().add("mono");
            box.selectedProperty().bindBidirectional(on);
            box.setDisable(model.isHome(region));
            int at = grid.getChildren().size();
            grid.add(box, at % 2, at / 2);
        });
        regions.getChildren().setAll(grid);
    }

    private void now(VBox box, ItemId... items) {
        box.getChildren()
                .setAll(Stream.of(items)
                        .map((item) -> new NowLine(model.drafting().finding(item), model.drafting().proposal(item)))
                        .toList());
    }

    @Override
    public Optional<Node> first() {
        return Optional.of(list.input());
    }
}
