package footing.aws.apply.setting;

import footing.account.PrimaryContact;
import footing.aws.FromSdk;
import software.amazon.awssdk.services.account.AccountClient;

/** The account's primary contact information. It asks for its own: a management account may not pass its own id. */
record PrimaryContactAccess(AccountClient account) implements SettingAccess<PrimaryContact> {

    @Override
    public PrimaryContact read() {
        return FromSdk.primaryContact(account.getContactInformation((request) -> {
        }).contactInformation());
    }

    @Override
    public void write(PrimaryContact before, PrimaryContact after) {
        account.putContactInformation((request) -> request.contactInformation((contact) -> {
            contact.fullName(after.fullName())
                    .addressLine1(after.addressLine1())
                    .city(after.city())
                    .postalCode(after.postalCode())
                    .countryCode(after.countryCode())
                    .phoneNumber(after.phoneNumber());
            after.companyName().ifPresent(contact::companyName);
            after.addressLine2().ifPresent(contact::addressLine2);
            after.addressLine3().ifPresent(contact::addressLine3);
            after.districtOrCounty().ifPresent(contact::districtOrCounty);
            after.stateOrRegion().ifPresent(contact::stateOrRegion);
            after.websiteUrl().ifPresent(contact::websiteUrl);
        }));
    }
}
