package footing.practice.service;

import footing.practice.IamState.RoleState;
import footing.practice.PracticeAccount;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ListRoleTagsRequest;
import software.amazon.awssdk.services.iam.model.ListRoleTagsResponse;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagRoleResponse;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleResponse;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleResponse;

/** IAM's roles; their policies are in {@link IamPolicies}. */
abstract class IamRoles implements IamClient {

    private static final Pattern PATH = Pattern.compile("/|/[\\x21-\\x7e]+/");
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    final Here here;

    IamRoles(Here here) {
        this.here = here;
    }

    @Override
    public CreateRoleResponse createRole(CreateRoleRequest request) {
        String name = IamErrors.name("roleName", request.roleName(), 64);
        String path = path(request.path());
        description(request.description());
        IamErrors.range("maxSessionDuration", request.maxSessionDuration(), 3600, 43200);
        IamErrors.document(request.assumeRolePolicyDocument(), true);
        Role role = newRole(name, path).assumeRolePolicyDocument(request.assumeRolePolicyDocument())
                .description(request.description())
                .maxSessionDuration(Optional.ofNullable(request.maxSessionDuration()).orElse(3600))
                .tags(request.hasTags() ? request.tags() : List.of())
                .build();
        here.update((account) -> {
            if (account.iam().roles().has(name)) {
                throw IamErrors.exists("Role with name %s already exists.".formatted(name));
            }
            return account.withIam((iam) -> iam.withRoles(
                    (roles) -> roles.with(name, new RoleState(role, new TreeMap<>(), List.of()))));
        });
        return CreateRoleResponse.builder().role(encoded(role)).build();
    }

    @Override
    public GetRoleResponse getRole(GetRoleRequest request) {
        return GetRoleResponse.builder().role(encoded(role(here.account(), request.roleName()).role())).build();
    }

    @Override
    public ListRolesResponse listRoles(ListRolesRequest request) {
        String prefix = Optional.ofNullable(request.pathPrefix()).orElse("/");
        List<Role> roles = here.account()
                .iam()
                .roles()
                .all()
                .stream()
                .map(RoleState::role)
                .filter((role) -> role.path().startsWith(prefix))
                .map((role) -> encoded(role).toBuilder().tags((List<Tag>) null).build())
                .toList();
        Page<Role> page = IamErrors.page(roles, request.marker(), request.maxItems());
        return ListRolesResponse.builder()
                .roles(page.items())
                .isTruncated(page.more())
                .marker(page.next())
                .build();
    }

    @Override
    public UpdateRoleResponse updateRole(UpdateRoleRequest request) {
        description(request.description());
        IamErrors.range("maxSessionDuration", request.maxSessionDuration(), 3600, 43200);
        changeRole(request.roleName(), (old) -> old.withRole(old.role()
                .toBuilder()
                .description(Optional.ofNullable(request.description()).orElse(old.role().description()))
                .maxSessionDuration(Optional.ofNullable(request.maxSessionDuration())
                        .orElse(old.role().maxSessionDuration()))
                .build()));
        return UpdateRoleResponse.builder().build();
    }

    @Override
    public UpdateAssumeRolePolicyResponse updateAssumeRolePolicy(UpdateAssumeRolePolicyRequest request) {
        IamErrors.document(request.policyDocument(), true);
        changeRole(request.roleName(), (old) -> old
                .withRole(old.role().toBuilder().assumeRolePolicyDocument(request.policyDocument()).build()));
        return UpdateAssumeRolePolicyResponse.builder().build();
    }

    @Override
    public DeleteRoleResponse deleteRole(DeleteRoleRequest request) {
        here.update((account) -> {
            RoleState old = role(account, request.roleName());
            PolicySet.of(old).refuseUnlessEmpty();
            return account.withIam((iam) -> iam.withRoles((roles) -> roles.without(old.role().roleName())));
        });
        return DeleteRoleResponse.builder().build();
    }

    @Override
    public TagRoleResponse tagRole(TagRoleRequest request) {
        tags(request.roleName(), (old) -> Tags.with(old, Tags.of(request.tags(), Tag::key, Tag::value)));
        return TagRoleResponse.builder().build();
    }

    @Override
    public UntagRoleResponse untagRole(UntagRoleRequest request) {
        tags(request.roleName(), (old) -> Tags.without(old, request.tagKeys()));
        return UntagRoleResponse.builder().build();
    }

    @Override
    public ListRoleTagsResponse listRoleTags(ListRoleTagsRequest request) {
        Page<Tag> page = IamErrors.page(role(here.account(), request.roleName()).role().tags(), request.marker(),
                request.maxItems());
        return ListRoleTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.more())
                .marker(page.next())
                .build();
    }

    /** A role that begins now. */
    final Role.Builder newRole(String name, String path) {
        return Role.builder()
                .roleName(name)
                .path(path)
                .roleId(Here.iamId("AROA", name + here.now()))
                .arn(here.arn("iam", "", "role" + path + name))
                .createDate(here.now());
    }

    static String path(@Nullable String path) {
        return IamErrors.checked("path", Optional.ofNullable(path).orElse("/"), 512, PATH);
    }

    private void tags(String roleName, UnaryOperator<SortedMap<String, String>> change) {
        changeRole(roleName, (old) -> {
            SortedMap<String, String> now = change.apply(Tags.of(old.role().tags(), Tag::key, Tag::value));
            if (now.size() > 50) {
                throw IamErrors.invalid("tags", "have length less than or equal to 50");
            }
            return old.withRole(old.role()
                    .toBuilder()
                    .tags(Tags.list(now, (key, value) -> Tag.builder().key(key).value(value).build()))
                    .build());
        });
    }

    final void changeRole(String roleName, UnaryOperator<RoleState> change) {
        here.update((account) -> {
            RoleState now = change.apply(role(account, roleName));
            return account.withIam((iam) -> iam.withRoles((roles) -> roles.with(now.role().roleName(), now)));
        });
    }

    static RoleState role(PracticeAccount account, @Nullable String roleName) {
        String name = IamErrors.name("roleName", roleName, 64);
        return account.iam()
                .roles()
                .find(name)
                .orElseThrow(
                        () -> IamErrors.notFound("The role with name %s cannot be found.".formatted(name)));
    }

    private static void description(@Nullable String description) {
        if (description != null && !description.isEmpty()) {
            IamErrors.checked("description", description, 1000, ANY);
        }
    }

    /** IAM answers with documents that are URL-encoded. */
    static Role encoded(Role role) {
        return role.toBuilder().assumeRolePolicyDocument(encoded(role.assumeRolePolicyDocument())).build();
    }

    static String encoded(String document) {
        return URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
