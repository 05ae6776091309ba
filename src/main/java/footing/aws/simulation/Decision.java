package footing.aws.simulation;

import footing.aws.FromSdk;
import footing.aws.Told;
import footing.plan.Allowance.Doubt;
import footing.plan.Allowance.Obstacle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.OrganizationsDecisionDetail;
import software.amazon.awssdk.services.iam.model.PermissionsBoundaryDecisionDetail;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.Statement;

/** What AWS answers for one action on one resource. */
sealed interface Decision {

    record Allowed() implements Decision {
    }

    record Denied(Obstacle by, List<String> policies) implements Decision {
    }

    record Unsure(Doubt why) implements Decision {
    }

    /** So many names are kept. */
    int MOST_NAMES = 10;

    /** A decision, and the resource that it is about. */
    record On(String resource, Decision decision) {
    }

    static Stream<On> of(EvaluationResult result) {
        boolean organization = Optional.ofNullable(result.organizationsDecisionDetail())
                .map(OrganizationsDecisionDetail::allowedByOrganizations)
                .orElse(true);
        boolean boundary = isWithin(result.permissionsBoundaryDecisionDetail());
        if (result.resourceSpecificResults().isEmpty()) {
            return Stream.of(new On(FromSdk.text(result.evalResourceName()), of(result.evalDecision(),
                    result.evalDecisionAsString(), organization, boundary, result.missingContextValues(),
                    result.matchedStatements())));
        }
        return result.resourceSpecificResults()
                .stream()
                .map((ResourceSpecificResult one) -> new On(FromSdk.text(one.evalResourceName()),
                        of(one.evalResourceDecision(), one.evalResourceDecisionAsString(), organization,
                                boundary && isWithin(one.permissionsBoundaryDecisionDetail()),
                                one.missingContextValues(), one.matchedStatements())));
    }

    private static boolean isWithin(
            @org.jspecify.annotations.Nullable PermissionsBoundaryDecisionDetail boundary) {
        return Optional.ofNullable(boundary)
                .map(PermissionsBoundaryDecisionDetail::allowedByPermissionsBoundary)
                .orElse(true);
    }

    /**
     * A condition whose key nobody gave may deny what the real request is allowed, by what it lacks as by what it has: a
     * refusal that may rest on one tells nothing. The organization's policies are simulated without their conditions.
     */
    private static Decision of(PolicyEvaluationDecisionType decision, String told, boolean organization,
            boolean boundary, List<String> missing, List<Statement> matched) {
        if (decision == PolicyEvaluationDecisionType.ALLOWED && organization && boundary) {
            return new Allowed();
        }
        if (!organization) {
            return new Denied(Obstacle.ORGANIZATION, List.of());
        }
        if (!missing.isEmpty()) {
            return new Unsure(new Doubt.DependsOn(names(missing.stream())));
        }
        if (!boundary) {
            return new Denied(Obstacle.BOUNDARY, List.of());
        }
        return switch (decision) {
            case EXPLICIT_DENY -> new Denied(Obstacle.DENIED, names(matched.stream().map(Statement::sourcePolicyId)));
            case IMPLICIT_DENY -> new Denied(Obstacle.NOT_ALLOWED, List.of());
            case ALLOWED -> new Allowed();
            case UNKNOWN_TO_SDK_VERSION -> new Unsure(new Doubt.NotUnderstood(Told.of(FromSdk.text(told))));
        };
    }

    private static List<String> names(Stream<String> told) {
        return told.map((name) -> Told.of(FromSdk.text(name))).distinct().sorted().limit(MOST_NAMES).toList();
    }
}
