package footing.aws.apply;

import footing.aws.AwsErrors;
import footing.aws.FromSdk;
import footing.aws.SignInNeededException;
import footing.aws.UnreachableException;
import footing.plan.Change.StackResource;
import footing.plan.PlannedChange;
import footing.plan.Ripples;
import footing.plan.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Makes change sets and throws away those that are not executed. */
final class ChangeSets {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeSets.class);
    /** What the names of Footing's own change sets begin with; a random id follows. */
    private static final String OURS = "footing-";
    private static final Pattern NAME = Pattern.compile(OURS + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** Far longer than CloudFormation takes to compare two templates. */
    static final Duration LONGEST = Duration.ofMinutes(15);
    private static final List<String> EMPTY = List.of("didn't contain changes", "No updates are to be performed");

    private final CloudFormationClient cloudFormation;
    private final Stack stack;
    private final Waiting waiting;
    private final StackWrites writes;

    ChangeSets(CloudFormationClient cloudFormation, Stack stack, Waiting waiting, StackWrites writes) {
        this.cloudFormation = cloudFormation;
        this.stack = stack;
        this.waiting = waiting;
        this.writes = writes;
    }

    /** @param token a random id */
    static String name(String token) {
        return OURS + token;
    }

    static boolean isOurs(String name) {
        return NAME.matcher(name).matches();
    }

    /** A change set whose making has ended. */
    record Made(String name, String id, String stackId, ChangeSetStatus status, String reason,
            List<ApplyEvent.Announced> changes) {

        boolean isReady() {
            return status == ChangeSetStatus.CREATE_COMPLETE;
        }

        boolean isEmpty() {
            return status == ChangeSetStatus.FAILED && EMPTY.stream().anyMatch(reason::contains);
        }

        /**
         * What CloudFormation would do that nobody reviewed: then the stack is not what it was. What names something
         * that is altered may be altered with it, and what is replaced takes with it what is tied to it for life.
         */
        Optional<String> surprise(List<PlannedChange> planned, Ripples ripples) {
            Set<String> made = of(planned, PlannedChange.Kind.CREATE);
            Set<String> removed = of(planned, PlannedChange.Kind.REMOVE);
            return changes.stream()
                    .filter((change) -> switch (ChangeAction.fromValue(change.action())) {
                        case ADD -> !made.contains(change.logicalId());
                        case REMOVE -> !removed.contains(change.logicalId());
                        case MODIFY -> !ripples.altered().contains(change.logicalId())
                                || (change.replacement() && !ripples.replaced().contains(change.logicalId()));
                        case IMPORT, DYNAMIC, SYNC_WITH_ACTUAL, UNKNOWN_TO_SDK_VERSION -> true;
                    })
                    .map((change) -> (change.replacement() ? "Replace" : change.action()) + " " + change.logicalId())
                    .findFirst();
        }

        private static Set<String> of(List<PlannedChange> planned, PlannedChange.Kind kind) {
            return planned.stream()
                    .filter((change) -> change.kind() == kind)
                    .map(PlannedChange::change)
                    .filter(StackResource.class::isInstance)
                    .map((change) -> ((StackResource) change).logicalId())
                    .collect(Collectors.toSet());
        }
    }

    Made make(ChangeSetType type, String token, String template) {
        String name = name(token);
        CreateChangeSetResponse made = writes.createChangeSet(type, token, template);
        Waiting.Begun wait = waiting.begin(LONGEST);
        while (true) {
            DescribeChangeSetResponse now = describe(made, Optional.empty());
            ChangeSetStatus status = now.status();
            if (status != ChangeSetStatus.CREATE_PENDING && status != ChangeSetStatus.CREATE_IN_PROGRESS) {
                return new Made(name, made.id(), made.stackId(), status, FromSdk.text(now.statusReason()),
                        announced(made, now));
            }
            try {
                wait.on(now::statusAsString);
            } catch (Waiting.EndedException e) {
                discard(new Made(name, made.id(), made.stackId(), status, "", List.of()), type);
                throw e.why() == ApplyEvent.Cause.STOPPED_WATCHING
                        ? new Waiting.EndedException(ApplyEvent.Cause.CANCELLED, "")
                        : e;
            }
        }
    }

    /**
     * Throws away a change set, and with it the stack that it alone brought into being: one that somebody else's change
     * set brought to life meanwhile, or may yet, stays.
     */
    void discard(Made made, ChangeSetType type) {
        try {
            writes.deleteChangeSet(made.name(), made.id(), made.stackId());
            if (type == ChangeSetType.CREATE && isInReview(made.stackId())
                    && Leftovers.listed(cloudFormation, stack.stackName()).isEmpty()) {
                writes.deleteStack(made.stackId());
            }
        } catch (SdkException | SignInNeededException | UnreachableException | LostAnswerException e) {
            // What is left does no harm and is cleared away by the next run; why it was thrown away matters more.
            LOG.warn("The change set of {} stays behind: {}", stack.stackName(), AwsErrors.message(e));
        }
    }

    private boolean isInReview(String stackId) {
        return cloudFormation.describeStacks((request) -> request.stackName(stackId))
                .stacks()
                .stream()
                .anyMatch((there) -> there.stackStatus() == StackStatus.REVIEW_IN_PROGRESS);
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
                // A hook is announced too, and changes no resource.
                .flatMap((change) -> Stream.ofNullable(change.resourceChange()))
                .map(ChangeSets::announced)
                .toList();
    }

    private static ApplyEvent.Announced announced(ResourceChange change) {
        return new ApplyEvent.Announced(change.actionAsString(), change.logicalResourceId(), change.resourceType(),
                change.replacement() == Replacement.TRUE
                        || change.replacement() == Replacement.CONDITIONAL);
    }

    private DescribeChangeSetResponse describe(CreateChangeSetResponse made, Optional<String> next) {
        return cloudFormation.describeChangeSet((request) -> {
            request.changeSetName(made.id()).stackName(made.stackId());
            next.ifPresent(request::nextToken);
        });
    }
}
