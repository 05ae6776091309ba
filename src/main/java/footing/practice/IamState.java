package footing.practice;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.SAMLProviderListEntry;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/**
 * What IAM holds. It is the same in every Region.
 *
 * @param roles by name
 * @param users by name
 * @param groups by name
 * @param providers what is known of identity providers beyond their lists, by ARN
 * @param virtualMfaDevices the virtual devices, the root user's among them
 */
public record IamState(Root root, Optional<PasswordPolicy> passwordPolicy, Optional<String> alias,
        Table<RoleState> roles, Table<UserState> users, Table<GroupState> groups,
        List<VirtualMFADevice> virtualMfaDevices, List<SAMLProviderListEntry> samlProviders,
        List<OpenIDConnectProviderListEntry> openIdConnectProviders, SortedMap<String, ProviderState> providers) {

    public IamState {
        virtualMfaDevices = List.copyOf(virtualMfaDevices);
        samlProviders = List.copyOf(samlProviders);
        openIdConnectProviders = List.copyOf(openIdConnectProviders);
        providers = Collections.unmodifiableSortedMap(new TreeMap<>(providers));
    }

    /**
     * The root user.
     *
     * @param passwordUsedAt empty where it never signed in
     */
    public record Root(boolean mfaEnabled, boolean password, Instant createdAt, Optional<Instant> passwordUsedAt,
            int signingCertificates, List<AccessKeyState> accessKeys) {
        public Root {
            accessKeys = List.copyOf(accessKeys);
        }
    }

    /**
     * An access key.
     *
     * @param usedAt empty where it was never used
     * @param usedFor the Region and the service that it was used for last, as the credential report names them
     */
    public record AccessKeyState(boolean active, Instant createdAt, Optional<Instant> usedAt,
            Optional<UsedFor> usedFor) {
    }

    public record UsedFor(String region, String service) {
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

        public RoleState withPolicies(SortedMap<String, String> inlineNow, List<AttachedPolicy> attachedNow) {
            return new RoleState(role, inlineNow, attachedNow);
        }
    }

    /**
     * A user; when the password was last used stands in {@code user}.
     *
     * @param passwordSetAt when the password for the console was last changed; empty where there is none
     * @param mfaDevices serial numbers
     * @param inlinePolicies their JSON text, by name
     * @param groups their names
     */
    public record UserState(User user, Optional<Instant> passwordSetAt, List<String> mfaDevices,
            List<AccessKeyState> accessKeys,
            @JsonDeserialize(contentUsing = AccountJson.PolicyText.class) SortedMap<String, String> inlinePolicies,
            List<AttachedPolicy> attached, SortedSet<String> groups) {
        public UserState {
            mfaDevices = List.copyOf(mfaDevices);
            accessKeys = List.copyOf(accessKeys);
            inlinePolicies = Collections.unmodifiableSortedMap(new TreeMap<>(inlinePolicies));
            attached = List.copyOf(attached);
            groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
        }

        public UserState withGroups(SortedSet<String> now) {
            return new UserState(user, passwordSetAt, mfaDevices, accessKeys, inlinePolicies, attached, now);
        }
    }

    /**
     * A group; IAM's groups carry no tags.
     *
     * @param inlinePolicies their JSON text, by name
     * @param attached managed policies, in the order of attaching
     */
    public record GroupState(Group group,
            @JsonDeserialize(contentUsing = AccountJson.PolicyText.class) SortedMap<String, String> inlinePolicies,
            List<AttachedPolicy> attached) {
        public GroupState {
            inlinePolicies = Collections.unmodifiableSortedMap(new TreeMap<>(inlinePolicies));
            attached = List.copyOf(attached);
        }

        public GroupState withGroup(Group now) {
            return new GroupState(now, inlinePolicies, attached);
        }

        public GroupState withPolicies(SortedMap<String, String> inlineNow, List<AttachedPolicy> attachedNow) {
            return new GroupState(group, inlineNow, attachedNow);
        }
    }

    /**
     * An identity provider that IAM trusts.
     *
     * @param metadata of one by SAML
     * @param clientIds for whom the tokens may be, of one by OpenID Connect
     * @param thumbprints of the certificates of its server
     */
    public record ProviderState(Optional<String> metadata, List<String> clientIds, List<String> thumbprints,
            SortedMap<String, String> tags) {

        public static final ProviderState NONE = new ProviderState(Optional.empty(), List.of(), List.of(),
                new TreeMap<>());

        public ProviderState {
            clientIds = List.copyOf(clientIds);
            thumbprints = List.copyOf(thumbprints);
            tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        }

        public ProviderState withTags(SortedMap<String, String> now) {
            return new ProviderState(metadata, clientIds, thumbprints, now);
        }

        public ProviderState withMetadata(String now) {
            return new ProviderState(Optional.of(now), clientIds, thumbprints, tags);
        }

        public ProviderState withClients(List<String> clientsNow, List<String> thumbprintsNow) {
            return new ProviderState(metadata, clientsNow, thumbprintsNow, tags);
        }
    }

    /** @param arn as somebody gave it, who may have given none */
    public Optional<RoleState> roleOf(@Nullable String arn) {
        return roles.all().stream().filter((state) -> state.role().arn().equals(arn)).findFirst();
    }

    public IamState withPasswordPolicy(Optional<PasswordPolicy> now) {
        return new IamState(root, now, alias, roles, users, groups, virtualMfaDevices,
                samlProviders, openIdConnectProviders, providers);
    }

    public IamState withRoles(UnaryOperator<Table<RoleState>> change) {
        return new IamState(root, passwordPolicy, alias, change.apply(roles), users, groups, virtualMfaDevices,
                samlProviders, openIdConnectProviders, providers);
    }

    public IamState withUsers(UnaryOperator<Table<UserState>> change) {
        return new IamState(root, passwordPolicy, alias, roles, change.apply(users), groups, virtualMfaDevices,
                samlProviders, openIdConnectProviders, providers);
    }

    public IamState withGroups(UnaryOperator<Table<GroupState>> change) {
        return new IamState(root, passwordPolicy, alias, roles, users, change.apply(groups), virtualMfaDevices,
                samlProviders, openIdConnectProviders, providers);
    }

    public ProviderState provider(String arn) {
        return providers.getOrDefault(arn, ProviderState.NONE);
    }

    /** With one that IAM trusts by SAML, in place of the one that it had under the ARN. */
    public IamState withSaml(SAMLProviderListEntry entry, ProviderState state) {
        IamState without = withoutProvider(entry.arn());
        List<SAMLProviderListEntry> more = new ArrayList<>(without.samlProviders);
        more.add(entry);
        return without.with(more, without.openIdConnectProviders, entry.arn(), state);
    }

    public IamState withOpenIdConnect(OpenIDConnectProviderListEntry entry, ProviderState state) {
        IamState without = withoutProvider(entry.arn());
        List<OpenIDConnectProviderListEntry> more = new ArrayList<>(without.openIdConnectProviders);
        more.add(entry);
        return without.with(without.samlProviders, more, entry.arn(), state);
    }

    public IamState withoutProvider(String arn) {
        SortedMap<String, ProviderState> fewer = new TreeMap<>(providers);
        fewer.remove(arn);
        return new IamState(root, passwordPolicy, alias, roles, users, groups, virtualMfaDevices,
                samlProviders.stream().filter((one) -> !one.arn().equals(arn)).toList(),
                openIdConnectProviders.stream().filter((one) -> !one.arn().equals(arn)).toList(), fewer);
    }

    private IamState with(List<SAMLProviderListEntry> saml, List<OpenIDConnectProviderListEntry> openIdConnect,
            String arn, ProviderState state) {
        SortedMap<String, ProviderState> more = new TreeMap<>(providers);
        more.put(arn, state);
        return new IamState(root, passwordPolicy, alias, roles, users, groups, virtualMfaDevices, saml, openIdConnect,
                more);
    }
}
