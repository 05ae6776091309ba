package footing.aws.apply;

import footing.aws.AwsErrors;
import footing.aws.FromSdk;
import footing.plan.Change.StackResource;
import footing.plan.PlannedChange;
import footing.plan.Stack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Makes change sets and throws away those that are not executed. */
final class ChangeSets {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeSets.class);
    private static final List<String> EMPTY = List.of("didn't contain changes", "No updates are to be performed");

    private final CloudFormationClient cloudFormation;
    private final Stack stack;
    private final Pause pause;

    ChangeSets(CloudFormationClient cloudFormation, Stack stack, Pause pause) {
        this.cloudFormation = cloudFormation;
        this.stack = stack;
        this.pause = pause;
    }

    /** A change set whose making has ended. */
    record Made(String id, String stackId, ChangeSetStatus status, String reason,
            List<ApplyEvent.Announced> changes) {

        boolean isReady() {
            return status == ChangeSetStatus.CREATE_COMPLETE;
        }

        boolean isEmpty() {
            return status == ChangeSetStatus.FAILED && EMPTY.stream().anyMatch(reason::contains);
        }

        /**
         * What CloudFormation would make or take away that nobody reviewed: then the stack is not what it was. That
         * it would alter more is no surprise, since what names an altered resource may be altered with it.
         */
        Optional<String> surprise(List<PlannedChange> planned) {
            Set<String> made = new HashSet<>();
            Set<String> removed = new HashSet<>();
            for (PlannedChange change : planned) {
                if (change.change() instanceof StackResource resource) {
                    switch (change.kind()) {
                        case CREATE -> made.add(resource.logicalId());
                        case REMOVE -> removed.add(resource.logicalId());
                        case UPDATE, REPLACE -> {
                        }
                    }
                }
            }
            return changes.stream()
                    .filter((change) -> switch (ChangeAction.fromValue(change.action())) {
                        case ADD -> !made.contains(change.logicalId());
                        case REMOVE -> !removed.contains(change.logicalId());
                        case MODIFY, IMPORT, DYNAMIC, SYNC_WITH_ACTUAL, UNKNOWN_TO_SDK_VERSION -> false;
                    })
                    .map((change) -> change.action() + " " + change.logicalId())
                    .findFirst();
        }
    }

    Made make(ChangeSetType type, String token, String template) {
        CreateChangeSetResponse made = cloudFormation.createChangeSet((request) -> request
                .stackName(stack.stackName())
                .changeSetName("footing-" + token)
                .changeSetType(type)
                .clientToken(token)
                .templateBody(template)
                .capabilities(Capability.CAPABILITY_NAMED_IAM)
                // One tag that never changes: a version here would alter every resource with each upgrade.
                .tags(Tag.builder().key("footing:stack").value(stack.stackName()).build()));
        while (true) {
            DescribeChangeSetResponse now = describe(made, Optional.empty());
            ChangeSetStatus status = now.status();
            if (status != ChangeSetStatus.CREATE_PENDING && status != ChangeSetStatus.CREATE_IN_PROGRESS) {
                return new Made(made.id(), made.stackId(), status, FromSdk.text(now.statusReason()),
                        announced(made, now));
            }
            pause.take();
        }
    }

    /** Throws away a change set, and with it the stack that it alone brought into being. */
    void discard(Made made, ChangeSetType type) {
        try {
            cloudFormation.deleteChangeSet(
                    (request) -> request.changeSetName(made.id()).stackName(made.stackId()));
            if (type == ChangeSetType.CREATE) {
                cloudFormation.deleteStack((request) -> request.stackName(made.stackId()));
            }
        } catch (SdkException e) {
            // What is left does no harm and is cleared away by the next run; why it was thrown away matters more.
            LOG.warn("The change set of {} stays behind: {}", stack.stackName(), AwsErrors.message(e));
        }
    }

    private List<ApplyEvent.Announced> announced(CreateChangeSetResponse made, DescribeChangeSetResponse first) {
        List<ApplyEvent.Announced> all = new ArrayList<>(announced(first));
        for (Optional<String> next = Optional.ofNullable(first.nextToken()); next.isPresent();) {
            DescribeChangeSetResponse page = describe(made, next);
            all.addAll(announced(page));
            next = Optional.ofNullable(page.nextToken());
        }
        return all;
    }

    private static List<ApplyEvent.Announced> announced(DescribeChangeSetResponse page) {
        return page.changes()
                .stream()
                .map(Change::resourceChange)
                .map(ChangeSets::announced)
                .toList();
    }

    private static ApplyEvent.Announced announced(ResourceChange change) {
        return new ApplyEvent.Announced(change.actionAsString(), change.logicalResourceId(), change.resourceType(),
                change.replacement() == Replacement.TRUE);
    }

    private DescribeChangeSetResponse describe(CreateChangeSetResponse made, Optional<String> next) {
        return cloudFormation.describeChangeSet((request) -> {
            request.changeSetName(made.id()).stackName(made.stackId());
            next.ifPresent(request::nextToken);
        });
    }
}
