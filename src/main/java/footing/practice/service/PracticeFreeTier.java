package footing.practice.service;

import footing.practice.BillingState.Plan;
import footing.practice.call.Errors;
import software.amazon.awssdk.services.freetier.FreeTierClient;
import software.amazon.awssdk.services.freetier.model.GetAccountPlanStateRequest;
import software.amazon.awssdk.services.freetier.model.GetAccountPlanStateResponse;
import software.amazon.awssdk.services.freetier.model.ResourceNotFoundException;

/** AWS Free Tier, as far as it tells of the account plan. */
public final class PracticeFreeTier implements FreeTierClient {

    private final Here here;

    public PracticeFreeTier(Here here) {
        this.here = here;
    }

    @Override
    public GetAccountPlanStateResponse getAccountPlanState(GetAccountPlanStateRequest request) {
        Plan plan = here.account()
                .billing()
                .plan()
                .orElseThrow(() -> Errors.named(ResourceNotFoundException.builder(), "FreeTier", 404,
                        "The account " + here.accountId() + " has no account plan."));
        GetAccountPlanStateResponse.Builder told = GetAccountPlanStateResponse.builder()
                .accountId(here.accountId())
                .accountPlanType(plan.type())
                .accountPlanStatus(plan.status());
        plan.expires().ifPresent(told::accountPlanExpirationDate);
        return told.build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
