package footing.practice.service;

import footing.practice.IamState.GroupState;
import footing.practice.IamState.UserState;
import footing.practice.PracticeAccount;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupResponse;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupResponse;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupResponse;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupResponse;
import software.amazon.awssdk.services.iam.model.UpdateGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateGroupResponse;
import software.amazon.awssdk.services.iam.model.User;

/** IAM's groups and who is in them; their policies are in {@link IamPolicies}. */
abstract class IamGroups extends IamServiceRoles {

    /** As many as IAM allows an account and a user, as long as nobody asks for more. */
    private static final int MOST_GROUPS = 300;
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
    public UpdateGroupResponse updateGroup(UpdateGroupRequest request) {
        if (request.newGroupName() != null) {
            throw new UnsupportedOperationException("Groups are not renamed here");
        }
        String path = path(request.newPath());
        changeGroup(request.groupName(), (old) -> old.withGroup(old.group()
                .toBuilder()
                .path(path)
                .arn(here.arn("iam", "", "group" + path + old.group().groupName()))
                .build()));
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
            PolicySet.of(old).refuseUnlessEmpty();
            return account.withIam((iam) -> iam.withGroups((groups) -> groups.without(name)));
        });
        return DeleteGroupResponse.builder().build();
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

    final void changeGroup(@Nullable String groupName, UnaryOperator<GroupState> change) {
        here.update((account) -> {
            GroupState now = change.apply(group(account, groupName));
            return account.withIam((iam) -> iam.withGroups((groups) -> groups.with(now.group().groupName(), now)));
        });
    }

    static GroupState group(PracticeAccount account, @Nullable String groupName) {
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
