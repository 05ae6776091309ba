package footing.practice.service;

import footing.practice.IamState.GroupState;
import footing.practice.IamState.RoleState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/**
 * The policies of a role or of a group, for which IAM has the same rules. A change is itself checked before anybody looks
 * for whose policies it is.
 *
 * @param inline their JSON text, by name
 * @param attached managed policies, in the order of attaching
 */
record PolicySet(Holder holder, SortedMap<String, String> inline, List<AttachedPolicy> attached) {

    /** As many as IAM allows, as long as nobody asks for more. */
    private static final int MOST_ATTACHED = 10;
    private static final Pattern ARN = Pattern.compile("arn:[\\w-]+:iam::(aws|[0-9]{12}):policy/[\\w+=,.@/-]+");

    /** Who has them, with what IAM calls the number that it allows. */
    enum Holder {
        ROLE("PoliciesPerRole"),
        GROUP("PoliciesPerGroup");

        private final String quota;

        Holder(String quota) {
            this.quota = quota;
        }
    }

    static PolicySet of(RoleState role) {
        return new PolicySet(Holder.ROLE, role.inlinePolicies(), role.attached());
    }

    static PolicySet of(GroupState group) {
        return new PolicySet(Holder.GROUP, group.inlinePolicies(), group.attached());
    }

    /** Writes an inline policy. */
    static UnaryOperator<PolicySet> put(@Nullable String policyName, String document) {
        String name = IamErrors.name("policyName", policyName, 128);
        IamErrors.document(document, false);
        return (old) -> {
            SortedMap<String, String> more = new TreeMap<>(old.inline());
            more.put(name, document);
            return new PolicySet(old.holder(), more, old.attached());
        };
    }

    /** Takes an inline policy away. */
    static UnaryOperator<PolicySet> delete(@Nullable String name) {
        return (old) -> {
            SortedMap<String, String> fewer = new TreeMap<>(old.inline());
            if (fewer.remove(name) == null) {
                throw old.noPolicy(name);
            }
            return new PolicySet(old.holder(), fewer, old.attached());
        };
    }

    /** There are the policies of AWS; the account has none of its own. */
    static UnaryOperator<PolicySet> attach(@Nullable String policyArn) {
        String arn = IamErrors.checked("policyArn", policyArn, 2048, ARN);
        if (!ManagedPolicies.has(arn)) {
            throw IamErrors.notFound("Policy %s does not exist or is not attachable.".formatted(arn));
        }
        AttachedPolicy policy = AttachedPolicy.builder()
                .policyArn(arn)
                .policyName(arn.substring(arn.lastIndexOf('/') + 1))
                .build();
        return (old) -> {
            List<AttachedPolicy> more = new ArrayList<>(old.attached());
            if (!more.contains(policy)) {
                more.add(policy);
            }
            if (more.size() > MOST_ATTACHED) {
                throw IamErrors.limit("Cannot exceed quota for %s: %d".formatted(old.holder().quota, MOST_ATTACHED));
            }
            return new PolicySet(old.holder(), old.inline(), more);
        };
    }

    static UnaryOperator<PolicySet> detach(@Nullable String arn) {
        return (old) -> {
            List<AttachedPolicy> fewer = new ArrayList<>(old.attached());
            if (!fewer.removeIf((policy) -> policy.policyArn().equals(arn))) {
                throw IamErrors.notFound("Policy %s was not found.".formatted(arn));
            }
            return new PolicySet(old.holder(), old.inline(), fewer);
        };
    }

    /** The text of an inline policy. */
    String document(@Nullable String name) {
        return Optional.ofNullable(inline.get(name)).orElseThrow(() -> noPolicy(name));
    }

    /** Nothing is deleted that still has policies. */
    void refuseUnlessEmpty() {
        if (!attached.isEmpty()) {
            throw IamErrors.conflict("Cannot delete entity, must detach all policies first.");
        }
        if (!inline.isEmpty()) {
            throw IamErrors.conflict("Cannot delete entity, must delete policies first.");
        }
    }

    private AwsServiceException noPolicy(@Nullable String name) {
        return IamErrors.notFound(
                "The %s policy with name %s cannot be found.".formatted(holder.name().toLowerCase(Locale.ROOT), name));
    }
}
