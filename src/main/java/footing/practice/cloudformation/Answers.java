package footing.practice.cloudformation;

import footing.practice.ChangeSet;
import footing.practice.ChangeSet.Detail;
import footing.practice.StackState;
import footing.practice.StackState.Event;
import footing.practice.StackState.Resource;
import footing.practice.service.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackSummary;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** What the account keeps of stacks, in the SDK's shapes. */
final class Answers {

    private Answers() {
    }

    static Stack stack(StackState stack) {
        Stack.Builder builder = Stack.builder()
                .stackId(stack.stackId())
                .stackName(stack.name())
                .stackStatus(stack.status().code())
                .creationTime(stack.times().created())
                .enableTerminationProtection(stack.terminationProtection())
                .disableRollback(false)
                .capabilitiesWithStrings(stack.deployed().capabilities())
                .parameters(parameters(stack.deployed().parameters()))
                .tags(tags(stack.deployed().tags()))
                .outputs(outputs(stack.outputs()))
                .notificationARNs(List.of())
                .rollbackConfiguration((none) -> none.rollbackTriggers(List.of()))
                .driftInformation((drift) -> drift.stackDriftStatus("NOT_CHECKED"));
        description(stack).ifPresent(builder::description);
        Optional.of(stack.deployed().changeSetId()).filter((id) -> !id.isEmpty()).ifPresent(builder::changeSetId);
        stack.status().reason().ifPresent(builder::stackStatusReason);
        stack.times().updated().ifPresent(builder::lastUpdatedTime);
        stack.times().deleted().ifPresent(builder::deletionTime);
        return builder.build();
    }

    static StackSummary summary(StackState stack) {
        StackSummary.Builder builder = StackSummary.builder()
                .stackId(stack.stackId())
                .stackName(stack.name())
                .stackStatus(stack.status().code())
                .creationTime(stack.times().created())
                .driftInformation((drift) -> drift.stackDriftStatus("NOT_CHECKED"));
        description(stack).ifPresent(builder::templateDescription);
        stack.status().reason().ifPresent(builder::stackStatusReason);
        stack.times().updated().ifPresent(builder::lastUpdatedTime);
        stack.times().deleted().ifPresent(builder::deletionTime);
        return builder.build();
    }

    private static Optional<String> description(StackState stack) {
        return Optional.of(stack.deployed().template())
                .filter((text) -> !text.isEmpty())
                .map((text) -> Template.read(text).description())
                .filter((text) -> !text.isEmpty());
    }

    static StackEvent event(StackState stack, Event event) {
        StackEvent.Builder builder = StackEvent.builder()
                .stackId(stack.stackId())
                .stackName(stack.name())
                .eventId(event.id())
                .logicalResourceId(event.logicalId())
                .physicalResourceId(event.physicalId())
                .resourceType(event.type())
                .timestamp(event.at())
                .resourceStatus(event.status().code());
        event.status().reason().ifPresent(builder::resourceStatusReason);
        event.token().ifPresent(builder::clientRequestToken);
        if (!event.properties().isEmpty()) {
            builder.resourceProperties(event.properties());
        }
        return builder.build();
    }

    static StackResource resource(StackState stack, Resource resource) {
        StackResource.Builder builder = StackResource.builder()
                .stackId(stack.stackId())
                .stackName(stack.name())
                .logicalResourceId(resource.logicalId())
                .resourceType(resource.type())
                .timestamp(resource.at())
                .resourceStatus(resource.status().code())
                .driftInformation((drift) -> drift.stackResourceDriftStatus("NOT_CHECKED"));
        physicalId(resource).ifPresent(builder::physicalResourceId);
        resource.status().reason().ifPresent(builder::resourceStatusReason);
        return builder.build();
    }

    static StackResourceSummary summary(Resource resource) {
        StackResourceSummary.Builder builder = StackResourceSummary.builder()
                .logicalResourceId(resource.logicalId())
                .resourceType(resource.type())
                .lastUpdatedTimestamp(resource.at())
                .resourceStatus(resource.status().code())
                .driftInformation((drift) -> drift.stackResourceDriftStatus("NOT_CHECKED"));
        physicalId(resource).ifPresent(builder::physicalResourceId);
        resource.status().reason().ifPresent(builder::resourceStatusReason);
        return builder.build();
    }

    private static Optional<String> physicalId(Resource resource) {
        return Optional.of(resource.physicalId()).filter((id) -> !id.isEmpty());
    }

    /** @param values whether to tell what the properties were and will be */
    static DescribeChangeSetResponse changeSet(StackState stack, ChangeSet changeSet, boolean values) {
        DescribeChangeSetResponse.Builder builder = DescribeChangeSetResponse.builder()
                .changeSetId(changeSet.id())
                .changeSetName(changeSet.name())
                .stackId(stack.stackId())
                .stackName(stack.name())
                .description(changeSet.description())
                .creationTime(changeSet.at())
                .status(changeSet.status().code())
                .executionStatus(changeSet.execution())
                .onStackFailure(changeSet.onStackFailure())
                .capabilitiesWithStrings(changeSet.target().capabilities())
                .parameters(parameters(changeSet.target().parameters()))
                .tags(tags(changeSet.target().tags()))
                .changes(changeSet.changes().stream().map((change) -> change(change, values)).toList());
        changeSet.status().reason().ifPresent(builder::statusReason);
        return builder.build();
    }

    static ChangeSetSummary summary(StackState stack, ChangeSet changeSet) {
        ChangeSetSummary.Builder builder = ChangeSetSummary.builder()
                .changeSetId(changeSet.id())
                .changeSetName(changeSet.name())
                .stackId(stack.stackId())
                .stackName(stack.name())
                .description(changeSet.description())
                .creationTime(changeSet.at())
                .status(changeSet.status().code())
                .executionStatus(changeSet.execution());
        changeSet.status().reason().ifPresent(builder::statusReason);
        return builder.build();
    }

    private static Change change(ChangeSet.Change change, boolean values) {
        ResourceChange.Builder builder = ResourceChange.builder()
                .action(change.action())
                .logicalResourceId(change.logicalId())
                .resourceType(change.type())
                .scopeWithStrings(change.details().stream().map(Detail::scope).distinct().toList())
                .details(change.details().stream().map((detail) -> detail(detail, values)).toList());
        given(change.physicalId()).ifPresent(builder::physicalResourceId);
        given(change.replacement()).ifPresent(builder::replacement);
        given(change.policyAction()).ifPresent(builder::policyAction);
        if (values) {
            given(change.before()).ifPresent(builder::beforeContext);
            given(change.after()).ifPresent(builder::afterContext);
        }
        return Change.builder().type("Resource").resourceChange(builder.build()).build();
    }

    private static ResourceChangeDetail detail(Detail detail, boolean values) {
        return ResourceChangeDetail.builder()
                .evaluation(detail.dynamic() ? "Dynamic" : "Static")
                .changeSource(detail.dynamic() ? "ResourceReference" : "DirectModification")
                .target((target) -> {
                    target.attribute(detail.scope()).requiresRecreation(detail.recreation());
                    given(detail.property()).ifPresent((name) -> target.name(name).path("/Properties/" + name));
                    target.attributeChangeType(detail.before().isEmpty()
                            ? "Add"
                            : detail.after().isEmpty() ? "Remove" : "Modify");
                    if (values) {
                        given(detail.before()).ifPresent(target::beforeValue);
                        given(detail.after()).ifPresent(target::afterValue);
                    }
                })
                .build();
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter((some) -> !some.isEmpty());
    }

    private static List<Parameter> parameters(SortedMap<String, String> values) {
        return Tags.list(values,
                (key, value) -> Parameter.builder().parameterKey(key).parameterValue(value).build());
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return Tags.list(tags, (key, value) -> Tag.builder().key(key).value(value).build());
    }

    private static List<Output> outputs(Map<String, String> outputs) {
        return Tags.list(outputs, (key, value) -> Output.builder().outputKey(key).outputValue(value).build());
    }
}
