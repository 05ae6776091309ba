package footing.practice.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import footing.practice.ConfigState.RuleState;
import footing.practice.PracticeAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.ConfigRuleEvaluationStatus;
import software.amazon.awssdk.services.config.model.ConfigRuleState;
import software.amazon.awssdk.services.config.model.DeleteConfigRuleRequest;
import software.amazon.awssdk.services.config.model.DeleteConfigRuleResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigRuleEvaluationStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigRuleEvaluationStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesResponse;
import software.amazon.awssdk.services.config.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.config.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.config.model.Owner;
import software.amazon.awssdk.services.config.model.PutConfigRuleRequest;
import software.amazon.awssdk.services.config.model.PutConfigRuleResponse;
import software.amazon.awssdk.services.config.model.Tag;
import software.amazon.awssdk.services.config.model.TagResourceRequest;
import software.amazon.awssdk.services.config.model.TagResourceResponse;
import software.amazon.awssdk.services.config.model.UntagResourceRequest;
import software.amazon.awssdk.services.config.model.UntagResourceResponse;

/** AWS Config: its rules; recorder and channel are in {@link ConfigRecorders} and {@link ConfigChannels}. */
public final class PracticeConfig extends ConfigChannels {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 25;
    private static final int LONGEST_NAME = 128;

    /** The managed rules that are known here, each with the parameters that it takes. */
    private static final Map<String, Set<String>> MANAGED = Map.of("CLOUD_TRAIL_ENABLED",
            Set.of("s3BucketName", "snsTopicArn", "cloudWatchLogsLogGroupArn"), "INCOMING_SSH_DISABLED", Set.of(),
            "RESTRICTED_INCOMING_TRAFFIC",
            Set.of("blockedPort1", "blockedPort2", "blockedPort3", "blockedPort4", "blockedPort5", "blockedPorts"),
            "ROOT_ACCOUNT_MFA_ENABLED", Set.of(), "S3_BUCKET_PUBLIC_READ_PROHIBITED", Set.of(), "ENCRYPTED_VOLUMES",
            Set.of("kmsId"));

    public PracticeConfig(Here here) {
        super(here);
    }

    @Override
    public PutConfigRuleResponse putConfigRule(PutConfigRuleRequest request) {
        ConfigRule asked = request.configRule();
        String name = Optional.ofNullable(asked.configRuleName())
                .filter((given) -> !given.isBlank() && given.length() <= LONGEST_NAME)
                .orElseThrow(() -> ConfigErrors.invalid("The name of a rule has 1 to 128 characters."));
        check(asked);
        SortedMap<String, String> tags = Tags.of(request.tags(), Tag::key, Tag::value);
        change((account) -> {
            if (!account.config().recorders().has(region())) {
                throw ConfigErrors.noRecorder("put config rule");
            }
            Optional<RuleState> old = find(account, name);
            String id = "config-rule-" + Here.uuid(region() + name).toString().replace("-", "").substring(0, 6);
            ConfigRule rule = asked.toBuilder()
                    .configRuleId(old.map((one) -> one.rule().configRuleId()).orElse(id))
                    .configRuleArn(old.map((one) -> one.rule().configRuleArn())
                            .orElse(here.arn("config", "config-rule/" + id)))
                    .configRuleState(ConfigRuleState.ACTIVE)
                    .build();
            RuleState now = new RuleState(rule, region(), here.now(), old.flatMap(RuleState::evaluatedAt),
                    old.map(RuleState::tags).orElse(tags));
            return account.withConfig((config) -> config.withRules((all) -> all.with(rule.configRuleArn(), now)));
        });
        return PutConfigRuleResponse.builder().build();
    }

    private static void check(ConfigRule rule) {
        if (rule.source() == null || rule.source().owner() != Owner.AWS) {
            throw new UnsupportedOperationException("rules that AWS does not manage");
        }
        Set<String> known = Optional.ofNullable(MANAGED.get(rule.source().sourceIdentifier()))
                .orElseThrow(() -> ConfigErrors.invalid(("The sourceIdentifier %s is invalid. Please refer to the"
                        + " documentation for a list of valid sourceIdentifiers that can be used when AWS is the"
                        + " Owner.").formatted(rule.source().sourceIdentifier())));
        for (Map.Entry<String, JsonNode> given : parameters(rule.inputParameters()).properties()) {
            if (!known.contains(given.getKey())) {
                throw ConfigErrors.invalid("Unknown parameters provided in the inputParameters: {\"%s\":%s}"
                        .formatted(given.getKey(), given.getValue()));
            }
            boolean port = given.getKey().startsWith("blockedPort");
            if (!given.getValue().isTextual() || (port && !given.getValue().asText().matches("[0-9, -]+"))) {
                throw ConfigErrors.invalid("The parameter value for %s is invalid: %s".formatted(given.getKey(),
                        given.getValue()));
            }
        }
    }

    private static JsonNode parameters(@Nullable String text) {
        try {
            JsonNode node = JSON.readTree(Optional.ofNullable(text).filter((some) -> !some.isBlank()).orElse("{}"));
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException notJson) {
            throw ConfigErrors.invalid("Blank spaces are not acceptable for input parameter: " + notJson.getMessage());
        }
        throw ConfigErrors.invalid("The inputParameters are not a JSON object: " + text);
    }

    @Override
    public DeleteConfigRuleResponse deleteConfigRule(DeleteConfigRuleRequest request) {
        change((account) -> {
            RuleState rule = rule(account, request.configRuleName());
            return account.withConfig(
                    (config) -> config.withRules((all) -> all.without(rule.rule().configRuleArn())));
        });
        return DeleteConfigRuleResponse.builder().build();
    }

    @Override
    public DescribeConfigRulesResponse describeConfigRules(DescribeConfigRulesRequest request) {
        Page<RuleState> page = page(request.configRuleNames(), request.nextToken());
        return DescribeConfigRulesResponse.builder()
                .configRules(page.items().stream().map(RuleState::rule).toList())
                .nextToken(page.next())
                .build();
    }

    @Override
    public DescribeConfigRuleEvaluationStatusResponse describeConfigRuleEvaluationStatus(
            DescribeConfigRuleEvaluationStatusRequest request) {
        Page<RuleState> page = page(request.configRuleNames(), request.nextToken());
        return DescribeConfigRuleEvaluationStatusResponse.builder()
                .configRulesEvaluationStatus(page.items().stream().map(PracticeConfig::status).toList())
                .nextToken(page.next())
                .build();
    }

    private static ConfigRuleEvaluationStatus status(RuleState state) {
        return ConfigRuleEvaluationStatus.builder()
                .configRuleName(state.rule().configRuleName())
                .configRuleArn(state.rule().configRuleArn())
                .configRuleId(state.rule().configRuleId())
                .firstActivatedTime(state.madeAt())
                .firstEvaluationStarted(state.evaluatedAt().isPresent())
                .lastSuccessfulInvocationTime(state.evaluatedAt().orElse(null))
                .lastSuccessfulEvaluationTime(state.evaluatedAt().orElse(null))
                .build();
    }

    private Page<RuleState> page(List<String> names, @Nullable String token) {
        PracticeAccount account = upToNow();
        List<RuleState> rules = names.isEmpty()
                ? account.config().rules().all().stream().filter((rule) -> rule.region().equals(region())).toList()
                : names.stream().map((name) -> rule(account, name)).toList();
        return Page.of(rules, token, PAGE, ConfigErrors::badToken);
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        tags(request.resourceArn(), (old) -> Tags.with(old, Tags.of(request.tags(), Tag::key, Tag::value)));
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        tags(request.resourceArn(), (old) -> Tags.without(old, request.tagKeys()));
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        SortedMap<String, String> tags = here.account()
                .config()
                .rules()
                .find(String.valueOf(request.resourceArn()))
                .map(RuleState::tags)
                .orElseThrow(() -> ConfigErrors.noResource(request.resourceArn()));
        return ListTagsForResourceResponse.builder()
                .tags(Tags.list(tags, (key, value) -> Tag.builder().key(key).value(value).build()))
                .build();
    }

    private void tags(@Nullable String arn, UnaryOperator<SortedMap<String, String>> change) {
        change((account) -> account.withConfig((config) -> config.withRules((all) -> all.changed(String.valueOf(arn),
                (old) -> old.withTags(change.apply(old.tags())), () -> ConfigErrors.noResource(arn)))));
    }

    private Optional<RuleState> find(PracticeAccount account, @Nullable String name) {
        return account.config()
                .rules()
                .all()
                .stream()
                .filter((rule) -> rule.region().equals(region()) && rule.rule().configRuleName().equals(name))
                .findFirst();
    }

    private RuleState rule(PracticeAccount account, @Nullable String name) {
        return find(account, name).orElseThrow(() -> ConfigErrors.noSuchRule(name));
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
