package footing.practice.service;

import footing.practice.IamState.UserState;
import footing.practice.IamState;
import footing.practice.call.Errors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.model.AccountNotManagementOrDelegatedAdministratorException;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesRequest;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.LoginProfile;
import software.amazon.awssdk.services.iam.model.MFADevice;
import software.amazon.awssdk.services.iam.model.OrganizationNotFoundException;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;
import software.amazon.awssdk.services.iam.model.ServiceAccessNotEnabledException;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;
import software.amazon.awssdk.services.organizations.model.Organization;

/** IAM: what it tells of the account, and its password policy; roles, groups and reports have classes of their own. */
public final class PracticeIam extends IamSimulator {

    public PracticeIam(Here here, CredentialReports reports) {
        super(here, reports);
    }

    @Override
    public GetAccountSummaryResponse getAccountSummary(GetAccountSummaryRequest request) {
        IamState iam = here.account().iam();
        int assigned = (int) iam.virtualMfaDevices().stream().filter((device) -> device.user() != null).count();
        Map<String, Integer> summary = new LinkedHashMap<>();
        summary.put("AccountMFAEnabled", iam.root().mfaEnabled() ? 1 : 0);
        summary.put("AccountAccessKeysPresent", iam.root().accessKeys().isEmpty() ? 0 : 1);
        summary.put("AccountPasswordPresent", iam.root().password() ? 1 : 0);
        summary.put("AccountSigningCertificatesPresent", iam.root().signingCertificates());
        summary.put("Users", iam.users().all().size());
        summary.put("UsersQuota", 5000);
        summary.put("Roles", iam.roles().all().size());
        summary.put("RolesQuota", 1000);
        summary.put("Groups", iam.groups().all().size());
        summary.put("GroupsQuota", 300);
        summary.put("Policies", 0);
        summary.put("PoliciesQuota", 1500);
        summary.put("MFADevices", iam.virtualMfaDevices().size());
        summary.put("MFADevicesInUse", assigned);
        summary.put("AccessKeysPerUserQuota", 2);
        summary.put("SigningCertificatesPerUserQuota", 2);
        return GetAccountSummaryResponse.builder().summaryMapWithStrings(summary).build();
    }

    @Override
    public ListOrganizationsFeaturesResponse listOrganizationsFeatures(ListOrganizationsFeaturesRequest request) {
        Organization organization = here.account()
                .access()
                .organization()
                .orElseThrow(() -> refused(OrganizationNotFoundException.builder(),
                        "No organization is associated with this account."));
        if (!here.accountId().equals(organization.masterAccountId())) {
            throw refused(AccountNotManagementOrDelegatedAdministratorException.builder(),
                    "The account is not the management account or a delegated administrator.");
        }
        SortedSet<String> features = here.account().access().rootFeatures();
        if (features.isEmpty()) {
            throw refused(ServiceAccessNotEnabledException.builder(),
                    "Trusted access is not enabled for IAM in Organizations.");
        }
        return ListOrganizationsFeaturesResponse.builder()
                .organizationId(organization.id())
                .enabledFeaturesWithStrings(features)
                .build();
    }

    private static AwsServiceException refused(AwsServiceException.Builder exception, String message) {
        return Errors.named(exception, "Iam", 400, message);
    }

    @Override
    public ListVirtualMfaDevicesResponse listVirtualMFADevices(ListVirtualMfaDevicesRequest request) {
        AssignmentStatusType status = Optional.ofNullable(request.assignmentStatus())
                .orElse(AssignmentStatusType.ANY);
        List<VirtualMFADevice> devices = here.account()
                .iam()
                .virtualMfaDevices()
                .stream()
                .filter((device) -> status == AssignmentStatusType.ANY
                        || (status == AssignmentStatusType.ASSIGNED) == (device.user() != null))
                .toList();
        Page<VirtualMFADevice> page = IamErrors.page(devices, request.marker(), request.maxItems());
        return ListVirtualMfaDevicesResponse.builder()
                .virtualMFADevices(page.items())
                .isTruncated(page.more())
                .marker(page.next())
                .build();
    }

    @Override
    public ListAccountAliasesResponse listAccountAliases(ListAccountAliasesRequest request) {
        Page<String> page = IamErrors.page(here.account().iam().alias().stream().toList(), request.marker(),
                request.maxItems());
        return ListAccountAliasesResponse.builder()
                .accountAliases(page.items())
                .isTruncated(page.more())
                .marker(page.next())
                .build();
    }

    @Override
    public GetAccountPasswordPolicyResponse getAccountPasswordPolicy(GetAccountPasswordPolicyRequest request) {
        PasswordPolicy policy = here.account()
                .iam()
                .passwordPolicy()
                .orElseThrow(() -> IamErrors.notFound("The Password Policy with domain name %s cannot be found."
                        .formatted(here.accountId())));
        return GetAccountPasswordPolicyResponse.builder().passwordPolicy(policy).build();
    }

    /** What the caller leaves out falls back to IAM's own default, as it does at AWS. */
    @Override
    public UpdateAccountPasswordPolicyResponse updateAccountPasswordPolicy(UpdateAccountPasswordPolicyRequest given) {
        IamErrors.range("minimumPasswordLength", given.minimumPasswordLength(), 6, 128);
        IamErrors.range("maxPasswordAge", given.maxPasswordAge(), 1, 1095);
        IamErrors.range("passwordReusePrevention", given.passwordReusePrevention(), 1, 24);
        PasswordPolicy policy = PasswordPolicy.builder()
                .minimumPasswordLength(Optional.ofNullable(given.minimumPasswordLength()).orElse(6))
                .requireSymbols(isOn(given.requireSymbols()))
                .requireNumbers(isOn(given.requireNumbers()))
                .requireUppercaseCharacters(isOn(given.requireUppercaseCharacters()))
                .requireLowercaseCharacters(isOn(given.requireLowercaseCharacters()))
                .allowUsersToChangePassword(isOn(given.allowUsersToChangePassword()))
                .expirePasswords(given.maxPasswordAge() != null)
                .maxPasswordAge(given.maxPasswordAge())
                .passwordReusePrevention(given.passwordReusePrevention())
                .hardExpiry(given.hardExpiry())
                .build();
        here.update((account) -> account.withIam((iam) -> iam.withPasswordPolicy(Optional.of(policy))));
        return UpdateAccountPasswordPolicyResponse.builder().build();
    }

    @Override
    public DeleteAccountPasswordPolicyResponse deleteAccountPasswordPolicy(DeleteAccountPasswordPolicyRequest given) {
        here.update((account) -> {
            if (account.iam().passwordPolicy().isEmpty()) {
                throw IamErrors.notFound("The account policy with name PasswordPolicy cannot be found.");
            }
            return account.withIam((iam) -> iam.withPasswordPolicy(Optional.empty()));
        });
        return DeleteAccountPasswordPolicyResponse.builder().build();
    }

    @Override
    public ListUsersResponse listUsers(ListUsersRequest request) {
        String prefix = Optional.ofNullable(request.pathPrefix()).orElse("/");
        List<User> users = here.account()
                .iam()
                .users()
                .all()
                .stream()
                .map(UserState::user)
                .filter((user) -> user.path().startsWith(prefix))
                .toList();
        Page<User> page = IamErrors.page(users, request.marker(), request.maxItems());
        return ListUsersResponse.builder()
                .users(page.items())
                .isTruncated(page.more())
                .marker(page.next())
                .build();
    }

    @Override
    public GetUserResponse getUser(GetUserRequest request) {
        return GetUserResponse.builder().user(user(here.account(), request.userName()).user()).build();
    }

    @Override
    public GetLoginProfileResponse getLoginProfile(GetLoginProfileRequest request) {
        UserState user = user(here.account(), request.userName());
        if (user.passwordSetAt().isEmpty()) {
            throw IamErrors.notFound("Login Profile for User %s cannot be found.".formatted(request.userName()));
        }
        return GetLoginProfileResponse.builder()
                .loginProfile(LoginProfile.builder()
                        .userName(user.user().userName())
                        .createDate(user.passwordSetAt().get())
                        .passwordResetRequired(false)
                        .build())
                .build();
    }

    @Override
    public ListMfaDevicesResponse listMFADevices(ListMfaDevicesRequest request) {
        UserState user = user(here.account(), request.userName());
        List<MFADevice> devices = user.mfaDevices()
                .stream()
                .map((serial) -> MFADevice.builder().userName(user.user().userName()).serialNumber(serial).build())
                .toList();
        Page<MFADevice> page = IamErrors.page(devices, request.marker(), request.maxItems());
        return ListMfaDevicesResponse.builder()
                .mfaDevices(page.items())
                .isTruncated(page.more())
                .marker(page.next())
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

    private static boolean isOn(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
