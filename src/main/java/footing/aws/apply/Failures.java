package footing.aws.apply;

import footing.aws.AwsErrors;
import footing.aws.apply.ApplyEvent.Cause;
import footing.aws.apply.ApplyEvent.Failure;
import footing.plan.Change;
import footing.plan.Settings;
import footing.plan.Stack;

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
        return new Failure(cause, stack.label(), STACK, message, false);
    }

    static Cause cause(Throwable error) {
        if (error instanceof JournalException) {
            return Cause.JOURNAL;
        }
        if (AwsErrors.signInNeeded(error).isPresent()) {
            return Cause.CREDENTIALS;
        }
        return AwsErrors.isRefusal(error) ? Cause.DENIED : Cause.AWS;
    }

    /** Whether nothing that follows could be done either. */
    static boolean endsAll(Cause cause) {
        return switch (cause) {
            case CREDENTIALS, JOURNAL -> true;
            case AWS, DENIED, CHANGED_SINCE_REVIEW, STACK_STATE, SKIPPED, CANCELLED -> false;
        };
    }
}
