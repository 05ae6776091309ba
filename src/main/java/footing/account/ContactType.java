package footing.account;

import java.util.Optional;

/** The alternate contacts that AWS knows, named as the API names them. */
public enum ContactType {
    BILLING(Fact.BILLING_CONTACT),
    OPERATIONS(Fact.OPERATIONS_CONTACT),
    SECURITY(Fact.SECURITY_CONTACT);

    private final Fact<Optional<AlternateContact>> fact;

    ContactType(Fact<Optional<AlternateContact>> fact) {
        this.fact = fact;
    }

    public Fact<Optional<AlternateContact>> fact() {
        return fact;
    }
}
