package footing.aws.survey;

import footing.account.Fact;
import footing.account.IamPeople;
import footing.account.Reading;
import footing.aws.FromSdk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/** Users and groups with all that they are allowed by: as many calls as there are pages, however many users. */
final class PeopleReader {

    static final List<Reader<?>> READERS = List
            .of(Reader.of(Fact.IAM_PEOPLE, PeopleReader::people, "iam:GetAccountAuthorizationDetails"));

    /** As many as AWS gives at a time. */
    private static final int PAGE = 1000;

    private PeopleReader() {
    }

    private static Reading<IamPeople> people(Asking asking) {
        GetAccountAuthorizationDetailsRequest first = GetAccountAuthorizationDetailsRequest.builder()
                .filter(EntityType.USER, EntityType.GROUP)
                .maxItems(PAGE)
                .build();
        return asking
                .pages(Ask.of(IamClient.class, asking.home(), "GetAccountAuthorizationDetails", first,
                        IamClient::getAccountAuthorizationDetails).seeing(PeopleReader::seen),
                        (request, response) -> FromSdk.flag(response.isTruncated())
                                ? Optional.of(request.toBuilder().marker(response.marker()).build())
                                : Optional.empty())
                .map((pages) -> new IamPeople(
                        pages.stream()
                                .flatMap((page) -> page.userDetailList().stream())
                                .map(PeopleReader::user)
                                .toList(),
                        pages.stream()
                                .flatMap((page) -> page.groupDetailList().stream())
                                .map(PeopleReader::group)
                                .toList()));
    }

    private static Map<String, String> seen(GetAccountAuthorizationDetailsResponse page) {
        return Values.of()
                .and("UserDetailList", page.userDetailList().size())
                .and("with policies of their own",
                        page.userDetailList()
                                .stream()
                                .map(PeopleReader::user)
                                .filter(IamPeople.User::hasPoliciesOfItsOwn)
                                .count())
                .and("GroupDetailList", page.groupDetailList().size())
                .map();
    }

    private static IamPeople.User user(UserDetail told) {
        return new IamPeople.User(FromSdk.text(told.userName()), FromSdk.text(told.arn()), told.groupList(),
                arns(told.attachedManagedPolicies()), names(told.userPolicyList()),
                told.tags()
                        .stream()
                        .collect(Collectors.toMap((tag) -> FromSdk.text(tag.key()), (tag) -> FromSdk.text(tag.value()),
                                (one, other) -> one)));
    }

    private static IamPeople.Group group(GroupDetail told) {
        return new IamPeople.Group(FromSdk.text(told.groupName()), FromSdk.text(told.arn()),
                arns(told.attachedManagedPolicies()), names(told.groupPolicyList()));
    }

    private static List<String> arns(List<AttachedPolicy> policies) {
        return policies.stream().map((policy) -> FromSdk.text(policy.policyArn())).toList();
    }

    private static List<String> names(List<PolicyDetail> policies) {
        return policies.stream().map((policy) -> FromSdk.text(policy.policyName())).toList();
    }
}
