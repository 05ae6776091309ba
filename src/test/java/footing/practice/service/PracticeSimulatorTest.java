package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;

import footing.practice.Bench;
import footing.practice.Denial;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;

/** The policy simulator: what it takes, and what it refuses as AWS does. */
class PracticeSimulatorTest {

    private final Bench bench = new Bench("fresh");
    private final String role = bench.iam()
            .getRole((request) -> request.roleName("AWSReservedSSO_AdministratorAccess_4f1c2b7a90d35e68"))
            .role()
            .arn();

    private List<EvaluationResult> ask(Consumer<SimulatePrincipalPolicyRequest.Builder> request) {
        return bench.iam()
                .simulatePrincipalPolicy((builder) -> request
                        .accept(builder.policySourceArn(role).actionNames("sns:CreateTopic")))
                .evaluationResults();
    }

    @Test
    void session_isNobodyWhomIamKnows() {
        Refused.with(InvalidInputException.class, "InvalidInput", 400,
                () -> ask((request) -> request.policySourceArn(bench.state.read().caller().arn())));
    }

    @Test
    void roleThatIsNotThere_orHasAnotherPath_isNotFound() {
        for (String arn : List.of("arn:aws:iam::123456789012:role/Nobody",
                "arn:aws:iam::123456789012:role/AWSReservedSSO_AdministratorAccess_4f1c2b7a90d35e68",
                "arn:aws:iam::123456789012:user/nobody")) {
            Refused.with(NoSuchEntityException.class, "NoSuchEntity", 404,
                    () -> ask((request) -> request.policySourceArn(arn)));
        }
        assertThat(role).contains(":role/aws-reserved/sso.amazonaws.com/");
    }

    @Test
    void actionThatIsNone_spoilsTheWholeRequest() {
        for (String action : List.of("sns:*", "CreateTopic", "nowhere:Nothing", "sns:Create Topic")) {
            Refused.with(InvalidInputException.class, "InvalidInput", 400,
                    () -> ask((request) -> request.actionNames("sns:CreateTopic", action)));
        }
    }

    @Test
    void resourceThatIsNoArn_isRefused() {
        Refused.with(InvalidInputException.class, "InvalidInput", 400,
                () -> ask((request) -> request.resourceArns("footing-logs")));
    }

    @Test
    void whoMayNotSimulate_isRefused() {
        bench.state.update((account) -> account.withDenials(
                List.of(new Denial("iam:SimulatePrincipalPolicy", Denial.By.IDENTITY_POLICY))));
        Refused.with(IamException.class, "AccessDenied", 403, () -> ask((request) -> {
        }));
    }

    /** As at AWS, which sees no policy of a session or a resource. */
    @Test
    void policiesOfSessionsAndResources_areNotSeen() {
        for (Denial.By by : List.of(Denial.By.SESSION_POLICY, Denial.By.RESOURCE_POLICY)) {
            bench.state.update((account) -> account.withDenials(List.of(new Denial("sns:CreateTopic", by))));
            assertThat(ask((request) -> {
            })).singleElement()
                    .satisfies((result) -> assertThat(result.evalDecision())
                            .isEqualTo(PolicyEvaluationDecisionType.ALLOWED));
        }
    }

    @Test
    void answers_comeInPages() {
        assertThat(bench.iam()
                .simulatePrincipalPolicy((request) -> request.policySourceArn(role)
                        .actionNames("sns:CreateTopic", "sns:DeleteTopic")
                        .maxItems(1)))
                .satisfies((page) -> {
                    assertThat(page.isTruncated()).isTrue();
                    assertThat(ask((request) -> request.actionNames("sns:CreateTopic", "sns:DeleteTopic")
                            .maxItems(1)
                            .marker(page.marker()))).extracting(EvaluationResult::evalActionName)
                            .containsExactly("sns:DeleteTopic");
                });
    }
}
