package footing.account;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule of AWS Config that AWS manages, under whatever name the account gave it. Source: {@code
 * config:DescribeConfigRules}.
 *
 * @param parameters what it is told, by the names in AWS's documents
 * @param narrowed whether it looks only at some of the resources that it could look at
 * @param evaluation {@code config:DescribeConfigRuleEvaluationStatus}
 */
public record ConfigRule(String name, Managed managed, SortedMap<String, String> parameters, boolean narrowed,
        Reading<Evaluation> evaluation) {

    public ConfigRule {
        parameters = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** The rules that the baseline asks for, named as AWS names them. */
    public enum Managed {
        /** At least one trail is logging. */
        CLOUD_TRAIL_ENABLED("AWS::::Account"),
        /** No security group lets SSH in from everywhere. */
        INCOMING_SSH_DISABLED("AWS::EC2::SecurityGroup"),
        /** No security group lets one of some ports in from everywhere. */
        RESTRICTED_INCOMING_TRAFFIC("AWS::EC2::SecurityGroup");

        private final String resourceType;

        Managed(String resourceType) {
            this.resourceType = resourceType;
        }

        /** As names and texts write it: {@code incoming-ssh-disabled}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The type of the resources that it judges. */
        public String resourceType() {
            return resourceType;
        }

        public static Optional<Managed> of(String identifier) {
            return Arrays.stream(values()).filter((rule) -> rule.name().equals(identifier)).findFirst();
        }
    }

    /**
     * @param latest when it last came to a result
     * @param error why it has come to none since
     */
    public record Evaluation(Optional<Instant> latest, Optional<String> error) {
    }

    /** The ports that {@link Managed#RESTRICTED_INCOMING_TRAFFIC} looks at where nobody tells it others. */
    private static final Map<String, String> DEFAULT_PORTS = Map.of("blockedPort1", "20", "blockedPort2", "21",
            "blockedPort3", "3389", "blockedPort4", "3306", "blockedPort5", "4333");

    /** Whether the rule would find a port that is open to everywhere. */
    public boolean blocks(int port) {
        Map<String, String> ports = new TreeMap<>(DEFAULT_PORTS);
        ports.putAll(parameters);
        return ports.entrySet()
                .stream()
                .filter((entry) -> entry.getKey().startsWith("blockedPort"))
                .flatMap((entry) -> Arrays.stream(entry.getValue().split(",", -1)))
                .anyMatch((one) -> isIn(port, one.strip()));
    }

    /** A port, or a range of them: {@code 1024-65535}. */
    private static boolean isIn(int port, String range) {
        if (!range.matches("[0-9]{1,5}(-[0-9]{1,5})?")) {
            return false;
        }
        String[] ends = range.split("-", -1);
        return Integer.parseInt(ends[0]) <= port && port <= Integer.parseInt(ends[ends.length - 1]);
    }
}
