package footing.aws.survey;

import footing.account.AccountPlan;
import footing.account.Fact;
import footing.account.Reading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.freetier.FreeTierClient;
import software.amazon.awssdk.services.freetier.model.AccountPlanType;
import software.amazon.awssdk.services.freetier.model.GetAccountPlanStateRequest;
import software.amazon.awssdk.services.support.SupportClient;
import software.amazon.awssdk.services.support.model.DescribeSeverityLevelsRequest;
import software.amazon.awssdk.services.support.model.DescribeSeverityLevelsResponse;
import software.amazon.awssdk.services.support.model.SeverityLevel;

/** What the account pays AWS for: help, and the account itself. */
final class SupportReader {

    static final List<Reader<?>> READERS = List.of(
            Reader.of(Fact.PAID_SUPPORT, SupportReader::paidSupport, "support:DescribeSeverityLevels"),
            Reader.of(Fact.ACCOUNT_PLAN, SupportReader::accountPlan, "freetier:GetAccountPlanState"));

    private SupportReader() {
    }

    /** Only who pays for a plan with an API may ask it anything; that AWS says so is the fact. */
    private static Reading<Boolean> paidSupport(Asking asking) {
        return Places.whereOffered(asking, SupportClient.class, () -> asking
                .askUnless(Ask.of(SupportClient.class, asking.home(), "DescribeSeverityLevels",
                        DescribeSeverityLevelsRequest.builder().language("en").build(),
                        SupportClient::describeSeverityLevels)
                        .seeing((response) -> Values.of().and("severityLevels", levels(response)).map()),
                        Absent.on("SubscriptionRequiredException"))
                .map(Optional::isPresent));
    }

    private static String levels(DescribeSeverityLevelsResponse response) {
        return response.severityLevels().stream().map(SeverityLevel::code).collect(Collectors.joining(", "));
    }

    private static Reading<Optional<AccountPlan>> accountPlan(Asking asking) {
        return Places.whereOffered(asking, FreeTierClient.class, () -> asking
                .askUnless(Ask.of(FreeTierClient.class, asking.home(), "GetAccountPlanState",
                        GetAccountPlanStateRequest.builder().build(), FreeTierClient::getAccountPlanState)
                        .seeing((response) -> Values.of()
                                .and("accountPlanType", response.accountPlanTypeAsString())
                                .and("accountPlanStatus", response.accountPlanStatusAsString())
                                .and("accountPlanExpirationDate", response.accountPlanExpirationDate())
                                .map()),
                        Absent.on("ResourceNotFoundException"))
                .map((response) -> response
                        .map((given) -> new AccountPlan(given.accountPlanType() == AccountPlanType.FREE,
                                Optional.ofNullable(given.accountPlanExpirationDate())))));
    }
}
