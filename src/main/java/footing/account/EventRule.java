package footing.account;

import java.util.List;
import java.util.Optional;

/**
 * A rule on a Region's default event bus that could hear of AWS Config's findings. Source: {@code events:ListRules}.
 *
 * @param pattern the events that it hears of, as EventBridge keeps them: JSON
 * @param targets whom it tells. {@code events:ListTargetsByRule}
 */
public record EventRule(String name, boolean enabled, String pattern, Reading<List<Target>> targets) {

    /**
     * @param arn of a topic, of another event bus, of a function …
     * @param roleArn the role with which EventBridge gets there
     */
    public record Target(String arn, Optional<String> roleArn) {

        private static final int PARTS = 6;

        /** {@code sns}, {@code events}, {@code lambda} …, as ARNs write it. */
        public String service() {
            return part(2);
        }

        public String region() {
            return part(3);
        }

        public String account() {
            return part(4);
        }

        /** What it is in its service: {@code event-bus/default}, or a topic's name. */
        public String resource() {
            return part(5);
        }

        private String part(int number) {
            String[] parts = arn.split(":", PARTS);
            return parts.length == PARTS ? parts[number] : "";
        }
    }

    public boolean hears(ComplianceEvent event) {
        return EventPattern.parse(pattern).filter((parsed) -> parsed.matches(event.fields())).isPresent();
    }
}
