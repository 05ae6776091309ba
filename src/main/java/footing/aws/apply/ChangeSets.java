package footing.aws.apply;

import footing.aws.AwsErrors;
import footing.aws.FromSdk;
import footing.aws.SignInNeededException;
import footing.aws.UnreachableException;
import footing.plan.Stack;
import footing.plan.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
import software.amazon.awssdk.services.cloudformation.model.ResourceTargetDefinition;
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
            List<Announced> changes) {

        boolean isReady() {
            return status == ChangeSetStatus.CREATE_COMPLETE;
        }

        boolean isEmpty() {
            return status == ChangeSetStatus.FAILED && EMPTY.stream().anyMatch(reason::contains);
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
     *
     * @return whether CloudFormation was asked to delete the stack
     */
    boolean discard(Made made, ChangeSetType type) {
        try {
            writes.deleteChangeSet(made.name(), made.id(), made.stackId());
            if (type == ChangeSetType.CREATE && isInReview(made.stackId())
                    && Leftovers.listed(cloudFormation, stack.stackName()).isEmpty()) {
                writes.deleteStack(made.stackId());
                return true;
            }
        } catch (SdkException | SignInNeededException | UnreachableException | LostAnswerException e) {
            // What is left does no harm and is cleared away by the next run; why it was thrown away matters more.
            LOG.warn("The change set of {} stays behind: {}", stack.stackName(), AwsErrors.message(e));
        }
        return false;
    }

    private boolean isInReview(String stackId) {
        return cloudFormation.describeStacks((request) -> request.stackName(stackId))
                .stacks()
                .stream()
                .anyMatch((there) -> there.stackStatus() == StackStatus.REVIEW_IN_PROGRESS);
    }

    private List<Announced> announced(CreateChangeSetResponse made, DescribeChangeSetResponse first) {
        List<Announced> all = new ArrayList<>(announced(first));
        for (Optional<String> next = Optional.ofNullable(first.nextToken()); next.isPresent();) {
            DescribeChangeSetResponse page = describe(made, next);
            all.addAll(announced(page));
            next = Optional.ofNullable(page.nextToken());
        }
        return all;
    }

    private static List<Announced> announced(DescribeChangeSetResponse page) {
        return page.changes()
                .stream()
                // A hook is announced too, and changes no resource.
                .flatMap((change) -> Stream.ofNullable(change.resourceChange()))
                .map(ChangeSets::announced)
                .toList();
    }

    private static Announced announced(ResourceChange change) {
        return new Announced(change.actionAsString(), change.logicalResourceId(), change.resourceType(),
                change.replacement() == Replacement.TRUE
                        || change.replacement() == Replacement.CONDITIONAL,
                // What is made or removed is told whole by the plan.
                change.action() == ChangeAction.MODIFY
                        ? change.details()
                                .stream()
                                .flatMap((detail) -> Stream.ofNullable(detail.target()))
                                .flatMap((target) -> values(target).stream())
                                .toList()
                        : List.of());
    }

    private static List<Words.Detail> values(ResourceTargetDefinition target) {
        String path = Optional.ofNullable(target.path())
                .map((pointer) -> pointer.replaceFirst("^/", "").replace('/', '.'))
                .orElseGet(target::attributeAsString);
        return Words.details(path, Optional.ofNullable(target.beforeValue()), Optional.ofNullable(target.afterValue()));
    }

    private DescribeChangeSetResponse describe(CreateChangeSetResponse made, Optional<String> next) {
        return cloudFormation.describeChangeSet((request) -> {
            request.changeSetName(made.id()).stackName(made.stackId()).includePropertyValues(true);
            next.ifPresent(request::nextToken);
        });
    }
}
