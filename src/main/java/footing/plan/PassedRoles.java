package footing.plan;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The roles that are passed on to a service while a plan is carried out, by the service that gets them. */
final class PassedRoles {

    /** Who gets a role. */
    enum To {
        CLOUDTRAIL("PassRole", "cloudtrail.amazonaws.com"),
        CONFIG("PassRoleToConfig", "config.amazonaws.com"),
        EVENTS("PassRoleToEvents", "events.amazonaws.com");

        private final String sid;
        private final String service;

        To(String sid, String service) {
            this.sid = sid;
            this.service = service;
        }

        String sid() {
            return sid;
        }

        String service() {
            return service;
        }
    }

    private PassedRoles() {
    }

    /** The roles' ARNs; a service that gets none is not there. */
    static SortedMap<To, SortedSet<String>> of(Plan plan) {
        SortedMap<To, SortedSet<String>> passed = new TreeMap<>();
        for (PlannedChange change : plan.changes()) {
            switch (change.change()) {
                case Change.StackResource resource -> {
                    Value.Fields properties = resource.properties();
                    add(passed, To.CLOUDTRAIL,
                            roles(plan, resource.stack(), field(properties, "CloudWatchLogsRoleArn")));
                    add(passed, To.CONFIG, roles(plan, resource.stack(), field(properties, "RoleARN")));
                    add(passed, To.EVENTS, targets(properties)
                            .flatMap((target) -> roles(plan, resource.stack(), field(target, "RoleArn"))));
                }
                case Change.DirectSetting<?> setting -> {
                    if (setting.setting() instanceof Setting.ConfigRecorderSetting) {
                        // The recorder keeps the role that it has, whichever that is.
                        add(passed, To.CONFIG, Stream.of(Permissions.role(plan, "*")));
                    }
                    if (change.after() instanceof Value.Fields fields) {
                        add(passed, To.CLOUDTRAIL, roles(plan, Stack.SECURITY, field(fields, "CloudWatchLogsRoleArn")));
                    }
                }
                case Change.ManualStep step -> {
                }
            }
        }
        return passed;
    }

    private static void add(SortedMap<To, SortedSet<String>> passed, To to, Stream<String> roles) {
        roles.forEach((role) -> passed.computeIfAbsent(to, (one) -> new TreeSet<>()).add(role));
    }

    private static Value field(Value.Fields fields, String name) {
        return fields.fields().getOrDefault(name, Value.ABSENT);
    }

    private static Stream<Value.Fields> targets(Value.Fields properties) {
        return field(properties, "Targets") instanceof Value.Items(List<Value> targets)
                ? targets.stream().filter(Value.Fields.class::isInstance).map(Value.Fields.class::cast)
                : Stream.empty();
    }

    /** A role by its ARN, or one of the same stack, also where it is there already. */
    private static Stream<String> roles(Plan plan, Stack stack, Value role) {
        return role instanceof Value.Text(String arn)
                ? Stream.of(arn)
                : plan.stacks()
                        .getOrDefault(stack, List.of())
                        .stream()
                        .filter((other) -> References.of(role).contains(other.logicalId()))
                        .map((other) -> Permissions.role(plan, ResourceTypes.nameOf(other)));
    }
}
