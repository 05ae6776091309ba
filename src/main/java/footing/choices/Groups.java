package footing.choices;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The IAM groups that stand for roles of the organization.
 *
 * @param policies by the name of the group, AWS's managed policies that it holds: {@code SecurityAudit}, {@code
 * job-function/Billing}
 */
public record Groups(SortedMap<String, List<String>> policies) {

    public static final Groups NONE = new Groups(new TreeMap<>());

    /** By role, as much as the role needs and AWS has a policy for. */
    public static final Groups USUAL = usual();

    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]+");
    private static final Pattern POLICY = Pattern.compile("[\\w+=,.@-]+(/[\\w+=,.@-]+)*");
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_POLICY = 512;
    private static final int MOST_POLICIES = 10;

    public Groups {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        policies.forEach((name, held) -> copy.put(name, List.copyOf(held)));
        policies = Collections.unmodifiableSortedMap(copy);
    }

    private static Groups usual() {
        SortedMap<String, List<String>> groups = new TreeMap<>();
        groups.put("administrators", List.of("AdministratorAccess"));
        groups.put("billing", List.of("job-function/Billing"));
        groups.put("operations", List.of("job-function/SystemAdministrator"));
        groups.put("read-only", List.of("ReadOnlyAccess"));
        groups.put("security-audit", List.of("SecurityAudit"));
        return new Groups(groups);
    }

    /** What a group is called in a template: {@code GroupSecurityAudit}. */
    public static String logicalId(String name) {
        return "Group" + LogicalIds.of(name);
    }

    static List<Complaint> check(String field, Groups groups) {
        List<Complaint> complaints = new ArrayList<>();
        SortedMap<String, String> ids = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        groups.policies().forEach((name, held) -> {
            String other = ids.put(logicalId(name), name);
            if (other != null) {
                complaints.addAll(Complaints.error(field, name, "group-alike", Map.of("other", other)));
            }
            complaints.addAll(name(field + "." + name, name));
            complaints.addAll(policies(field + "." + name, held));
        });
        return complaints;
    }

    static List<Complaint> name(String field, String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches()
                ? Complaints.none()
                : Complaints.error(field, name, "group-name");
    }

    /** The policies of AWS that somebody is to hold, by name. */
    static List<Complaint> policies(String field, List<String> held) {
        List<Complaint> complaints = new ArrayList<>();
        if (held.isEmpty() || held.size() > MOST_POLICIES) {
            complaints.addAll(Complaints.error(field, String.join(", ", held), "group-policies",
                    Map.of("max", String.valueOf(MOST_POLICIES))));
        }
        held.stream()
                .filter((policy) -> policy.length() > LONGEST_POLICY || !POLICY.matcher(policy).matches())
                .forEach((policy) -> complaints.addAll(Complaints.error(field, policy, "group-policy")));
        return complaints;
    }
}
