package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;

import footing.practice.Bench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AccessDeniedException;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.account.model.ContactInformation;
import software.amazon.awssdk.services.account.model.PutAlternateContactRequest;
import software.amazon.awssdk.services.account.model.RegionOptStatus;
import software.amazon.awssdk.services.account.model.ResourceNotFoundException;
import software.amazon.awssdk.services.account.model.ValidationException;

class PracticeAccountManagementTest {

    private final AccountClient account = Bench.fresh().account();

    private static void security(PutAlternateContactRequest.Builder request) {
        request.alternateContactType(AlternateContactType.SECURITY)
                .name("Security")
                .title("Security team")
                .emailAddress("aws-security@example.com")
                .phoneNumber("+1 503 555 0101");
    }

    private ContactInformation contact() {
        return account.getContactInformation((request) -> {
        }).contactInformation();
    }

    @Test
    void alternateContact_isReadAsItWasPut_andGone_whenDeleted() {
        Refused.with(ResourceNotFoundException.class, "ResourceNotFoundException", 404,
                () -> account.getAlternateContact((request) -> request.alternateContactType("SECURITY")));

        account.putAlternateContact(PracticeAccountManagementTest::security);
        assertThat(account.getAlternateContact((request) -> request.alternateContactType("SECURITY"))
                .alternateContact()
                .emailAddress()).isEqualTo("aws-security@example.com");

        account.deleteAlternateContact((request) -> request.alternateContactType("SECURITY"));
        Refused.with(ResourceNotFoundException.class, "ResourceNotFoundException", 404,
                () -> account.deleteAlternateContact((request) -> request.alternateContactType("SECURITY")));
    }

    @ParameterizedTest
    @CsvSource({"not-an-address,+1 503 555 0101", "a@b,+1 503 555 0101", "a@example.com,call me", "a@example.com,''"})
    void alternateContact_isRefused_whenAddressOrPhoneIsNone(String email, String phone) {
        Refused.with(ValidationException.class, "ValidationException", 400, () -> account
                .putAlternateContact((request) -> request.applyMutation(PracticeAccountManagementTest::security)
                        .emailAddress(email)
                        .phoneNumber(phone)));
    }

    @Test
    void alternateContact_isRefused_whenTheTypeIsNone() {
        Refused.with(ValidationException.class, "ValidationException", 400,
                () -> account
                        .putAlternateContact((request) -> request.applyMutation(PracticeAccountManagementTest::security)
                                .alternateContactType("LEGAL")));
    }

    @Test
    void primaryContact_isReplacedWhole() {
        ContactInformation before = contact();
        assertThat(before.fullName()).isEqualTo("Robin Meyer");

        ContactInformation now = before.toBuilder().fullName("Acme Corporation").companyName("Acme").build();
        account.putContactInformation((request) -> request.contactInformation(now));

        assertThat(contact()).isEqualTo(now);
    }

    @Test
    void primaryContact_isRefused_whenTheCountryWantsAStateAndThereIsNone() {
        ContactInformation contact = contact();

        Refused.with(ValidationException.class, "ValidationException", 400,
                () -> account.putContactInformation((request) -> request
                        .contactInformation(contact.toBuilder().stateOrRegion(null).build())));
        Refused.with(ValidationException.class, "ValidationException", 400,
                () -> account.putContactInformation(
                        (request) -> request.contactInformation(contact.toBuilder().phoneNumber("0503").build())));
        assertThat(contact()).isEqualTo(contact);
    }

    @Test
    void account_isRefused_whenItIsNamedFromAStandaloneAccount() {
        Refused.with(AccessDeniedException.class, "AccessDeniedException", 403,
                () -> account.getContactInformation((request) -> request.accountId(Bench.ACCOUNT)));
    }

    @Test
    void regions_comeInPages_andByStatus() {
        assertThat(account.listRegionsPaginator((request) -> request.maxResults(5)).regions()).hasSize(32);
        assertThat(account.listRegions((request) -> request.maxResults(5)).regions()).hasSize(5);
        assertThat(account
                .listRegions((request) -> request.regionOptStatusContains(RegionOptStatus.ENABLED_BY_DEFAULT))
                .regions()).hasSize(17);
        Refused.with(ValidationException.class, "ValidationException", 400,
                () -> account.listRegions((request) -> request.maxResults(51)));
        Refused.with(ValidationException.class, "ValidationException", 400,
                () -> account.listRegions((request) -> request.nextToken("made up")));
    }
}
