package footing.account;

import java.math.BigDecimal;

/**
 * An amount of money, as a budget limits it.
 *
 * @param unit the currency as AWS writes it: {@code USD}
 */
public record Money(BigDecimal amount, String unit) {

    /** Without needless zeros: {@code 500 USD}. */
    @Override
    public String toString() {
        return amount.stripTrailingZeros().toPlainString() + " " + unit;
    }
}
