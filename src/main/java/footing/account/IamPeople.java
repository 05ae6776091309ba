package footing.account;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The users and groups of IAM, with what each is allowed by. Source: {@code iam:GetAccountAuthorizationDetails}.
 *
 * @param users in the order in which AWS gives them
 */
public record IamPeople(List<User> users, List<Group> groups) {

    public IamPeople {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
    }

    /**
     * @param groups the names of the groups that the user is in
     * @param attached the ARNs of managed policies that are attached to the user itself
     * @param inline the names of policies that are written into the user itself
     */
    public record User(String name, String arn, List<String> groups, List<String> attached, List<String> inline,
            Map<String, String> tags) {
        public User {
            groups = List.copyOf(groups);
            attached = List.copyOf(attached);
            inline = List.copyOf(inline);
            tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        }

        public boolean hasPoliciesOfItsOwn() {
            return !attached.isEmpty() || !inline.isEmpty();
        }
    }

    /**
     * @param attached the ARNs of its managed policies
     * @param inline the names of policies that are written into it
     */
    public record Group(String name, String arn, List<String> attached, List<String> inline) {
        public Group {
            attached = List.copyOf(attached);
            inline = List.copyOf(inline);
        }
    }
}
