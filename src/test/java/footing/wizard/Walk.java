package footing.wizard;

import footing.wizard.control.Scrolling;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;

/** The way through the pages, with what they ask for filled in. */
final class Walk {

    private Walk() {
    }

    /** Chooses a practice account and surveys it. */
    static void survey(Driver driver, String scenario) {
        Fx.run(() -> ((RadioButton) driver.find("option-practice-" + scenario).orElseThrow()).setSelected(true));
        driver.next(Step.SURVEY);
    }

    /**
     * From the survey to the checklist.
     *
     * @param look called on each page, and on each part of the review
     */
    static void on(Driver driver, Consumer<String> look) {
        toFinish(driver, look);
        driver.next(Step.CHECKLIST);
        look.accept("checklist");
    }

    /** The same, but for the checklist: to draw its pages takes longer than all the others. */
    static void toFinish(Driver driver, Consumer<String> look) {
        look.accept("survey");
        driver.next(Step.CONTACTS);
        fillContacts(driver);
        look.accept("contacts");
        driver.next(Step.NOTIFICATIONS);
        set(driver, "notifications.securityList", "aws-security@example.com");
        look.accept("notifications");
        driver.next(Step.PEOPLE);
        look.accept("people");
        driver.next(Step.BUDGETS);
        set(driver, "billing.budgets.1.limit", "500");
        look.accept("budgets");
        driver.next(Step.REVIEW);
        TabPane tabs = (TabPane) driver.find("tabs").orElseThrow();
        for (int tab = 0; tab < tabs.getTabs().size(); tab++) {
            int at = tab;
            Fx.run(() -> tabs.getSelectionModel().select(at));
            look.accept("review, part " + (tab + 1));
        }
        Fx.run(() -> tabs.getSelectionModel().select(0));
        driver.next(Step.APPLY);
        look.accept("apply");
        driver.next(Step.FINISH);
        look.accept("finish");
    }

    static void set(Driver driver, String field, String text) {
        Fx.run(() -> Scrolling.find(driver.stage().getScene().getRoot(), field)
                .map(TextField.class::cast)
                .ifPresent((input) -> input.setText(text)));
    }

    static void fillAlternate(Driver driver, String type) {
        set(driver, "contacts." + type + ".name", "Example Corp");
        set(driver, "contacts." + type + ".title",
                type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1) + " team");
        set(driver, "contacts." + type + ".email", "aws-" + type + "@example.com");
        set(driver, "contacts." + type + ".phone", "+1 206 555 0150");
    }

    static void fillContacts(Driver driver) {
        List.of("security", "operations", "billing").forEach((type) -> fillAlternate(driver, type));
        set(driver, "contacts.primary.fullName", "Example Corp Cloud Team");
        set(driver, "contacts.primary.companyName", "Example Corp");
        set(driver, "contacts.primary.phoneNumber", "+1 206 555 0100");
        set(driver, "contacts.primary.addressLine1", "100 Main Street");
        set(driver, "contacts.primary.postalCode", "98101");
        set(driver, "contacts.primary.city", "Seattle");
        set(driver, "contacts.primary.stateOrRegion", "WA");
        set(driver, "contacts.primary.countryCode", "US");
    }
}
