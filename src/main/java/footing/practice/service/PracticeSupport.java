package footing.practice.service;

import footing.practice.BillingState.SupportPlan;
import footing.practice.call.Errors;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.support.SupportClient;
import software.amazon.awssdk.services.support.model.DescribeSeverityLevelsRequest;
import software.amazon.awssdk.services.support.model.DescribeSeverityLevelsResponse;
import software.amazon.awssdk.services.support.model.SeverityLevel;
import software.amazon.awssdk.services.support.model.SupportException;

/** AWS Support, as far as it tells of the plan: whoever does not pay for one with an API may ask it nothing. */
public final class PracticeSupport implements SupportClient {

    private final Here here;

    public PracticeSupport(Here here) {
        this.here = here;
    }

    @Override
    public DescribeSeverityLevelsResponse describeSeverityLevels(DescribeSeverityLevelsRequest request) {
        SupportPlan plan = here.account().billing().support();
        if (!plan.hasApi()) {
            throw Errors.error(SupportException.builder(), "Support", "SubscriptionRequiredException", 400,
                    "Amazon Web Services Premium Support Subscription is required to use this service.");
        }
        List<SeverityLevel> levels = new ArrayList<>(List.of(level("low", "General guidance"),
                level("normal", "System impaired"), level("high", "Production system impaired"),
                level("urgent", "Production system down")));
        if (plan != SupportPlan.BUSINESS) {
            levels.add(level("critical", "Business-critical system down"));
        }
        return DescribeSeverityLevelsResponse.builder().severityLevels(levels).build();
    }

    private static SeverityLevel level(String code, String name) {
        return SeverityLevel.builder().code(code).name(name).build();
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
