package footing.choices;

import footing.account.AlternateContact;
import footing.account.ContactType;
import footing.account.PrimaryContact;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What AWS takes as contacts. Patterns and lengths are those of the Account Management API. */
final class ContactRules {

    /** The countries for which AWS wants a state or region. */
    static final Set<String> STATE_WANTED = Set.of("US", "CA", "GB", "DE", "JP", "IN", "BR");

    /** AWS takes more than any mail server does: dots at the ends and side by side, hyphens at the ends of a name. */
    private static final Pattern EMAIL = Pattern.compile("[\\w+=#|!&-]+(?:\\.[\\w+=#|!&-]+)*@"
            + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");
    private static final Set<String> WEB = Set.of("http", "https");
    private static final Pattern HOST = Pattern
            .compile("(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,}");
    private static final int MOST_EMAIL = 254;
    private static final Pattern PHONE = Pattern.compile("[\\s0-9()+-]+");
    private static final int MOST_PHONE = 25;
    private static final Pattern PRIMARY_PHONE = Pattern.compile("[+][\\s0-9()-]+");
    private static final int MOST_PRIMARY_PHONE = 20;
    private static final int MOST_NAME = 64;
    private static final int MOST_TITLE = 50;
    private static final int MOST_PRIMARY_TEXT = 50;
    private static final int MOST_ADDRESS = 60;
    private static final int MOST_POSTAL_CODE = 20;
    private static final int MOST_WEBSITE = 256;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private ContactRules() {
    }

    static List<Complaint> check(Contacts contacts) {
        List<Complaint> complaints = new ArrayList<>();
        contacts.primary().ifPresent((primary) -> complaints.addAll(primary("contacts.primary", primary)));
        for (ContactType type : ContactType.values()) {
            Optional.ofNullable(contacts.alternate().get(type))
                    .ifPresent((contact) -> complaints.addAll(alternate(field(type), contact)));
        }
        return List.copyOf(complaints);
    }

    static String field(ContactType type) {
        return "contacts." + type.name().toLowerCase(Locale.ROOT);
    }

    static List<Complaint> alternate(String field, AlternateContact contact) {
        List<Complaint> complaints = new ArrayList<>();
        complaints.addAll(required(field + ".name", contact.name(), MOST_NAME));
        complaints.addAll(required(field + ".title", contact.title(), MOST_TITLE));
        complaints.addAll(email(field + ".email", contact.email()));
        complaints.addAll(phone(field + ".phone", contact.phone()));
        return complaints;
    }

    static List<Complaint> primary(String field, PrimaryContact contact) {
        List<Complaint> complaints = new ArrayList<>();
        complaints.addAll(required(field + ".fullName", contact.fullName(), MOST_PRIMARY_TEXT));
        complaints.addAll(optional(field + ".companyName", contact.companyName(), MOST_PRIMARY_TEXT));
        complaints.addAll(required(field + ".addressLine1", contact.addressLine1(), MOST_ADDRESS));
        complaints.addAll(optional(field + ".addressLine2", contact.addressLine2(), MOST_ADDRESS));
        complaints.addAll(optional(field + ".addressLine3", contact.addressLine3(), MOST_ADDRESS));
        complaints.addAll(required(field + ".city", contact.city(), MOST_PRIMARY_TEXT));
        complaints.addAll(optional(field + ".districtOrCounty", contact.districtOrCounty(), MOST_PRIMARY_TEXT));
        complaints.addAll(state(field + ".stateOrRegion", contact.stateOrRegion(), contact.countryCode()));
        complaints.addAll(required(field + ".postalCode", contact.postalCode(), MOST_POSTAL_CODE));
        complaints.addAll(country(field + ".countryCode", contact.countryCode()));
        complaints.addAll(primaryPhone(field + ".phoneNumber", contact.phoneNumber()));
        contact.websiteUrl().ifPresent((address) -> complaints.addAll(website(field + ".websiteUrl", address)));
        return complaints;
    }

    static List<Complaint> email(String field, String value) {
        if (value.isBlank()) {
            return Complaints.error(field, value, "required");
        }
        if (value.length() > MOST_EMAIL || !EMAIL.matcher(value).matches()) {
            return Complaints.error(field, value, "email", Map.of("max", String.valueOf(MOST_EMAIL)));
        }
        if (Addresses.isFreeMail(value)) {
            return Complaints.warning(field, value, "free-mail");
        }
        return Addresses.looksLikeName(value)
                ? Complaints.warning(field, value, "looks-personal")
                : Complaints.none();
    }

    static List<Complaint> phone(String field, String value) {
        return matching(field, value, PHONE, MOST_PHONE, "phone");
    }

    static List<Complaint> primaryPhone(String field, String value) {
        return matching(field, value, PRIMARY_PHONE, MOST_PRIMARY_PHONE, "primary-phone");
    }

    /** A web page; what a browser would run is none. Written without https:// it is taken, as AWS does. */
    static List<Complaint> website(String field, String value) {
        List<Complaint> text = required(field, value, MOST_WEBSITE);
        if (!text.isEmpty()) {
            return text;
        }
        if (isWebAddress(value)) {
            return Complaints.none();
        }
        return isWebAddress("https://" + value)
                ? Complaints.warning(field, value, "website-bare")
                : Complaints.error(field, value, "website");
    }

    private static boolean isWebAddress(String value) {
        try {
            URI address = new URI(value);
            return WEB.contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))
                    && address.getRawAuthority() != null && address.getUserInfo() == null
                    && HOST.matcher(address.getRawAuthority().replaceFirst(":[0-9]{1,5}$", "")).matches();
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    static List<Complaint> country(String field, String value) {
        return COUNTRIES.contains(value) ? Complaints.none() : Complaints.error(field, value, "country");
    }

    static List<Complaint> state(String field, Optional<String> value, String country) {
        return value.isEmpty() && STATE_WANTED.contains(country)
                ? Complaints.error(field, "", "state", Map.of("country", country))
                : optional(field, value, MOST_PRIMARY_TEXT);
    }

    /** A text on one line. */
    static List<Complaint> required(String field, String value, int most) {
        if (value.isBlank()) {
            return Complaints.error(field, value, "required");
        }
        return value.codePointCount(0, value.length()) > most || UNSAFE.matcher(value).find()
                ? Complaints.error(field, value, "text", Map.of("max", String.valueOf(most)))
                : Complaints.none();
    }

    static List<Complaint> optional(String field, Optional<String> value, int most) {
        return value.map((given) -> required(field, given, most)).orElseGet(Complaints::none);
    }

    private static List<Complaint> matching(String field, String value, Pattern pattern, int most, String rule) {
        if (value.isBlank()) {
            return Complaints.error(field, value, "required");
        }
        boolean fine = value.length() <= most && pattern.matcher(value).matches()
                && value.chars().anyMatch(Character::isDigit) && !UNSAFE.matcher(value).find();
        return fine ? Complaints.none() : Complaints.error(field, value, rule, Map.of("max", String.valueOf(most)));
    }
}
