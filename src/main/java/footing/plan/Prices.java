package footing.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.YearMonth;

/** List prices, from a dated table: {@code prices.json}. */
public final class Prices {

    private static final JsonNode TABLE = ResourceTypes.resource("prices.json");

    private Prices() {
    }

    /** The month in which the table was last looked over. */
    public static YearMonth asOf() {
        return YearMonth.parse(TABLE.path("asOf").asText());
    }

    /**
     * What a resource costs while it exists.
     *
     * @throws IllegalArgumentException where its type has no price: a mistake in the program
     */
    public static Cost of(Change.StackResource resource) {
        Cost cost = price("resources", resource.type());
        String property = TABLE.path("resources").path(resource.type()).path("usageWith").asText();
        boolean usage = cost.usage() || resource.properties().fields().containsKey(property);
        return new Cost(cost.monthlyUsd(), usage);
    }

    /** What a setting costs once it is as it is to be. */
    public static Cost of(Setting<?> setting) {
        return price("settings", Settings.kind(setting));
    }

    /**
     * What is asked for each single use of a resource, in US dollars, where a plan is to name it: a change recorded, a
     * rule evaluated.
     *
     * @throws IllegalArgumentException where the table has no such price: a mistake in the program
     */
    static BigDecimal ofUnit(String type) {
        JsonNode price = TABLE.path("units").path(type);
        if (!price.isTextual()) {
            throw new IllegalArgumentException("no unit price for " + type);
        }
        return new BigDecimal(price.asText());
    }

    private static Cost price(String table, String of) {
        JsonNode price = TABLE.path(table).path(of);
        if (!price.isObject()) {
            throw new IllegalArgumentException("no price for " + of);
        }
        return new Cost(new BigDecimal(price.path("monthly").asText()), price.path("usage").asBoolean());
    }
}
