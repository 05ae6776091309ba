package footing.practice.service;

import footing.practice.Bounds;
import footing.practice.Denial.By;
import footing.practice.IamState.RoleState;
import footing.practice.PracticeAccount;
import footing.practice.PracticeState;
import footing.practice.call.Answering;
import footing.practice.call.Call;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether whoever is signed in may make a call: the organization's policies are asked, then his own. Source: the policy
 * evaluation logic of the IAM User Guide.
 */
public final class Authorization {

    /** What AWS lets everybody ask, whatever policies say. */
    private static final String WHO_AM_I = "sts:GetCallerIdentity";
    private static final Pattern ASSUMED = Pattern.compile("arn:[\\w-]+:sts::[0-9]{12}:assumed-role/([^/]+)/.*");

    private final PracticeState state;
    private final Map<String, Policy> read = new ConcurrentHashMap<>();

    public Authorization(PracticeState state) {
        this.state = state;
    }

    /** Why a call is refused, in AWS's words; empty where it is allowed. */
    public Optional<String> refusal(Call call) {
        PracticeAccount account = state.read();
        Bounds bounds = account.bounds();
        if (call.action().equals(WHO_AM_I)) {
            return Optional.empty();
        }
        if (bounds.serviceControlPolicies().isEmpty() && bounds.identityPolicies().isEmpty()) {
            return Optional.empty();
        }
        Policy.Access access = access(account, call);
        return refusedBy(bounds, access)
                .map((by) -> by.message(account.caller().arn(), call.action(), access.resource()));
    }

    /** What refuses it, of the policies that hem in whoever is signed in; empty where they allow it. */
    Optional<By> refusedBy(Bounds bounds, Policy.Access access) {
        return refusedBy(policies(bounds.serviceControlPolicies().values()), access, By.SERVICE_CONTROL_POLICY,
                By.SERVICE_CONTROL_POLICY_IMPLICIT)
                .or(() -> refusedBy(policies(bounds.identityPolicies().values()), access,
                        By.IDENTITY_POLICY_EXPLICIT, By.IDENTITY_POLICY));
    }

    /** A policy's text, read. */
    Policy policy(String text) {
        return read.computeIfAbsent(text, (one) -> Policy.parse(one).forAnybody());
    }

    private List<Policy> policies(Collection<String> texts) {
        return texts.stream()
                .map(this::policy)
                .toList();
    }

    private static Optional<By> refusedBy(List<Policy> policies, Policy.Access access, By explicit, By implicit) {
        if (policies.isEmpty()) {
            return Optional.empty();
        }
        if (policies.stream().anyMatch((policy) -> policy.denies(access))) {
            return Optional.of(explicit);
        }
        return policies.stream().anyMatch((policy) -> policy.allows(access)) ? Optional.empty() : Optional.of(implicit);
    }

    private static Policy.Access access(PracticeAccount account, Call call) {
        Subject subject = Subject.of(account, call);
        String region = Answering.isGlobal(call.service())
                ? call.region().partition().globalRegion().id()
                : call.region().id();
        Map<String, String> context = ofCaller(account);
        context.put("aws:requestedregion", region);
        context.put("aws:securetransport", "true");
        Subject.roleOf(call).ifPresent((service) -> context.put("iam:awsservicename", service));
        subject.tags().forEach((key, value) -> context.put("aws:resourcetag/" + key.toLowerCase(Locale.ROOT), value));
        return new Policy.Access("", call.action(), subject.arn(), context);
    }

    /** The condition keys that tell who asks, whatever is asked for. */
    static Map<String, String> ofCaller(PracticeAccount account) {
        Map<String, String> context = new HashMap<>();
        context.put("aws:principalarn", principal(account));
        context.put("aws:principalaccount", account.id());
        account.access()
                .organization()
                .ifPresent((organization) -> context.put("aws:principalorgid",
                        organization.id()));
        return context;
    }

    /** Policies name the role of a session, with its path, and not the session. */
    static String principal(PracticeAccount account) {
        Matcher session = ASSUMED.matcher(account.caller().arn());
        if (!session.matches()) {
            return account.caller().arn();
        }
        return account.iam()
                .roles()
                .find(session.group(1))
                .map(RoleState::role)
                .map((role) -> role.arn())
                .orElse(account.caller().arn());
    }
}
