package footing.practice.service;

import footing.practice.IamState.GroupState;
import footing.practice.IamState.UserState;
import footing.practice.PracticeAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.*;

/** IAM's groups: what is attached to them, and who is in them. */
abstract class IamGroups extends IamServiceRoles {

    /** As many as IAM allows an account and a group, as long as nobody asks for more. */
    private static final int MOST_GROUPS = 300;
    private static final int MOST_POLICIES = 10;
    private static final int MOST_GROUPS_OF_A_USER = 10;

    IamGroups(Here here) {
        super(here);
    }

    @Override
    public CreateGroupResponse createGroup(CreateGroupRequest request) {
        String name = IamErrors.name("groupName", request.groupName(), 128);
        String path = path(request.path());
        Group group = Group.builder()
                .groupName(name)
                .path(path)
                .groupId(Here.iamId("AGPA", name + here.now()))
                .arn(here.arn("iam", "", "group" + path + name))
                .createDate(here.now())
                .build();
        here.update((account) -> {
            if (account.iam().groups().rows().keySet().stream().anyMatch(name::equalsIgnoreCase)) {
                throw IamErrors.exists("Group with name %s already exists.".formatted(name));
            }
            if (account.iam().groups().all().size() >= MOST_GROUPS) {
                throw IamErrors.limit("Cannot exceed quota for GroupsPerAccount: " + MOST_GROUPS);
            }
            return account.withIam((iam) -> iam
                    .withGroups((groups) -> groups.with(name, new GroupState(group, new TreeMap<>(), List.of()))));
        });
        return CreateGroupResponse.builder().group(group).build();
    }

    @Override
    public GetGroupResponse getGroup(GetGroupRequest request) {
        GroupState group = group(here.account(), request.groupName());
        List<User> members = here.account()
                .iam()
                .users()
                .all()
                .stream()
                .filter((user) -> user.groups().contains(group.group().groupName()))
                .map(UserState::user)
                .toList();
        Page<User> page = IamErrors.page(members, request.marker(), request.maxItems());
        return GetGroupResponse.builder()
                .group(group.group())
                .users(page.items())
                .isTruncated(page.more())
                .marker(page.next())
                .build();
    }

    @Override
    public ListGroupsResponse listGroups(ListGroupsRequest request) {
        String prefix = Optional.ofNullable(request.pathPrefix()).orElse("/");
        Page<Group> page = IamErrors.page(here.account()
                .iam()
                .groups()
                .all()
                .stream()
                .map(GroupState::group)
                .filter((group) -> group.path().startsWith(prefix))
                .toList(), request.marker(), request.maxItems());
        return ListGroupsResponse.builder()
                .groups(page.items())
                .isTruncated(page.more())
                .marker(page.next())
                .build();
    }

    @Override
    public UpdateGroupResponse updateGroup(UpdateGroupRequest request) {
        if (request.newGroupName() != null) {
            throw new UnsupportedOperationException("Groups are not renamed here");
        }
        String path = path(request.newPath());
        change(request.groupName(), (old) -> new GroupState(old.group()
                .toBuilder()
                .path(path)
                .arn(here.arn("iam", "", "group" + path + old.group().groupName()))
                .build(), old.inlinePolicies(), old.attached()));
        return UpdateGroupResponse.builder().build();
    }

    @Override
    public DeleteGroupResponse deleteGroup(DeleteGroupRequest request) {
        here.update((account) -> {
            GroupState old = group(account, request.groupName());
            String name = old.group().groupName();
            if (account.iam().users().all().stream().anyMatch((user) -> user.groups().contains(name))) {
                throw IamErrors.conflict("Cannot delete entity, must remove users from group first.");
            }
            if (!old.attached().isEmpty()) {
                throw IamErrors.conflict("Cannot delete entity, must detach all policies first.");
            }
            if (!old.inlinePolicies().isEmpty()) {
                throw IamErrors.conflict("Cannot delete entity, must delete policies first.");
            }
            return account.withIam((iam) -> iam.withGroups((groups) -> groups.without(name)));
        });
        return DeleteGroupResponse.builder().build();
    }

    @Override
    public AttachGroupPolicyResponse attachGroupPolicy(AttachGroupPolicyRequest request) {
        AttachedPolicy policy = awsPolicy(request.policyArn());
        change(request.groupName(), (old) -> {
            List<AttachedPolicy> more = new ArrayList<>(old.attached());
            if (!more.contains(policy)) {
                more.add(policy);
            }
            if (more.size() > MOST_POLICIES) {
                throw IamErrors.limit("Cannot exceed quota for PoliciesPerGroup: " + MOST_POLICIES);
            }
            return new GroupState(old.group(), old.inlinePolicies(), more);
        });
        return AttachGroupPolicyResponse.builder().build();
    }

    @Override
    public DetachGroupPolicyResponse detachGroupPolicy(DetachGroupPolicyRequest request) {
        change(request.groupName(), (old) -> {
            List<AttachedPolicy> fewer = new ArrayList<>(old.attached());
            if (!fewer.removeIf((policy) -> policy.policyArn().equals(request.policyArn()))) {
                throw IamErrors.notFound("Policy %s was not found.".formatted(request.policyArn()));
            }
            return new GroupState(old.group(), old.inlinePolicies(), fewer);
        });
        return DetachGroupPolicyResponse.builder().build();
    }

    @Override
    public ListAttachedGroupPoliciesResponse listAttachedGroupPolicies(ListAttachedGroupPoliciesRequest request) {
        Page<AttachedPolicy> page = IamErrors.page(group(here.account(), request.groupName()).attached(),
                request.marker(), request.maxItems());
        return ListAttachedGroupPoliciesResponse.builder()
                .attachedPolicies(page.items())
                .isTruncated(page.more())
                .marker(page.next())
                .build();
    }

    @Override
    public PutGroupPolicyResponse putGroupPolicy(PutGroupPolicyRequest request) {
        String name = IamErrors.name("policyName", request.policyName(), 128);
        IamErrors.document(request.policyDocument(), false);
        change(request.groupName(), (old) -> {
            SortedMap<String, String> more = new TreeMap<>(old.inlinePolicies());
            more.put(name, request.policyDocument());
            return new GroupState(old.group(), more, old.attached());
        });
        return PutGroupPolicyResponse.builder().build();
    }

    @Override
    public ListGroupPoliciesResponse listGroupPolicies(ListGroupPoliciesRequest request) {
        Page<String> page = IamErrors.page(group(here.account(), request.groupName()).inlinePolicies().keySet(),
                request.marker(), request.maxItems());
        return ListGroupPoliciesResponse.builder()
                .policyNames(page.items())
                .isTruncated(page.more())
                .marker(page.next())
                .build();
    }

    @Override
    public DeleteGroupPolicyResponse deleteGroupPolicy(DeleteGroupPolicyRequest request) {
        change(request.groupName(), (old) -> {
            SortedMap<String, String> fewer = new TreeMap<>(old.inlinePolicies());
            if (fewer.remove(request.policyName()) == null) {
                throw IamErrors.notFound("The group policy with name %s cannot be found."
                        .formatted(request.policyName()));
            }
            return new GroupState(old.group(), fewer, old.attached());
        });
        return DeleteGroupPolicyResponse.builder().build();
    }

    @Override
    public AddUserToGroupResponse addUserToGroup(AddUserToGroupRequest request) {
        members(request.userName(), request.groupName(), (groups, name) -> {
            groups.add(name);
            if (groups.size() > MOST_GROUPS_OF_A_USER) {
                throw IamErrors.limit("Cannot exceed quota for GroupsPerUser: " + MOST_GROUPS_OF_A_USER);
            }
        });
        return AddUserToGroupResponse.builder().build();
    }

    @Override
    public RemoveUserFromGroupResponse removeUserFromGroup(RemoveUserFromGroupRequest request) {
        members(request.userName(), request.groupName(), (groups, name) -> groups.remove(name));
        return RemoveUserFromGroupResponse.builder().build();
    }

    private void members(@Nullable String userName, @Nullable String groupName,
            java.util.function.BiConsumer<Set<String>, String> change) {
        here.update((account) -> {
            String group = group(account, groupName).group().groupName();
            UserState old = user(account, userName);
            SortedSet<String> groups = new TreeSet<>(old.groups());
            change.accept(groups, group);
            return account.withIam((iam) -> iam
                    .withUsers((users) -> users.with(old.user().userName(), old.withGroups(groups))));
        });
    }

    private void change(@Nullable String groupName, UnaryOperator<GroupState> change) {
        here.update((account) -> {
            GroupState now = change.apply(group(account, groupName));
            return account.withIam((iam) -> iam.withGroups((groups) -> groups.with(now.group().groupName(), now)));
        });
    }

    private static GroupState group(PracticeAccount account, @Nullable String groupName) {
        String name = IamErrors.name("groupName", groupName, 128);
        return account.iam()
                .groups()
                .find(name)
                .orElseThrow(() -> IamErrors.notFound("The group with name %s cannot be found.".formatted(name)));
    }

    static UserState user(PracticeAccount account, @Nullable String userName) {
        String name = IamErrors.name("userName", userName, 128);
        return account.iam()
                .users()
                .find(name)
                .orElseThrow(
                        () -> IamErrors.notFound("The user with name %s cannot be found.".formatted(name)));
    }
}
