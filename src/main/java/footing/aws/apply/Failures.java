package footing.aws.apply;

import footing.aws.AwsErrors;
import footing.aws.FromSdk;
import footing.aws.Told;
import footing.aws.apply.ApplyEvent.Cause;
import footing.aws.apply.ApplyEvent.Failure;
import footing.plan.Change;
import footing.plan.Settings;
import footing.plan.Stack;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** What went wrong, told in the words of the plan. */
final class Failures {

    static final String SETTING = "setting";
    static final String STACK = "AWS::CloudFormation::Stack";

    private Failures() {
    }

    static Failure of(Change.DirectSetting<?> setting, Cause cause, String message) {
        return new Failure(cause, Settings.key(setting.setting()), SETTING, message, false);
    }

    static Failure of(Stack stack, Cause cause, String message) {
        return new Failure(cause, stack.label(), STACK, message, false, Optional.of(stack));
    }

    /** Of what ended otherwise than it should. */
    static Failure of(Stack stack, StackWatch.Seen end, Optional<StackEvent> firstCause) {
        return firstCause
                .map((event) -> new Failure(Cause.AWS, FromSdk.text(event.logicalResourceId()),
                        FromSdk.text(event.resourceType()), Told.of(FromSdk.text(event.resourceStatusReason())),
                        end.isRolledBack(), Optional.of(stack)))
                .orElseGet(() -> new Failure(Cause.AWS, stack.label(), STACK,
                        Told.of((end.status() + " " + end.reason()).strip()), end.isRolledBack(),
                        Optional.of(stack)));
    }

    static Cause cause(Throwable error) {
        if (error instanceof LostAnswerException) {
            return Cause.UNKNOWN_OUTCOME;
        }
        if (error instanceof JournalException) {
            return Cause.JOURNAL;
        }
        if (AwsErrors.signInNeeded(error).isPresent()) {
            return Cause.CREDENTIALS;
        }
        return AwsErrors.isRefusal(error) ? Cause.DENIED : Cause.AWS;
    }

    /** Why nothing that follows could be done either; empty where it may. */
    static Optional<Cause> ofTheRest(Cause cause) {
        return switch (cause) {
            case CREDENTIALS -> Optional.of(Cause.SIGNED_OUT);
            case JOURNAL -> Optional.of(Cause.UNWRITTEN);
            case AWS, DENIED, UNKNOWN_OUTCOME, CHANGED_SINCE_REVIEW, STACK_STATE, FOREIGN_CHANGE_SET, STOPPED_WATCHING, TOO_LONG, LOST_SIGHT, UNPROTECTED, SKIPPED, CANCELLED, OTHER_RUN, SIGNED_OUT, UNWRITTEN, PROGRAM ->
                Optional.empty();
        };
    }
}
