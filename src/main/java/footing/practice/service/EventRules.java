package footing.practice.service;

import static software.amazon.awssdk.services.eventbridge.model.RuleState.ENABLED;
import footing.practice.EventsState.RuleState;
import footing.practice.PracticeAccount;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Tag;

/** EventBridge's rules, those of each Region's default event bus. */
abstract class EventRules implements EventBridgeClient {

    private static final String DEFAULT_BUS = "default";
    private static final int MOST_RULES = 300;
    private static final int LARGEST_PAGE = 100;

    final Here here;

    EventRules(Here here) {
        this.here = here;
    }

    /** Writes the whole rule; its targets stay, and so do the tags of one that was there. */
    @Override
    public PutRuleResponse putRule(PutRuleRequest request) {
        String name = EventErrors.name("name", request.name());
        bus(request.eventBusName());
        if (request.eventPattern() == null && request.scheduleExpression() == null) {
            throw EventErrors.invalid("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }
        Optional.ofNullable(request.eventPattern()).ifPresent(EventErrors::pattern);
        Rule rule = Rule.builder()
                .name(name)
                .arn(arn(name))
                .eventBusName(DEFAULT_BUS)
                .eventPattern(request.eventPattern())
                .scheduleExpression(request.scheduleExpression())
                .state(Optional.ofNullable(request.state()).orElse(ENABLED))
                .description(request.description())
                .roleArn(request.roleArn())
                .build();
        SortedMap<String, String> tags = Tags.of(request.tags(), Tag::key, Tag::value);
        here.update((account) -> {
            Optional<RuleState> old = account.events().rules().find(arn(name));
            if (old.isEmpty() && own(account).size() >= MOST_RULES) {
                throw EventErrors.tooMany("rules of an event bus");
            }
            RuleState now = old.map((one) -> one.withRule(rule))
                    .orElseGet(() -> new RuleState(rule, here.region().id(), List.of(), tags));
            return account.withEvents((events) -> events.withRules((rules) -> rules.with(arn(name), now)));
        });
        return PutRuleResponse.builder().ruleArn(arn(name)).build();
    }

    @Override
    public DeleteRuleResponse deleteRule(DeleteRuleRequest request) {
        bus(request.eventBusName());
        here.update((account) -> {
            boolean told = account.events()
                    .rules()
                    .find(arn(String.valueOf(request.name())))
                    .filter((rule) -> !rule.targets().isEmpty())
                    .isPresent();
            if (told) {
                throw EventErrors.invalid("Rule can't be deleted since it has targets.");
            }
            return account.withEvents(
                    (events) -> events.withRules((rules) -> rules.without(arn(String.valueOf(request.name())))));
        });
        return DeleteRuleResponse.builder().build();
    }

    @Override
    public DescribeRuleResponse describeRule(DescribeRuleRequest request) {
        Rule rule = rule(request.eventBusName(), request.name()).rule();
        return DescribeRuleResponse.builder()
                .name(rule.name())
                .arn(rule.arn())
                .eventBusName(rule.eventBusName())
                .eventPattern(rule.eventPattern())
                .scheduleExpression(rule.scheduleExpression())
                .state(rule.state())
                .description(rule.description())
                .roleArn(rule.roleArn())
                .createdBy(here.accountId())
                .build();
    }

    @Override
    public ListRulesResponse listRules(ListRulesRequest request) {
        bus(request.eventBusName());
        String prefix = Optional.ofNullable(request.namePrefix()).orElse("");
        List<Rule> rules = own(here.account()).stream()
                .map(RuleState::rule)
                .filter((rule) -> rule.name().startsWith(prefix))
                .toList();
        Page<Rule> page = Page.of(rules, request.nextToken(), limit(request.limit()), EventErrors::badToken);
        return ListRulesResponse.builder().rules(page.items()).nextToken(page.next()).build();
    }

    final void change(@Nullable String bus, @Nullable String name, UnaryOperator<RuleState> change) {
        bus(bus);
        changeByArn(arn(String.valueOf(name)), name, change);
    }

    /** @param asked what the caller named, which AWS's message repeats */
    final void changeByArn(@Nullable String arn, @Nullable String asked, UnaryOperator<RuleState> change) {
        here.update((account) -> account.withEvents((events) -> events.withRules((rules) -> rules
                .changed(String.valueOf(arn), change, () -> EventErrors.noRule(asked)))));
    }

    final RuleState rule(@Nullable String bus, @Nullable String name) {
        bus(bus);
        return byArn(arn(String.valueOf(name)), name);
    }

    final RuleState byArn(@Nullable String arn, @Nullable String asked) {
        return here.account()
                .events()
                .rules()
                .find(String.valueOf(arn))
                .orElseThrow(() -> EventErrors.noRule(asked));
    }

    private List<RuleState> own(PracticeAccount account) {
        return account.events()
                .rules()
                .all()
                .stream()
                .filter((rule) -> rule.region().equals(here.region().id()))
                .toList();
    }

    /** There is no other bus than the default one, by its name or its ARN. */
    private void bus(@Nullable String given) {
        String name = Optional.ofNullable(given).orElse(DEFAULT_BUS);
        if (!name.equals(DEFAULT_BUS) && !name.equals(here.arn("events", "event-bus/" + DEFAULT_BUS))) {
            throw EventErrors.noBus(name);
        }
    }

    static int limit(@Nullable Integer asked) {
        int limit = Optional.ofNullable(asked).orElse(LARGEST_PAGE);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw EventErrors.invalid("1 validation error detected: Value '%d' at 'limit' failed to satisfy constraint"
                    .formatted(limit));
        }
        return limit;
    }

    final String arn(String name) {
        return here.arn("events", "rule/" + name);
    }
}
