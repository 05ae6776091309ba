package footing.aws.apply;

import footing.account.StackCondition;
import footing.aws.AwsErrors;
import footing.aws.FromSdk;
import footing.aws.Told;
import footing.aws.UnreachableException;
import footing.plan.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** Looks at a stack while CloudFormation works on it, and tells what it does, each event once and oldest first. */
final class StackWatch {

    static final String GONE = "DELETE_COMPLETE";
    /** Far longer than any of Footing's stacks takes, the waits of CloudFormation for slow services included. */
    static final Duration LONGEST = Duration.ofHours(2);

    private static final Logger LOG = LoggerFactory.getLogger(StackWatch.class);
    /** So many looks in a row may fail before the watch is given up: the stack goes on by itself. */
    private static final int PATIENCE = 10;

    private final CloudFormationClient cloudFormation;
    private final Stack stack;
    private final Waiting waiting;
    private final Consumer<ApplyEvent> events;
    private final Set<String> told = new HashSet<>();
    /** The events of what is being watched, oldest first. */
    private final List<StackEvent> history = new ArrayList<>();

    StackWatch(CloudFormationClient cloudFormation, Stack stack, Waiting waiting, Consumer<ApplyEvent> events) {
        this.cloudFormation = cloudFormation;
        this.stack = stack;
        this.waiting = waiting;
        this.events = events;
    }

    /** A stack at one moment. */
    record Seen(String stackId, String status, String reason, boolean isProtected) {

        StackCondition condition() {
            return StackCondition.of(status);
        }

        boolean rests() {
            return condition() != StackCondition.BUSY && condition() != StackCondition.IN_REVIEW;
        }

        boolean isGone() {
            return condition() == StackCondition.GONE;
        }

        boolean isDone() {
            return status.equals("CREATE_COMPLETE") || status.equals("UPDATE_COMPLETE");
        }

        boolean isRolledBack() {
            return status.equals("ROLLBACK_COMPLETE") || status.equals("UPDATE_ROLLBACK_COMPLETE");
        }
    }

    /** @param name the stack's name, or its id, by which it is seen after its end too */
    Optional<Seen> look(String name) {
        try {
            return cloudFormation.describeStacks((request) -> request.stackName(name))
                    .stacks()
                    .stream()
                    .findFirst()
                    .map((there) -> new Seen(there.stackId(), there.stackStatusAsString(),
                            FromSdk.text(there.stackStatusReason()),
                            FromSdk.flag(there.enableTerminationProtection())));
        } catch (SdkException e) {
            if (AwsErrors.code(e).filter("ValidationError"::equals).isPresent()
                    && AwsErrors.message(e).contains("does not exist")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * The end of what was begun with this token.
     *
     * @throws Waiting.EndedException where it is not waited for to the end
     */
    Seen untilItRests(String stackId, String token) {
        history.clear();
        Waiting.Begun wait = waiting.begin(LONGEST);
        while (true) {
            // Events first: before the first one of ours the stack still shows the end of what was done to it before,
            // and a status that was looked at earlier than that event would be taken for the end of this.
            patiently(() -> tell(stackId, carries(token)));
            boolean begun = !history.isEmpty();
            Seen seen = patiently(() -> look(stackId)).orElseGet(() -> gone(stackId));
            // Of what is deleted there may be no event to see.
            if (seen.isGone() || (begun && seen.rests())) {
                patiently(() -> tell(stackId, carries(token)));
                return seen;
            }
            wait.on(seen::status);
        }
    }

    /**
     * The end of what somebody else began, or an earlier run; only what happens to it from now on is told.
     *
     * @throws Waiting.EndedException as {@link #untilItRests}
     */
    Seen untilOthersAreDone(String stackId) {
        history.clear();
        patiently(() -> tell(stackId, (event) -> {
            told.add(event.eventId());
            return false;
        }));
        Waiting.Begun wait = waiting.begin(LONGEST);
        while (true) {
            Seen seen = patiently(() -> look(stackId)).orElseGet(() -> gone(stackId));
            patiently(() -> tell(stackId, (event) -> true));
            if (seen.rests()) {
                return seen;
            }
            wait.on(seen::status);
        }
    }

    /** The first thing that failed, and not because something else had. */
    Optional<StackEvent> firstCause() {
        return history.stream()
                .filter((event) -> event.resourceStatusAsString().endsWith("_FAILED"))
                .filter((event) -> !Failures.STACK.equals(event.resourceType()))
                .filter((event) -> !FromSdk.text(event.resourceStatusReason())
                        .toLowerCase(Locale.ROOT)
                        .contains("cancelled"))
                .findFirst();
    }

    private static Predicate<StackEvent> carries(String token) {
        return (event) -> token.equals(event.clientRequestToken());
    }

    private boolean tell(String stackId, Predicate<StackEvent> wanted) {
        List<StackEvent> fresh = new ArrayList<>();
        Optional<String> next = Optional.empty();
        boolean more = true;
        while (more) {
            Optional<String> from = next;
            DescribeStackEventsResponse page = cloudFormation.describeStackEvents((request) -> {
                request.stackName(stackId);
                from.ifPresent(request::nextToken);
            });
            for (StackEvent event : page.stackEvents()) {
                if (!told.contains(event.eventId()) && wanted.test(event)) {
                    fresh.add(event);
                }
            }
            next = Optional.ofNullable(page.nextToken());
            // Newest first: once a page ends with what is told already, or is not ours, nothing new can follow.
            more = next.isPresent() && !page.stackEvents().isEmpty() && fresh.contains(page.stackEvents().getLast());
        }
        // Only now: a page that fails is asked for again, and the ones before it with it.
        for (StackEvent event : fresh.reversed()) {
            told.add(event.eventId());
            history.add(event);
            events.accept(new ApplyEvent.ResourceEvent(stack, FromSdk.text(event.logicalResourceId()),
                    FromSdk.text(event.resourceType()), event.resourceStatusAsString(),
                    Told.of(FromSdk.text(event.resourceStatusReason())), event.timestamp()));
        }
        return true;
    }

    private <R> R patiently(Supplier<R> look) {
        Waiting.Begun wait = waiting.begin(LONGEST);
        for (int failed = 1;; failed++) {
            try {
                return look.get();
            } catch (SdkException | UnreachableException e) {
                if (failed >= PATIENCE || AwsErrors.signInNeeded(e).isPresent() || AwsErrors.isRefusal(e)) {
                    throw e;
                }
                LOG.debug("looking at {} again after: {}", stack.stackName(), AwsErrors.message(e));
                wait.on(() -> AwsErrors.message(e));
            }
        }
    }

    private static Seen gone(String stackId) {
        return new Seen(stackId, GONE, "", false);
    }
}
