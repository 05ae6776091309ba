package footing.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What AWS Config tells the event bus when a rule first finds a resource that does not comply: the event "Config Rules
 * Compliance Change".
 */
public final class ComplianceEvent {

    private static final String RULE = "detail.configRuleName";
    private static final String RULE_ARN = "detail.configRuleARN";
    private static final String RESOURCE_TYPE = "detail.resourceType";

    private final Map<String, Optional<String>> fields;

    private ComplianceEvent(Map<String, Optional<String>> fields) {
        this.fields = Map.copyOf(fields);
    }

    /** The event of one rule; the resource is any of those that the rule looks at. */
    public static ComplianceEvent of(String account, Region region, ConfigRule.Managed managed, String rule) {
        Map<String, Optional<String>> fields = common(account, region);
        fields.put(RULE, Optional.of(rule));
        fields.put(RESOURCE_TYPE, Optional.of(managed.resourceType()));
        return new ComplianceEvent(fields);
    }

    /** The event of whatever rule. */
    public static ComplianceEvent ofAnyRule(String account, Region region) {
        Map<String, Optional<String>> fields = common(account, region);
        fields.put(RULE, Optional.empty());
        fields.put(RESOURCE_TYPE, Optional.empty());
        return new ComplianceEvent(fields);
    }

    private static Map<String, Optional<String>> common(String account, Region region) {
        Map<String, Optional<String>> fields = new HashMap<>();
        fields.put("source", Optional.of("aws.config"));
        fields.put("detail-type", Optional.of("Config Rules Compliance Change"));
        fields.put("account", Optional.of(account));
        fields.put("region", Optional.of(region.id()));
        fields.put("detail.awsAccountId", Optional.of(account));
        fields.put("detail.awsRegion", Optional.of(region.id()));
        fields.put("detail.messageType", Optional.of("ComplianceChangeNotification"));
        fields.put("detail.newEvaluationResult.complianceType", Optional.of("NON_COMPLIANT"));
        // AWS makes up the end of a rule's ARN, so no pattern can be held against it from here.
        fields.put(RULE_ARN, Optional.empty());
        return fields;
    }

    /** Its fields by their path; empty where the value is not known. What is not here need not be in the event. */
    Map<String, Optional<String>> fields() {
        return fields;
    }
}
