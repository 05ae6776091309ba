package footing.choices;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A budget for the whole account.
 *
 * @param limit in whole units of the currency
 * @param currency as ISO 4217 writes it: {@code USD}
 * @param period how often it begins anew
 * @param actualPercent the part of the limit that, once spent, people hear of
 * @param forecastPercent the part of the limit that, once AWS expects it to be spent, people hear of
 */
public record BudgetChoice(int limit, String currency, Period period, int actualPercent, int forecastPercent) {

    public static final int ACTUAL_PERCENT = 80;
    public static final int FORECAST_PERCENT = 100;
    public static final String CURRENCY = "USD";

    private static final String PREFIX = "footing-";
    private static final int MARK = 8;
    private static final Pattern NAMED = Pattern.compile(PREFIX + "(.+)-[0-9a-f]{" + MARK + "}");

    /**
     * The name of the budget in the account. AWS cannot change a budget's notifications: another budget has to take its
     * place, and for a moment both are there. So the name tells the notifications apart.
     *
     * @param name what people call it
     * @param topic what tells the topic apart that is notified
     */
    public String accountName(String name, String topic) {
        CRC32 mark = new CRC32();
        mark.update((actualPercent + " " + forecastPercent + " " + topic).getBytes(StandardCharsets.UTF_8));
        return PREFIX + name + "-" + HexFormat.of().toHexDigits(mark.getValue(), MARK);
    }

    /** What people call a budget that Footing made. */
    static Optional<String> nameOf(String accountName) {
        Matcher named = NAMED.matcher(accountName);
        return named.matches() ? Optional.of(named.group(1)) : Optional.empty();
    }

    public enum Period {
        MONTHLY,
        QUARTERLY,
        ANNUALLY;

        /** As files write it: {@code monthly}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Period> of(String id) {
            return Arrays.stream(values()).filter((period) -> period.id().equals(id)).findFirst();
        }
    }
}
