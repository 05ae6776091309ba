package footing.practice.service;

import footing.practice.EventsState.RuleState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.TagResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.TagResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.eventbridge.model.UntagResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.UntagResourceResponse;

/** EventBridge: whom the rules of a Region's default event bus tell. No event ever comes along. */
public final class PracticeEventBridge extends EventRules {

    private static final int MOST_TARGETS = 5;

    public PracticeEventBridge(Here here) {
        super(here);
    }

    /** All or none. */
    @Override
    public PutTargetsResponse putTargets(PutTargetsRequest request) {
        request.targets().forEach((target) -> EventErrors.target(here, arn(String.valueOf(request.rule())), target));
        change(request.eventBusName(), request.rule(), (old) -> {
            List<Target> targets = new ArrayList<>(old.targets());
            for (Target target : request.targets()) {
                targets.removeIf((there) -> there.id().equals(target.id()));
                targets.add(target);
            }
            if (targets.size() > MOST_TARGETS) {
                throw EventErrors.tooMany("targets of a rule");
            }
            return old.withTargets(targets);
        });
        return PutTargetsResponse.builder().failedEntryCount(0).failedEntries(List.of()).build();
    }

    @Override
    public RemoveTargetsResponse removeTargets(RemoveTargetsRequest request) {
        change(request.eventBusName(), request.rule(), (old) -> old.withTargets(
                old.targets().stream().filter((target) -> !request.ids().contains(target.id())).toList()));
        return RemoveTargetsResponse.builder().failedEntryCount(0).failedEntries(List.of()).build();
    }

    @Override
    public ListTargetsByRuleResponse listTargetsByRule(ListTargetsByRuleRequest request) {
        RuleState rule = rule(request.eventBusName(), request.rule());
        Page<Target> page = Page.of(rule.targets(), request.nextToken(), limit(request.limit()),
                EventErrors::badToken);
        return ListTargetsByRuleResponse.builder().targets(page.items()).nextToken(page.next()).build();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        tags(request.resourceARN(), (old) -> Tags.with(old, Tags.of(request.tags(), Tag::key, Tag::value)));
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        tags(request.resourceARN(), (old) -> Tags.without(old, request.tagKeys()));
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        return ListTagsForResourceResponse.builder()
                .tags(Tags.list(byArn(request.resourceARN(), request.resourceARN()).tags(),
                        (key, value) -> Tag.builder().key(key).value(value).build()))
                .build();
    }

    private void tags(@Nullable String arn, UnaryOperator<SortedMap<String, String>> change) {
        changeByArn(arn, arn, (old) -> old.withTags(change.apply(old.tags())));
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
