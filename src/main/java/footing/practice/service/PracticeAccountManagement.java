package footing.practice.service;

import footing.practice.call.Errors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AccessDeniedException;
import software.amazon.awssdk.services.account.model.AlternateContact;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.account.model.ContactInformation;
import software.amazon.awssdk.services.account.model.DeleteAlternateContactRequest;
import software.amazon.awssdk.services.account.model.DeleteAlternateContactResponse;
import software.amazon.awssdk.services.account.model.GetAlternateContactRequest;
import software.amazon.awssdk.services.account.model.GetAlternateContactResponse;
import software.amazon.awssdk.services.account.model.GetContactInformationRequest;
import software.amazon.awssdk.services.account.model.GetContactInformationResponse;
import software.amazon.awssdk.services.account.model.GetRegionOptStatusRequest;
import software.amazon.awssdk.services.account.model.GetRegionOptStatusResponse;
import software.amazon.awssdk.services.account.model.ListRegionsRequest;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.account.model.PutAlternateContactRequest;
import software.amazon.awssdk.services.account.model.PutAlternateContactResponse;
import software.amazon.awssdk.services.account.model.PutContactInformationRequest;
import software.amazon.awssdk.services.account.model.PutContactInformationResponse;
import software.amazon.awssdk.services.account.model.Region;
import software.amazon.awssdk.services.account.model.ResourceNotFoundException;
import software.amazon.awssdk.services.account.model.ValidationException;
import software.amazon.awssdk.services.account.model.ValidationExceptionField;
import software.amazon.awssdk.services.account.model.ValidationExceptionReason;

/** Account Management: contacts and Regions. Lengths and patterns are those of the service's model. */
public final class PracticeAccountManagement implements AccountClient {

    private static final Pattern EMAIL = Pattern.compile("\\s*[\\w+=.#|!&-]+@[\\w.-]+\\.\\w+\\s*");
    private static final Pattern PHONE = Pattern.compile("[\\s0-9()+-]+");
    private static final Pattern PRIMARY_PHONE = Pattern.compile("[+][\\s0-9()-]+");
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    /** Where a state or region belongs to the address. Source: the reference of ContactInformation. */
    private static final Set<String> WITH_STATE = Set.of("US", "CA", "GB", "DE", "JP", "IN", "BR");

    private final Here here;

    public PracticeAccountManagement(Here here) {
        this.here = here;
    }

    @Override
    public GetContactInformationResponse getContactInformation(GetContactInformationRequest request) {
        own(request.accountId());
        return GetContactInformationResponse.builder().contactInformation(here.account().contact()).build();
    }

    @Override
    public PutContactInformationResponse putContactInformation(PutContactInformationRequest request) {
        own(request.accountId());
        ContactInformation contact = Optional.ofNullable(request.contactInformation())
                .orElseThrow(() -> invalid("contactInformation", "must not be null"));
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("fullName", new Rule(contact.fullName(), true, 50, ANY));
        rules.put("addressLine1", new Rule(contact.addressLine1(), true, 60, ANY));
        rules.put("addressLine2", new Rule(contact.addressLine2(), false, 60, ANY));
        rules.put("addressLine3", new Rule(contact.addressLine3(), false, 60, ANY));
        rules.put("city", new Rule(contact.city(), true, 50, ANY));
        rules.put("companyName", new Rule(contact.companyName(), false, 50, ANY));
        rules.put("countryCode", new Rule(contact.countryCode(), true, 2, COUNTRY));
        rules.put("districtOrCounty", new Rule(contact.districtOrCounty(), false, 50, ANY));
        rules.put("phoneNumber", new Rule(contact.phoneNumber(), true, 20, PRIMARY_PHONE));
        rules.put("postalCode", new Rule(contact.postalCode(), true, 20, ANY));
        rules.put("stateOrRegion", new Rule(contact.stateOrRegion(),
                WITH_STATE.contains(String.valueOf(contact.countryCode())), 50, ANY));
        rules.put("websiteUrl", new Rule(contact.websiteUrl(), false, 256, ANY));
        check(rules);
        here.update((account) -> account.withContact(contact));
        return PutContactInformationResponse.builder().build();
    }

    @Override
    public GetAlternateContactResponse getAlternateContact(GetAlternateContactRequest request) {
        own(request.accountId());
        AlternateContact contact = here.account()
                .alternateContacts()
                .find(type(request.alternateContactType(), request.alternateContactTypeAsString()))
                .orElseThrow(PracticeAccountManagement::notSet);
        return GetAlternateContactResponse.builder().alternateContact(contact).build();
    }

    @Override
    public PutAlternateContactResponse putAlternateContact(PutAlternateContactRequest request) {
        own(request.accountId());
        String type = type(request.alternateContactType(), request.alternateContactTypeAsString());
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("emailAddress", new Rule(request.emailAddress(), true, 254, EMAIL));
        rules.put("name", new Rule(request.name(), true, 64, ANY));
        rules.put("phoneNumber", new Rule(request.phoneNumber(), true, 25, PHONE));
        rules.put("title", new Rule(request.title(), true, 50, ANY));
        check(rules);
        AlternateContact contact = AlternateContact.builder()
                .alternateContactType(type)
                .emailAddress(request.emailAddress())
                .name(request.name())
                .phoneNumber(request.phoneNumber())
                .title(request.title())
                .build();
        here.update((account) -> account.withAlternateContacts((contacts) -> contacts.with(type, contact)));
        return PutAlternateContactResponse.builder().build();
    }

    @Override
    public DeleteAlternateContactResponse deleteAlternateContact(DeleteAlternateContactRequest request) {
        own(request.accountId());
        String type = type(request.alternateContactType(), request.alternateContactTypeAsString());
        here.update((account) -> {
            if (!account.alternateContacts().has(type)) {
                throw notSet();
            }
            return account.withAlternateContacts((contacts) -> contacts.without(type));
        });
        return DeleteAlternateContactResponse.builder().build();
    }

    @Override
    public ListRegionsResponse listRegions(ListRegionsRequest request) {
        own(request.accountId());
        int size = Optional.ofNullable(request.maxResults()).orElse(50);
        if (size < 1 || size > 50) {
            throw invalid("maxResults", "must be between 1 and 50");
        }
        List<Region> regions = here.account()
                .regions()
                .stream()
                .filter((region) -> !request.hasRegionOptStatusContains()
                        || request.regionOptStatusContains().contains(region.regionOptStatus()))
                .toList();
        Page<Region> page = Page.of(regions, request.nextToken(), size, () -> invalid("nextToken", "is not valid"));
        return ListRegionsResponse.builder().regions(page.items()).nextToken(page.next()).build();
    }

    @Override
    public GetRegionOptStatusResponse getRegionOptStatus(GetRegionOptStatusRequest request) {
        own(request.accountId());
        Region known = here.account()
                .regions()
                .stream()
                .filter((region) -> region.regionName().equals(request.regionName()))
                .findFirst()
                .orElseThrow(() -> invalid("regionName", "is not a Region"));
        return GetRegionOptStatusResponse.builder()
                .regionName(known.regionName())
                .regionOptStatus(known.regionOptStatus())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // holds nothing
    }

    private record Rule(@Nullable String value, boolean required, int longest, Pattern shape) {

        Optional<String> complaint() {
            if (value == null) {
                return required ? Optional.of("must not be null") : Optional.empty();
            }
            return value.isEmpty() || value.length() > longest
                    ? Optional.of("must have length between 1 and " + longest)
                    : shape.matcher(value).matches()
                            ? Optional.empty()
                            : Optional.of("must satisfy regular expression pattern: ^" + shape.pattern() + "$");
        }
    }

    private static void check(Map<String, Rule> rules) {
        rules.forEach((field, rule) -> rule.complaint().ifPresent((complaint) -> {
            throw invalid(field, complaint);
        }));
    }

    /** Only an organization's management account may name an account, and this account is in no organization. */
    private void own(@Nullable String accountId) {
        if (accountId != null) {
            throw Errors.named(AccessDeniedException.builder(), "Account", 403,
                    "User: %s is not authorized to perform this operation on account %s: it does not belong to an organization that this account manages"
                            .formatted(here.account().caller().arn(), accountId));
        }
    }

    private static String type(@Nullable AlternateContactType type, @Nullable String given) {
        if (type == null || type == AlternateContactType.UNKNOWN_TO_SDK_VERSION) {
            throw invalid("alternateContactType",
                    given == null
                            ? "must not be null"
                            : "must satisfy enum value set: [SECURITY, BILLING, OPERATIONS]");
        }
        return type.toString();
    }

    private static AwsServiceException notSet() {
        return Errors.named(ResourceNotFoundException.builder(), "Account", 404,
                "No contact of the inputted alternate contact type found.");
    }

    private static AwsServiceException invalid(String field, String complaint) {
        return Errors.error(
                ValidationException.builder()
                        .reason(ValidationExceptionReason.FIELD_VALIDATION_FAILED)
                        .fieldList(ValidationExceptionField.builder().name(field).message(complaint).build()),
                "Account", "ValidationException", 400,
                "1 validation error detected: Value at '%s' failed to satisfy constraint: Member %s"
                        .formatted(field, complaint));
    }
}
