package footing.choices;

import footing.account.AlternateContact;
import footing.account.ContactType;
import footing.account.PrimaryContact;
import java.util.Map;
import java.util.Optional;

/** Who AWS is to reach. What is absent here is left as it is in the account. */
public record Contacts(Optional<PrimaryContact> primary, Map<ContactType, AlternateContact> alternate) {

    public Contacts {
        alternate = Map.copyOf(alternate);
    }
}
