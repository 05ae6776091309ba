package footing.aws.survey;

import footing.account.AccountSummary;
import footing.account.Fact;
import footing.account.PasswordPolicy;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.VirtualMfaDevice;
import footing.aws.FromSdk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** The root user and the password policy. */
final class IamReader {

    static final List<Reader<?>> READERS = List.of(
            Reader.of(Fact.ACCOUNT_SUMMARY, IamReader::summary, "iam:GetAccountSummary"),
            Reader.of(Fact.ROOT_VIRTUAL_MFA, IamReader::rootDevices, "iam:ListVirtualMFADevices"),
            Reader.of(Fact.PASSWORD_POLICY, IamReader::passwordPolicy, "iam:GetAccountPasswordPolicy"),
            Reader.of(Fact.ROLE_NAMES, IamReader::roles, "iam:ListRoles"));

    /** As many as IAM gives at a time. */
    private static final int ROLES = 1000;

    private static final String MFA = "AccountMFAEnabled";
    private static final String KEYS = "AccountAccessKeysPresent";
    private static final String PASSWORD = "AccountPasswordPresent";
    private static final String CERTIFICATES = "AccountSigningCertificatesPresent";
    private static final String USERS = "Users";

    private IamReader() {
    }

    private static Reading<AccountSummary> summary(Asking asking) {
        return asking
                .ask(Ask.of(IamClient.class, asking.home(), "GetAccountSummary",
                        GetAccountSummaryRequest.builder().build(), IamClient::getAccountSummary)
                        .seeing((response) -> seen(response.summaryMapAsStrings())))
                .flatMap((response) -> summary(response.summaryMapAsStrings()));
    }

    private static Map<String, String> seen(Map<String, Integer> told) {
        Values values = Values.of();
        for (String name : List.of(MFA, KEYS, PASSWORD, CERTIFICATES)) {
            values = values.and(name, told.get(name));
        }
        return values.map();
    }

    /** What AWS does not tell speaks neither for the account nor against it. */
    private static Reading<AccountSummary> summary(Map<String, Integer> told) {
        Optional<String> missing = List.of(MFA, KEYS).stream().filter((name) -> !told.containsKey(name)).findFirst();
        if (missing.isPresent()) {
            return new Reading.Failed<>(new Problem(Problem.Kind.SERVICE, "iam:GetAccountSummary",
                    "the answer has no " + missing.get()));
        }
        // A password is taken to be there unless AWS says that it is not: "no credentials at all" is a pass.
        return Reading.seen(new AccountSummary(told.getOrDefault(MFA, 0) > 0, told.getOrDefault(KEYS, 0) > 0,
                told.getOrDefault(PASSWORD, 1) > 0, told.getOrDefault(CERTIFICATES, 0) > 0,
                told.getOrDefault(USERS, 0)));
    }

    private static Reading<List<VirtualMfaDevice>> rootDevices(Asking asking) {
        ListVirtualMfaDevicesRequest first = ListVirtualMfaDevicesRequest.builder()
                .assignmentStatus(AssignmentStatusType.ASSIGNED)
                .build();
        return asking
                .pages(Ask.of(IamClient.class, asking.home(), "ListVirtualMFADevices", first,
                        IamClient::listVirtualMFADevices)
                        .seeing((response) -> Values.of()
                                .and("AssignmentStatus", AssignmentStatusType.ASSIGNED)
                                .and("VirtualMFADevices of root", rootDevices(response).size())
                                .map()),
                        (request, response) -> FromSdk.flag(response.isTruncated())
                                ? Optional.of(request.toBuilder().marker(response.marker()).build())
                                : Optional.empty())
                .map((pages) -> pages.stream().flatMap((page) -> rootDevices(page).stream()).toList());
    }

    /** By the user's ARN: a device's own name is free, and tells nothing. */
    private static List<VirtualMfaDevice> rootDevices(ListVirtualMfaDevicesResponse page) {
        return page.virtualMFADevices()
                .stream()
                .map((device) -> new VirtualMfaDevice(FromSdk.text(device.serialNumber()), userArn(device)))
                .filter((device) -> device.userArn().endsWith(":root"))
                .toList();
    }

    private static String userArn(VirtualMFADevice device) {
        return Optional.ofNullable(device.user()).map(User::arn).orElse("");
    }

    private static Reading<Set<String>> roles(Asking asking) {
        return asking
                .pages(Ask.of(IamClient.class, asking.home(), "ListRoles",
                        ListRolesRequest.builder().maxItems(ROLES).build(), IamClient::listRoles)
                        .seeing((response) -> Values.of().and("Roles", response.roles().size()).map()),
                        (request, response) -> FromSdk.flag(response.isTruncated())
                                ? Optional.of(request.toBuilder().marker(response.marker()).build())
                                : Optional.empty())
                .map((pages) -> pages.stream()
                        .flatMap((page) -> page.roles().stream())
                        .map((role) -> FromSdk.text(role.roleName()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Reading<Optional<PasswordPolicy>> passwordPolicy(Asking asking) {
        return asking
                .askUnless(Ask.of(IamClient.class, asking.home(), "GetAccountPasswordPolicy",
                        GetAccountPasswordPolicyRequest.builder().build(), IamClient::getAccountPasswordPolicy)
                        .seeing((response) -> seen(response.passwordPolicy())),
                        Absent.on("NoSuchEntity"))
                .map((response) -> response.map((given) -> FromSdk.passwordPolicy(given.passwordPolicy())));
    }

    private static Map<String, String> seen(software.amazon.awssdk.services.iam.model.PasswordPolicy told) {
        return Values.of()
                .and("MinimumPasswordLength", told.minimumPasswordLength())
                .and("RequireSymbols", told.requireSymbols())
                .and("RequireNumbers", told.requireNumbers())
                .and("RequireUppercaseCharacters", told.requireUppercaseCharacters())
                .and("RequireLowercaseCharacters", told.requireLowercaseCharacters())
                .and("AllowUsersToChangePassword", told.allowUsersToChangePassword())
                .and("MaxPasswordAge", told.maxPasswordAge())
                .and("PasswordReusePrevention", told.passwordReusePrevention())
                .and("HardExpiry", told.hardExpiry())
                .map();
    }
}
