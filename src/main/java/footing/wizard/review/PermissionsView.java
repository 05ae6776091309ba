package footing.wizard.review;

import footing.plan.Allowances;
import footing.plan.IamPolicy;
import footing.plan.Plan;
import footing.text.AllowanceWords;
import footing.wizard.Words;
import footing.wizard.control.CopyButton;
import footing.wizard.control.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

/** What whoever is signed in may do of the plan: a quiet line, or what is denied with what to hand on. */
final class PermissionsView {

    /** So many actions of an obstacle are named here; the copied list names all. */
    private static final int MOST_NAMED = 6;

    private PermissionsView() {
    }

    /** @param despite whether the person goes on with what is denied all the same */
    static Optional<Node> of(AllowanceCheck.State state, BooleanProperty despite) {
        return switch (state) {
            case AllowanceCheck.State.Nothing nothing -> Optional.empty();
            case AllowanceCheck.State.Asking asking -> Optional.of(quiet(Words.get("review.asking.text")));
            case AllowanceCheck.State.Told(Allowances allowances, Plan plan) when allowances.isDenied() ->
                Optional.of(denied(allowances, plan.identity().principal(), despite));
            case AllowanceCheck.State.Told(Allowances allowances, Plan plan) when allowances.doubts().isEmpty() ->
                Optional.of(quiet(Words.get("review.allowed")));
            case AllowanceCheck.State.Told(Allowances allowances, Plan plan) ->
                Optional.of(quiet(String.join("\n", AllowanceWords.doubts(allowances))));
        };
    }

    private static Label quiet(String text) {
        Label line = new Label(text);
        line.setId("allowances");
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        line.getStyleClass().add("text-secondary");
        return line;
    }

    private static Notice denied(Allowances allowances, String principal, BooleanProperty despite) {
        List<Node> actions = new ArrayList<>();
        List<IamPolicy> missing = allowances.missing().parts();
        if (!missing.isEmpty()) {
            CopyButton policy = new CopyButton(Words.get("review.denied.copy-policy"),
                    missing.stream().map(IamPolicy::json).collect(Collectors.joining("\n")));
            policy.setId("copy-missing-policy");
            actions.add(policy);
        }
        CopyButton list = new CopyButton(Words.get("review.denied.copy-list"),
                AllowanceWords.list(allowances, principal));
        list.setId("copy-denied");
        actions.add(list);
        CheckBox goOn = new CheckBox(Words.get("review.denied.despite"));
        goOn.setId(AllowanceCheck.DESPITE);
        goOn.selectedProperty().bindBidirectional(despite);
        actions.add(goOn);
        List<String> words = new ArrayList<>();
        AllowanceWords.denied(allowances).forEach((part) -> words.add(words(part)));
        words.addAll(AllowanceWords.doubts(allowances));
        Notice notice = new Notice(Notice.Kind.DANGER, Words.get("review.denied.title"), String.join("\n", words),
                actions.toArray(Node[]::new));
        notice.setId("denied");
        return notice;
    }

    private static String words(AllowanceWords.Part part) {
        List<String> actions = part.groups().stream().flatMap((group) -> group.actions().stream()).distinct().toList();
        String named = actions.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return part.title() + ": " + (actions.size() > MOST_NAMED
                ? Words.WIZARD.get("review.denied.more", java.util.Map.of("actions", named, "count",
                        Integer.toString(actions.size() - MOST_NAMED)))
                : named)
                + "\n" + part.advice();
    }
}
