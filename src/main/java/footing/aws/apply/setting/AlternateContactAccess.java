package footing.aws.apply.setting;

import footing.account.AlternateContact;
import footing.account.ContactType;
import footing.aws.FromSdk;
import java.util.Optional;
import software.amazon.awssdk.services.account.AccountClient;

/** One of the three alternate contacts. */
record AlternateContactAccess(AccountClient account, ContactType type)
        implements SettingAccess<Optional<AlternateContact>> {

    @Override
    public Optional<AlternateContact> read() {
        return SettingAccess
                .unless("ResourceNotFoundException",
                        () -> account.getAlternateContact((request) -> request.alternateContactType(type.name())))
                .map((response) -> FromSdk.alternateContact(response.alternateContact()));
    }

    @Override
    public void write(Optional<AlternateContact> before, Optional<AlternateContact> after) {
        after.ifPresentOrElse(
                (contact) -> account.putAlternateContact((request) -> request.alternateContactType(type.name())
                        .name(contact.name())
                        .title(contact.title())
                        .emailAddress(contact.email())
                        .phoneNumber(contact.phone())),
                () -> account.deleteAlternateContact((request) -> request.alternateContactType(type.name())));
    }
}
