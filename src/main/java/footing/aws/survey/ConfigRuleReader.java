package footing.aws.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import footing.account.ConfigRule;
import footing.account.ConfigRule.Evaluation;
import footing.account.ConfigRule.Managed;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.aws.FromSdk;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigRuleEvaluationStatus;
import software.amazon.awssdk.services.config.model.ConfigRuleState;
import software.amazon.awssdk.services.config.model.DescribeConfigRuleEvaluationStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesRequest;
import software.amazon.awssdk.services.config.model.Owner;
import software.amazon.awssdk.services.config.model.Scope;

/** Of a Region's Config rules, those that the baseline asks for: one call a page, and one for how they are doing. */
final class ConfigRuleReader {

    static final List<Reader<?>> READERS = List.of(Reader.of(Fact.CONFIG_RULES,
            (asking) -> Reading.seen(asking.inEachRegion(ConfigRuleReader::rules)), "config:DescribeConfigRules",
            "config:DescribeConfigRuleEvaluationStatus"));

    /** How many names AWS takes in one call. More rules of three kinds nobody has. */
    private static final int AT_ONCE = 50;

    private static final Set<ConfigRuleState> GOING = Set.of(ConfigRuleState.DELETING,
            ConfigRuleState.DELETING_RESULTS);
    private static final JsonMapper JSON = new JsonMapper();

    private ConfigRuleReader() {
    }

    private static Reading<List<ConfigRule>> rules(Asking asking, Region region) {
        DescribeConfigRulesRequest first = DescribeConfigRulesRequest.builder().build();
        return asking
                .pages(Ask.of(ConfigClient.class, region, "DescribeConfigRules", first,
                        ConfigClient::describeConfigRules).seeing((response) -> seen(response.configRules())),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()))
                .map((pages) -> pages.stream()
                        .flatMap((page) -> wanted(page.configRules()))
                        .limit(AT_ONCE)
                        .toList())
                .map((wanted) -> rules(asking, region, wanted));
    }

    private static Stream<software.amazon.awssdk.services.config.model.ConfigRule> wanted(
            List<software.amazon.awssdk.services.config.model.ConfigRule> all) {
        return all.stream()
                .filter((rule) -> !GOING.contains(rule.configRuleState()))
                .filter((rule) -> managed(rule).isPresent());
    }

    private static Optional<Managed> managed(software.amazon.awssdk.services.config.model.ConfigRule rule) {
        return Optional.ofNullable(rule.source())
                .filter((source) -> source.owner() == Owner.AWS)
                .flatMap((source) -> FromSdk.some(source.sourceIdentifier()))
                .flatMap(Managed::of);
    }

    private static Map<String, String> seen(List<software.amazon.awssdk.services.config.model.ConfigRule> rules) {
        Values values = Values.of().and("ConfigRules", rules.size());
        for (software.amazon.awssdk.services.config.model.ConfigRule rule : wanted(rules).toList()) {
            values = values.and(rule.configRuleName(), rule.source().sourceIdentifier()
                    + FromSdk.some(rule.inputParameters()).map((given) -> " " + given).orElse(""));
        }
        return values.map();
    }

    private static List<ConfigRule> rules(Asking asking, Region region,
            List<software.amazon.awssdk.services.config.model.ConfigRule> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Reading<Map<String, Evaluation>> evaluations = evaluations(asking, region,
                wanted.stream().map((rule) -> rule.configRuleName()).toList());
        return wanted.stream()
                .flatMap((rule) -> managed(rule).stream()
                        .map((managed) -> new ConfigRule(rule.configRuleName(), managed,
                                parameters(FromSdk.text(rule.inputParameters())),
                                isNarrowed(managed, Optional.ofNullable(rule.scope())),
                                evaluations.map((all) -> Optional.ofNullable(all.get(rule.configRuleName()))
                                        .orElseGet(() -> new Evaluation(Optional.empty(), Optional.empty()))))))
                .toList();
    }

    private static Reading<Map<String, Evaluation>> evaluations(Asking asking, Region region, List<String> names) {
        return asking
                .ask(Ask.of(ConfigClient.class, region, "DescribeConfigRuleEvaluationStatus",
                        DescribeConfigRuleEvaluationStatusRequest.builder().configRuleNames(names).build(),
                        ConfigClient::describeConfigRuleEvaluationStatus)
                        .seeing((response) -> seenEvaluations(response.configRulesEvaluationStatus())))
                .map((response) -> response.configRulesEvaluationStatus()
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(ConfigRuleEvaluationStatus::configRuleName,
                                ConfigRuleReader::evaluation, (one, other) -> one)));
    }

    private static Map<String, String> seenEvaluations(List<ConfigRuleEvaluationStatus> states) {
        Values values = Values.of();
        for (ConfigRuleEvaluationStatus told : states) {
            Evaluation evaluation = evaluation(told);
            values = values.and(told.configRuleName(), evaluation.error()
                    .or(() -> evaluation.latest().map((at) -> "evaluated " + at))
                    .orElse("not evaluated yet"));
        }
        return values.map();
    }

    private static Evaluation evaluation(ConfigRuleEvaluationStatus told) {
        Optional<Instant> latest = Optional.ofNullable(told.lastSuccessfulEvaluationTime());
        boolean failed = Optional.ofNullable(told.lastFailedEvaluationTime())
                .filter((at) -> latest.filter((good) -> !good.isBefore(at)).isEmpty())
                .isPresent();
        return new Evaluation(latest, failed
                ? FromSdk.some(told.lastErrorMessage())
                        .or(() -> FromSdk.some(told.lastErrorCode()))
                        .or(() -> Optional.of("no reason given"))
                : Optional.empty());
    }

    private static SortedMap<String, String> parameters(String json) {
        try {
            Map<String, String> given = json.isBlank()
                    ? Map.of()
                    : JSON.readTree(json)
                            .properties()
                            .stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().asText()));
            return new TreeMap<>(given);
        } catch (JsonProcessingException notJson) {
            return Collections.emptySortedMap();
        }
    }

    private static boolean isNarrowed(Managed managed, Optional<Scope> scope) {
        return scope.filter((given) -> Stream
                .of(FromSdk.some(given.tagKey()), FromSdk.some(given.tagValue()),
                        FromSdk.some(given.complianceResourceId()))
                .anyMatch(Optional::isPresent)
                || (!given.complianceResourceTypes().isEmpty()
                        && given.complianceResourceTypes()
                                .stream()
                                .noneMatch(managed.resourceType()::equals)))
                .isPresent();
    }
}
