package footing.practice.service;

import footing.practice.Bounds;
import footing.practice.Denial;
import footing.practice.Denial.By;
import footing.practice.PracticeAccount;
import footing.practice.call.ServiceErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.OrganizationsDecisionDetail;
import software.amazon.awssdk.services.iam.model.PermissionsBoundaryDecisionDetail;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.PolicySourceType;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;
import software.amazon.awssdk.services.iam.model.Statement;

/**
 * IAM's policy simulator, over the policies by which this account refuses calls: those of whoever is signed in, the only
 * ones that it has. Like AWS's it sees neither policies of sessions nor of resources.
 */
abstract class IamSimulator extends IamProviders {

    private static final Pattern SOURCE = Pattern
            .compile("arn:[\\w-]+:iam::([0-9]{12}):(user|group|role)/(?:.*/)?(.+)");
    private static final Pattern ACTION = Pattern.compile("([a-z0-9-]+):[A-Za-z0-9]{2,}");
    private static final Pattern RESOURCE = Pattern.compile("\\*|arn:[\\w-]+:[\\w-]+:[^:]*:[^:]*:.+", Pattern.DOTALL);

    /** Services that AWS asks for a permission of, and that have no API that this account knows. */
    private static final Set<String> WITHOUT_API = Set.of("billing");

    private final Authorization authorization;

    IamSimulator(Here here, CredentialReports reports) {
        super(here, reports);
        this.authorization = new Authorization(here.state());
    }

    @Override
    public SimulatePrincipalPolicyResponse simulatePrincipalPolicy(SimulatePrincipalPolicyRequest request) {
        PracticeAccount account = here.account();
        checkSource(account, request.policySourceArn());
        if (request.actionNames().isEmpty()) {
            throw IamErrors.invalid("actionNames", "not be null");
        }
        List<String> resources = request.resourceArns().isEmpty() ? List.of("*") : request.resourceArns();
        request.actionNames().forEach(IamSimulator::checkAction);
        resources.forEach(IamSimulator::checkResource);
        Map<String, String> context = Authorization.ofCaller(account);
        for (ContextEntry entry : request.contextEntries()) {
            context.put(entry.contextKeyName().toLowerCase(Locale.ROOT), String.join(",", entry.contextKeyValues()));
        }
        List<EvaluationResult> results = new ArrayList<>();
        for (String action : request.actionNames()) {
            for (String resource : resources) {
                results.add(result(account, new Policy.Access("", action, resource, context)));
            }
        }
        Page<EvaluationResult> page = IamErrors.page(results, request.marker(), request.maxItems());
        return SimulatePrincipalPolicyResponse.builder()
                .evaluationResults(page.items())
                .isTruncated(page.more())
                .marker(page.next())
                .build();
    }

    /** A session is nobody whom IAM knows, and neither is the root user. */
    private static void checkSource(PracticeAccount account, @Nullable String arn) {
        Matcher source = SOURCE.matcher(Optional.ofNullable(arn)
                .orElseThrow(() -> IamErrors.invalid("policySourceArn", "not be null")));
        if (!source.matches()) {
            throw IamErrors.input("Invalid Entity Arn: " + arn);
        }
        boolean known = switch (source.group(2)) {
            case "role" -> account.iam()
                    .roles()
                    .find(source.group(3))
                    .filter((role) -> role.role().arn().equals(arn))
                    .isPresent();
            case "user" -> account.iam()
                    .users()
                    .find(source.group(3))
                    .filter((user) -> user.user().arn().equals(arn))
                    .isPresent();
            default -> account.iam().groups().has(source.group(3));
        };
        if (!known) {
            throw IamErrors.notFound("The %s with name %s cannot be found.".formatted(source.group(2),
                    source.group(3)));
        }
        if (!Authorization.principal(account).equals(arn)) {
            throw new UnsupportedOperationException("The policies of others than whoever is signed in");
        }
    }

    private static void checkAction(String action) {
        Matcher name = ACTION.matcher(action);
        if (!name.matches() || !(ServiceErrors.isService(name.group(1)) || WITHOUT_API.contains(name.group(1)))) {
            throw IamErrors.input("Invalid Action Name: " + action);
        }
    }

    private static void checkResource(String resource) {
        if (!RESOURCE.matcher(resource).matches()) {
            throw IamErrors.input("ResourceNames are not in a valid ARN format: %s.".formatted(resource));
        }
    }

    private EvaluationResult result(PracticeAccount account, Policy.Access access) {
        Optional<By> by = account.denials()
                .stream()
                .filter((denial) -> denial.refuses(access.action()))
                .map(Denial::by)
                .filter(IamSimulator::isSeen)
                .findFirst()
                .or(() -> authorization.refusedBy(account.bounds(), access));
        PolicyEvaluationDecisionType decision = by.map(IamSimulator::decision)
                .orElse(PolicyEvaluationDecisionType.ALLOWED);
        List<Statement> matched = by.filter(By.IDENTITY_POLICY_EXPLICIT::equals).isPresent()
                ? matched(account, access)
                : List.of();
        Set<String> missing = missing(account.bounds(), access);
        EvaluationResult.Builder result = EvaluationResult.builder()
                .evalActionName(access.action())
                .evalResourceName(access.resource())
                .evalDecision(decision)
                .matchedStatements(matched)
                .missingContextValues(missing);
        if (!access.resource().equals("*")) {
            result.resourceSpecificResults(ResourceSpecificResult.builder()
                    .evalResourceName(access.resource())
                    .evalResourceDecision(decision)
                    .matchedStatements(matched)
                    .missingContextValues(missing)
                    .build());
        }
        if (account.access().organization().isPresent() || !account.bounds().serviceControlPolicies().isEmpty()) {
            boolean allowed = by.filter(IamSimulator::isOfOrganization).isEmpty();
            result.organizationsDecisionDetail(
                    OrganizationsDecisionDetail.builder().allowedByOrganizations(allowed).build());
        }
        if (by.filter(By.PERMISSIONS_BOUNDARY::equals).isPresent()) {
            result.permissionsBoundaryDecisionDetail(
                    PermissionsBoundaryDecisionDetail.builder().allowedByPermissionsBoundary(false).build());
        }
        return result.build();
    }

    private static boolean isSeen(By by) {
        return by != By.SESSION_POLICY && by != By.RESOURCE_POLICY;
    }

    private static boolean isOfOrganization(By by) {
        return by == By.SERVICE_CONTROL_POLICY || by == By.SERVICE_CONTROL_POLICY_IMPLICIT;
    }

    private static PolicyEvaluationDecisionType decision(By by) {
        return switch (by) {
            case IDENTITY_POLICY_EXPLICIT, RESOURCE_POLICY, SERVICE_CONTROL_POLICY ->
                PolicyEvaluationDecisionType.EXPLICIT_DENY;
            case IDENTITY_POLICY, PERMISSIONS_BOUNDARY, SESSION_POLICY, SERVICE_CONTROL_POLICY_IMPLICIT ->
                PolicyEvaluationDecisionType.IMPLICIT_DENY;
        };
    }

    /** The policies that deny it, as the simulator names them. */
    private List<Statement> matched(PracticeAccount account, Policy.Access access) {
        PolicySourceType type = Authorization.principal(account).contains(":user/")
                ? PolicySourceType.USER
                : PolicySourceType.ROLE;
        return account.bounds()
                .identityPolicies()
                .entrySet()
                .stream()
                .filter((policy) -> authorization.policy(policy.getValue()).denies(access))
                .map((policy) -> Statement.builder().sourcePolicyId(policy.getKey()).sourcePolicyType(type).build())
                .toList();
    }

    /** What the policies of whoever is signed in ask for, and the request does not tell. */
    private Set<String> missing(Bounds bounds, Policy.Access access) {
        Set<String> missing = new TreeSet<>();
        bounds.identityPolicies()
                .values()
                .forEach((text) -> authorization.policy(text)
                        .statements()
                        .forEach((statement) -> missing.addAll(statement.asksFor(access.action()))));
        missing.removeAll(access.context().keySet());
        return missing;
    }
}
