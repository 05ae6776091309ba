package footing.account;

/**
 * Why a fact cannot exist here.
 *
 * @param kind which of the known reasons
 * @param detail what AWS said, as data; may be empty
 */
public record Absence(Kind kind, String detail) {

    public enum Kind {
        /** The Region is not enabled for the account. */
        REGION_OFF,
        /** The service has no endpoint in this Region or partition, or does not know the operation. */
        NOT_OFFERED,
        /** The account is not subscribed to the service. */
        NOT_SUBSCRIBED
    }
}
