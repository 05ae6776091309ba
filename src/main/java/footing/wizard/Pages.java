package footing.wizard;

import footing.wizard.budgets.BudgetsController;
import footing.wizard.budgets.BudgetsModel;
import footing.wizard.contacts.ContactsController;
import footing.wizard.contacts.ContactsModel;
import footing.wizard.notifications.NotificationsController;
import footing.wizard.notifications.NotificationsModel;
import footing.wizard.people.PeopleController;
import footing.wizard.people.PeopleModel;
import footing.wizard.review.ReviewController;
import footing.wizard.review.ReviewModel;
import footing.wizard.signin.SignInController;
import footing.wizard.signin.SignInModel;
import footing.wizard.survey.SurveyController;
import footing.wizard.survey.SurveyModel;
import footing.wizard.apply.ApplyController;
import footing.wizard.apply.ApplyModel;
import footing.wizard.finish.FinishController;
import footing.wizard.finish.FinishModel;
import footing.wizard.checklist.ChecklistController;
import footing.wizard.checklist.ChecklistModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** The pages, made when they are first opened and kept from then on. */
public final class Pages {

    private final Desk desk;
    private final Map<Step, Page> pages = new EnumMap<>(Step.class);

    public Pages(Desk desk) {
        this.desk = desk;
    }

    /** What is shown, and who looks after it. */
    public record Page(Parent view, PageController controller) {
    }

    public Page page(Step step) {
        return pages.computeIfAbsent(step, this::make);
    }

    private Page make(Step step) {
        PageController controller = switch (step) {
            case SIGN_IN -> new SignInController(new SignInModel(desk));
            case SURVEY -> new SurveyController(new SurveyModel(desk), desk.services().clock().getZone());
            case CONTACTS -> new ContactsController(new ContactsModel(desk));
            case NOTIFICATIONS -> new NotificationsController(new NotificationsModel(desk));
            case PEOPLE -> new PeopleController(new PeopleModel(desk));
            case BUDGETS -> new BudgetsController(new BudgetsModel(desk));
            case REVIEW -> new ReviewController(new ReviewModel(desk), desk.links());
            case APPLY -> new ApplyController(new ApplyModel(desk), desk.services().clock().getZone());
            case FINISH -> new FinishController(new FinishModel(desk), desk.links());
            case CHECKLIST -> new ChecklistController(new ChecklistModel(desk), desk.links());
        };
        return new Page(load(controller), controller);
    }

    /**
     * Loads the FXML that stands beside a controller: {@code SignInPage.fxml} beside {@code SignInController}.
     *
     * @throws IllegalStateException where it is not there, or names another controller: a mistake in the program
     */
    public static Parent load(Object controller) {
        Class<?> type = controller.getClass();
        String name = type.getSimpleName().replace("Controller", "Page.fxml").replace("FramePage", "Frame");
        URL fxml = Optional.ofNullable(type.getResource(name))
                .orElseThrow(() -> new IllegalStateException("No " + name + " beside " + type.getName()));
        FXMLLoader loader = new FXMLLoader(fxml, Words.WIZARD.bundle());
        loader.setControllerFactory((asked) -> {
            if (asked != type) {
                throw new IllegalStateException(name + " names " + asked.getName() + ", not " + type.getName());
            }
            return controller;
        });
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }
}
