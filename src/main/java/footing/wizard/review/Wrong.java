package footing.wizard.review;

import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.text.ItemTexts;
import footing.text.Texts;
import footing.wizard.Missing;
import footing.wizard.Step;
import footing.wizard.Words;
import java.util.Map;
import java.util.Optional;

/** Something that was chosen and cannot be so: what it is, why, and where to see to it. */
record Wrong(Complaint complaint) {

    /** The button that sees to it. */
    static final String BUTTON = "see-to-it";

    /** The labels of the fields that can be wrong only once the account is looked at, by place in the choices file. */
    private static final Map<String, String> LABELS = Map.of("logStorage.bucket", "notifications.bucket",
            "logStorage.trail", "notifications.trail", "logStorage.logGroup", "notifications.log-group",
            "notifications.topicName", "notifications.topic", "billing.topicName", "notifications.topic",
            "billing.reportBucket", "budgets.bucket", "billing.budgets", "budgets.section", "access.saml.name",
            "people.saml.name", "access.saml.metadataFile", "people.metadata");

    private static final ItemTexts ITEMS = new ItemTexts();
    private static final Texts CHOICES = Texts.of("choices");

    /** The item that was to stay as it is, where that is what is wrong. */
    Optional<ItemId> left() {
        return complaint.field().equals("leave") ? ItemId.of(complaint.value()) : Optional.empty();
    }

    /** The page where the value is chosen, where it is a value. */
    Step page() {
        String part = complaint.field().split("[.]", 2)[0];
        return switch (part) {
            case "contacts" -> Step.CONTACTS;
            case "notifications", "logStorage", "alarms" -> Step.NOTIFICATIONS;
            case "billing" -> Step.BUDGETS;
            default -> Step.PEOPLE;
        };
    }

    String title() {
        return left().map((item) -> Words.get("review.wrong.left", "item", ITEMS.title(item.id())))
                .orElseGet(() -> Words.get("review.wrong.value", "field", field()));
    }

    /** What the window calls the value. */
    private String field() {
        return Optional.ofNullable(LABELS.get(complaint.field())).map(Words::get).orElse(complaint.field());
    }

    String text() {
        String why = CHOICES.get(complaint.key(), complaint.values());
        String from = left().isPresent() ? "" : complaint.value() + ": ";
        return from
                + (from.isEmpty() ? why.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + why.substring(1) : why);
    }

    /** What pressing the button does. */
    String mend() {
        return left().isPresent()
                ? Words.get("review.change")
                : Words.get("review.wrong.page", "page", Words.get(page().key() + ".step"));
    }

    Missing missing() {
        return new Missing(title(), BUTTON);
    }
}
