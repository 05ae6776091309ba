package footing.aws.survey;

import footing.account.AlternateContact;
import footing.account.ContactType;
import footing.account.Fact;
import footing.account.PrimaryContact;
import footing.aws.FromSdk;
import footing.account.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.account.model.GetAlternateContactRequest;
import software.amazon.awssdk.services.account.model.GetContactInformationRequest;

/** Whom AWS reaches. The account asks for its own: a management account may not pass its own id. */
final class ContactReader {

    static final List<Reader<?>> READERS = List.of(
            Reader.of(Fact.PRIMARY_CONTACT, ContactReader::primary, "account:GetContactInformation"),
            alternate(ContactType.BILLING),
            alternate(ContactType.OPERATIONS),
            alternate(ContactType.SECURITY));

    private ContactReader() {
    }

    private static Reading<PrimaryContact> primary(Asking asking) {
        return asking
                .ask(Ask.of(AccountClient.class, asking.home(), "GetContactInformation",
                        GetContactInformationRequest.builder().build(), AccountClient::getContactInformation)
                        .seeing((response) -> Values.of()
                                .and("FullName", response.contactInformation().fullName())
                                .and("CompanyName", response.contactInformation().companyName())
                                .and("PhoneNumber", response.contactInformation().phoneNumber())
                                .map()))
                .map((response) -> FromSdk.primaryContact(response.contactInformation()));
    }

    private static Reader<Optional<AlternateContact>> alternate(ContactType type) {
        return Reader.of(type.fact(), (asking) -> alternate(asking, type), "account:GetAlternateContact");
    }

    private static Reading<Optional<AlternateContact>> alternate(Asking asking, ContactType type) {
        GetAlternateContactRequest request = GetAlternateContactRequest.builder()
                .alternateContactType(AlternateContactType.valueOf(type.name()))
                .build();
        return asking
                .askUnless(Ask.of(AccountClient.class, asking.home(), "GetAlternateContact", request,
                        AccountClient::getAlternateContact)
                        .seeing((response) -> values(response.alternateContact())),
                        Absent.on("ResourceNotFoundException"))
                .map((response) -> response.map((given) -> FromSdk.alternateContact(given.alternateContact())));
    }

    private static Map<String, String> values(software.amazon.awssdk.services.account.model.AlternateContact told) {
        return Values.of()
                .and("AlternateContactType", told.alternateContactTypeAsString())
                .and("Name", told.name())
                .and("EmailAddress", told.emailAddress())
                .map();
    }
}
