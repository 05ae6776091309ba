package footing.account;

import java.util.Optional;

/**
 * The account's primary contact information. AWS keeps no e-mail address in it: that of the root user is the account's.
 * Source: {@code account:GetContactInformation}.
 */
public record PrimaryContact(String fullName, Optional<String> companyName, String addressLine1,
        Optional<String> addressLine2,
        Optional<String> addressLine3, String city, Optional<String> districtOrCounty, Optional<String> stateOrRegion,
        String postalCode,
        String countryCode, String phoneNumber, Optional<String> websiteUrl) {
}
