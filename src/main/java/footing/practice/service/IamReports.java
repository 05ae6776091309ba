package footing.practice.service;

import footing.practice.IamState.GroupState;
import footing.practice.IamState.RoleState;
import footing.practice.IamState.UserState;
import footing.practice.PracticeAccount;
import footing.practice.call.Errors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.CredentialReportExpiredException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotPresentException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotReadyException;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.ReportFormatType;
import software.amazon.awssdk.services.iam.model.ReportStateType;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/** What IAM tells of everybody at once: the credential report, and who is allowed what. */
abstract class IamReports extends IamPolicies {

    /** The kinds that the practice account can list whole; of AWS's own policies it keeps no text. */
    private static final Set<EntityType> LISTED = Set.of(EntityType.USER, EntityType.GROUP, EntityType.ROLE,
            EntityType.LOCAL_MANAGED_POLICY);

    private final CredentialReports reports;

    IamReports(Here here, CredentialReports reports) {
        super(here);
        this.reports = reports;
    }

    @Override
    public GenerateCredentialReportResponse generateCredentialReport(GenerateCredentialReportRequest request) {
        CredentialReports.State state = reports.state(here.now());
        ReportStateType told = switch (state) {
            case NOT_PRESENT, EXPIRED -> {
                reports.make(here.account(), here.now());
                yield ReportStateType.STARTED;
            }
            case IN_PROGRESS -> ReportStateType.INPROGRESS;
            case COMPLETE -> ReportStateType.COMPLETE;
        };
        GenerateCredentialReportResponse.Builder answer = GenerateCredentialReportResponse.builder().state(told);
        return (state == CredentialReports.State.NOT_PRESENT
                ? answer.description("No report exists. Starting a new report generation task")
                : answer).build();
    }

    @Override
    public GetCredentialReportResponse getCredentialReport(GetCredentialReportRequest request) {
        return switch (reports.state(here.now())) {
            case NOT_PRESENT -> throw Errors.error(CredentialReportNotPresentException.builder(), "Iam",
                    "ReportNotPresent", 410, "No report exists. Please generate one first.");
            case EXPIRED -> throw Errors.error(CredentialReportExpiredException.builder(), "Iam", "ReportExpired", 410,
                    "The report has expired. Please generate a new one.");
            case IN_PROGRESS -> throw Errors.error(CredentialReportNotReadyException.builder(), "Iam",
                    "ReportInProgress", 404, "The report is being generated.");
            case COMPLETE -> GetCredentialReportResponse.builder()
                    .content(SdkBytes.fromUtf8String(reports.report().text()))
                    .generatedTime(reports.report().begun())
                    .reportFormat(ReportFormatType.TEXT_CSV)
                    .build();
        };
    }

    @Override
    public GetAccountAuthorizationDetailsResponse getAccountAuthorizationDetails(
            GetAccountAuthorizationDetailsRequest request) {
        Set<EntityType> wanted = request.hasFilter() ? Set.copyOf(request.filter()) : Set.of(EntityType.values());
        if (!LISTED.containsAll(wanted)) {
            throw new UnsupportedOperationException("The policies of AWS are not kept here");
        }
        PracticeAccount account = here.account();
        List<Object> all = new ArrayList<>();
        if (wanted.contains(EntityType.USER)) {
            account.iam().users().all().forEach((user) -> all.add(detail(user)));
        }
        if (wanted.contains(EntityType.GROUP)) {
            account.iam().groups().all().forEach((group) -> all.add(detail(group)));
        }
        if (wanted.contains(EntityType.ROLE)) {
            account.iam().roles().all().forEach((role) -> all.add(detail(role)));
        }
        Page<Object> page = IamErrors.page(all, request.marker(), request.maxItems());
        return GetAccountAuthorizationDetailsResponse.builder()
                .userDetailList(of(UserDetail.class, page))
                .groupDetailList(of(GroupDetail.class, page))
                .roleDetailList(of(RoleDetail.class, page))
                .policies(List.of())
                .isTruncated(page.more())
                .marker(page.next())
                .build();
    }

    private static <T> List<T> of(Class<T> kind, Page<Object> page) {
        return page.items().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static UserDetail detail(UserState told) {
        return UserDetail.builder()
                .path(told.user().path())
                .userName(told.user().userName())
                .userId(told.user().userId())
                .arn(told.user().arn())
                .createDate(told.user().createDate())
                .userPolicyList(policies(told.inlinePolicies()))
                .groupList(told.groups())
                .attachedManagedPolicies(told.attached())
                .tags(told.user().tags())
                .build();
    }

    private static GroupDetail detail(GroupState told) {
        return GroupDetail.builder()
                .path(told.group().path())
                .groupName(told.group().groupName())
                .groupId(told.group().groupId())
                .arn(told.group().arn())
                .createDate(told.group().createDate())
                .groupPolicyList(policies(told.inlinePolicies()))
                .attachedManagedPolicies(told.attached())
                .build();
    }

    private static RoleDetail detail(RoleState told) {
        return RoleDetail.builder()
                .path(told.role().path())
                .roleName(told.role().roleName())
                .roleId(told.role().roleId())
                .arn(told.role().arn())
                .createDate(told.role().createDate())
                .assumeRolePolicyDocument(encoded(told.role().assumeRolePolicyDocument()))
                .rolePolicyList(policies(told.inlinePolicies()))
                .attachedManagedPolicies(told.attached())
                .tags(told.role().tags())
                .build();
    }

    private static List<PolicyDetail> policies(Map<String, String> inline) {
        return inline.entrySet()
                .stream()
                .map((policy) -> PolicyDetail.builder()
                        .policyName(policy.getKey())
                        .policyDocument(encoded(policy.getValue()))
                        .build())
                .toList();
    }
}
