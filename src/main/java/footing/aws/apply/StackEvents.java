package footing.aws.apply;

import footing.aws.FromSdk;
import footing.aws.Told;
import footing.plan.Stack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** The events of a stack, each told once and oldest first. */
final class StackEvents {

    private final CloudFormationClient cloudFormation;
    private final Stack stack;
    private final Consumer<ApplyEvent> events;
    private final Set<String> told = new HashSet<>();
    /** The events of what is being watched, oldest first. */
    private final List<StackEvent> history = new ArrayList<>();

    StackEvents(CloudFormationClient cloudFormation, Stack stack, Consumer<ApplyEvent> events) {
        this.cloudFormation = cloudFormation;
        this.stack = stack;
        this.events = events;
    }

    /** Something else is watched from now on. */
    void begin() {
        history.clear();
    }

    /** Whether anything has been told of what is being watched. */
    boolean hasBegun() {
        return !history.isEmpty();
    }

    /** Tells nobody of what has happened until now. */
    boolean pass(String stackId) {
        fresh(stackId, (event) -> {
            told.add(event.eventId());
            return false;
        });
        return true;
    }

    boolean tell(String stackId, Predicate<StackEvent> wanted) {
        for (StackEvent event : fresh(stackId, wanted).reversed()) {
            told.add(event.eventId());
            history.add(event);
            events.accept(new ApplyEvent.ResourceEvent(stack, FromSdk.text(event.logicalResourceId()),
                    FromSdk.text(event.resourceType()), event.resourceStatusAsString(),
                    Told.of(FromSdk.text(event.resourceStatusReason())), event.timestamp()));
        }
        return true;
    }

    /** Newest first. Nothing is told before all are there: a page that fails is asked for again, and those before it. */
    private List<StackEvent> fresh(String stackId, Predicate<StackEvent> wanted) {
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
        return fresh;
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
}
