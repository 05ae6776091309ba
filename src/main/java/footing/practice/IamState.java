package footing.practice;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.Collections;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/**
 * What IAM holds. It is the same in every Region.
 *
 * @param roles by name
 * @param users by name
 * @param virtualMfaDevices the virtual devices, the root user's among them
 */
public record IamState(Root root, Optional<PasswordPolicy> passwordPolicy, Optional<String> alias,
        Table<RoleState> roles, Table<UserState> users, List<VirtualMFADevice> virtualMfaDevices) {

    public IamState {
        virtualMfaDevices = List.copyOf(virtualMfaDevices);
    }

    /** What the account summary tells of the root user. */
    public record Root(boolean mfaEnabled, boolean password, int accessKeys, int signingCertificates) {
    }

    /**
     * @param role with its trust policy and tags
     * @param inlinePolicies their JSON text, by name
     * @param attached managed policies, in the order of attaching
     */
    public record RoleState(Role role,
            @JsonDeserialize(contentUsing = AccountJson.PolicyText.class) SortedMap<String, String> inlinePolicies,
            List<AttachedPolicy> attached) {
        public RoleState {
            inlinePolicies = Collections.unmodifiableSortedMap(new TreeMap<>(inlinePolicies));
            attached = List.copyOf(attached);
        }

        public RoleState withRole(Role now) {
            return new RoleState(now, inlinePolicies, attached);
        }
    }

    /**
     * @param consolePassword whether the user can sign in to the console
     * @param mfaDevices serial numbers
     * @param activeAccessKeys how many
     */
    public record UserState(User user, boolean consolePassword, List<String> mfaDevices, int activeAccessKeys,
            List<AttachedPolicy> attached) {
        public UserState {
            mfaDevices = List.copyOf(mfaDevices);
            attached = List.copyOf(attached);
        }
    }

    public IamState withPasswordPolicy(Optional<PasswordPolicy> now) {
        return new IamState(root, now, alias, roles, users, virtualMfaDevices);
    }

    public IamState withRoles(UnaryOperator<Table<RoleState>> change) {
        return new IamState(root, passwordPolicy, alias, change.apply(roles), users, virtualMfaDevices);
    }
}
