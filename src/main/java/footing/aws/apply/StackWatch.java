package footing.aws.apply;

import footing.account.StackCondition;
import footing.aws.AwsErrors;
import footing.aws.FromSdk;
import footing.aws.Told;
import footing.aws.UnreachableException;
import footing.plan.Plan;
import footing.plan.Stack;
import footing.template.Templates;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;

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
    private final StackEvents told;

    StackWatch(CloudFormationClient cloudFormation, Stack stack, Waiting waiting, Consumer<ApplyEvent> events) {
        this.cloudFormation = cloudFormation;
        this.stack = stack;
        this.waiting = waiting;
        this.told = new StackEvents(cloudFormation, stack, events);
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

    /** What is in the stack otherwise than when the plan was made, as its template says. */
    Optional<String> altered(Plan plan) {
        String template = FromSdk.text(cloudFormation.getTemplate(
                (request) -> request.stackName(stack.stackName()).templateStage(TemplateStage.ORIGINAL))
                .templateBody());
        return Templates.altered(plan, stack, template).map(Told::of);
    }

    /**
     * The end of what was begun with this token.
     *
     * @throws Waiting.EndedException where it is not waited for to the end
     */
    Seen untilItRests(String stackId, String token) {
        told.begin();
        Waiting.Begun wait = waiting.begin(LONGEST);
        while (true) {
            // Events first: before the first one of ours the stack still shows the end of what was done to it before,
            // and a status that was looked at earlier than that event would be taken for the end of this.
            patiently(() -> told.tell(stackId, carries(token)));
            boolean begun = told.hasBegun();
            Seen seen = patiently(() -> look(stackId)).orElseGet(() -> gone(stackId));
            // Of what is deleted there may be no event to see.
            if (seen.isGone() || (begun && seen.rests())) {
                patiently(() -> told.tell(stackId, carries(token)));
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
        told.begin();
        patiently(() -> told.pass(stackId));
        Waiting.Begun wait = waiting.begin(LONGEST);
        while (true) {
            Seen seen = patiently(() -> look(stackId)).orElseGet(() -> gone(stackId));
            patiently(() -> told.tell(stackId, (event) -> true));
            if (seen.rests()) {
                return seen;
            }
            wait.on(seen::status);
        }
    }

    /**
     * The end of a stack that is being deleted and never held anything, of which no event needs to be told.
     *
     * @throws Waiting.EndedException as {@link #untilItRests}
     */
    void untilGone(String stackId) {
        Waiting.Begun wait = waiting.begin(ChangeSets.LONGEST);
        while (true) {
            Seen seen = patiently(() -> look(stackId)).orElseGet(() -> gone(stackId));
            if (seen.isGone()) {
                return;
            }
            wait.on(seen::status);
        }
    }

    /** The first thing that failed, and not because something else had. */
    Optional<StackEvent> firstCause() {
        return told.firstCause();
    }

    private static Predicate<StackEvent> carries(String token) {
        return (event) -> token.equals(event.clientRequestToken());
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
                wait.unseen(AwsErrors.message(e));
            }
        }
    }

    private static Seen gone(String stackId) {
        return new Seen(stackId, GONE, "", false);
    }
}
