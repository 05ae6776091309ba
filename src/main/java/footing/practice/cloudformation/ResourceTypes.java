package footing.practice.cloudformation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The resource types that the practice account knows. Every other one is refused. */
final class ResourceTypes {

    private static final Map<String, ResourceType> BY_NAME = List
            .of(new BucketType(), new BucketPolicyType(), new TopicType(), new TopicPolicyType(),
                    new SubscriptionType(), new TrailType(), new LogGroupType(), new MetricFilterType(),
                    new AlarmType(), new RoleType(), new GroupType(), new SamlProviderType(), new OpenIdProviderType(),
                    new AnalyzerType(), new ServiceLinkedRoleType(),
                    new ConfigRecorderType(),
                    new DeliveryChannelType(), new ConfigRuleType(), new EventRuleType(), new BudgetType(),
                    new ExportType(), new DetectorType(), new AnomalyMonitorType(), new AnomalySubscriptionType())
            .stream()
            .collect(Collectors.toUnmodifiableMap((type) -> type.kind().name(), Function.identity()));

    private ResourceTypes() {
    }

    static boolean has(String name) {
        return BY_NAME.containsKey(name);
    }

    /** @param name of a type that was found to be known when its template was read */
    static ResourceType of(String name) {
        return Optional.ofNullable(BY_NAME.get(name))
                .orElseThrow(() -> new IllegalStateException("An unchecked resource type: " + name));
    }
}
