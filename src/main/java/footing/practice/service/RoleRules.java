package footing.practice.service;

import footing.practice.IamState.RoleState;
import java.util.Map;

/** Who may take on a role, and what whoever has taken it on may do. */
final class RoleRules {

    private RoleRules() {
    }

    /**
     * @param service the service principal: {@code events.amazonaws.com}
     * @param context the condition keys that the service tells when it takes on a role, in lower case
     */
    static boolean isTrusted(RoleState role, String service, Map<String, String> context) {
        return Policy.parse(role.role().assumeRolePolicyDocument())
                .allows(new Policy.Access(service, "sts:AssumeRole", "", context));
    }

    /** A role's own policies name no principal: whoever has taken it on is meant. */
    static boolean may(RoleState role, Policy.Access access) {
        return role.inlinePolicies()
                .values()
                .stream()
                .map((text) -> Policy.parse(text).forAnybody())
                .anyMatch((policy) -> policy.allows(access));
    }
}
