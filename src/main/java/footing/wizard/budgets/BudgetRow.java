package footing.wizard.budgets;

import footing.account.Region;
import footing.choices.BudgetChoice;
import footing.choices.BudgetChoice.Period;
import footing.choices.Complaint;
import footing.choices.Rules;
import footing.wizard.form.Field;
import footing.wizard.form.Form;
import footing.wizard.form.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A budget as it is written. */
final class BudgetRow {

    private final int number;
    private final Field name;
    private final Written<Integer> limit;
    private final Field currency;
    private final Written<Integer> actual;
    private final Written<Integer> forecast;
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(this, "period", Period.MONTHLY);

    /** @param number tells it from the others, and stands in the ids of its fields */
    BudgetRow(Form form, int number) {
        this.number = number;
        name = form.field(id("name"));
        limit = Written.number(form.field(id("limit")));
        currency = form.field(id("currency"));
        actual = Written.number(form.field(id("actualPercent")));
        forecast = Written.number(form.field(id("forecastPercent")));
        currency.value().set(BudgetChoice.CURRENCY);
        actual.field().value().set(Integer.toString(BudgetChoice.ACTUAL_PERCENT));
        forecast.field().value().set(Integer.toString(BudgetChoice.FORECAST_PERCENT));
        period.subscribe((before, now) -> form.check());
    }

    String id(String part) {
        return place() + "." + part;
    }

    private String place() {
        return "billing.budgets." + number;
    }

    int number() {
        return number;
    }

    Field name() {
        return name;
    }

    Field limit() {
        return limit.field();
    }

    Field currency() {
        return currency;
    }

    Field actual() {
        return actual.field();
    }

    Field forecast() {
        return forecast.field();
    }

    ObjectProperty<Period> period() {
        return period;
    }

    String budgetName() {
        return name.given().orElse("");
    }

    void fill(String called, BudgetChoice budget) {
        name.value().set(called);
        limit.field().value().set(Integer.toString(budget.limit()));
        currency.value().set(budget.currency());
        period.set(budget.period());
        actual.field().value().set(Integer.toString(budget.actualPercent()));
        forecast.field().value().set(Integer.toString(budget.forecastPercent()));
    }

    /** What is not written rightly is as usual here; the complaint about it keeps it from counting. */
    BudgetChoice choice() {
        return new BudgetChoice(limit.meant().orElse(1), currency.given().orElse(""), period.get(),
                actual.meant().orElse(BudgetChoice.ACTUAL_PERCENT),
                forecast.meant().orElse(BudgetChoice.FORECAST_PERCENT));
    }

    List<Complaint> complaints(Region home) {
        List<Complaint> complaints = new ArrayList<>(Rules.budgetName(name.id(), budgetName()));
        Stream.of(limit, actual, forecast).forEach((one) -> complaints.addAll(one.complaintsOfRequired()));
        complaints.addAll(Rules.budget(place(), choice(), home));
        return complaints;
    }

    /** In the order in which they stand on the page. */
    Stream<Field> fields() {
        return Stream.of(name, limit.field(), currency, actual.field(), forecast.field());
    }
}
