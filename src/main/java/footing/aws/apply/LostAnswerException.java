package footing.aws.apply;

import footing.aws.AwsErrors;

/** A write was sent and its answer was lost: it may or may not have been done. */
final class LostAnswerException extends RuntimeException {

    private LostAnswerException(RuntimeException cause) {
        super(AwsErrors.message(cause), cause);
    }

    /** What a failed write is to be thrown on as. */
    static RuntimeException orItself(RuntimeException error) {
        return AwsErrors.isAnswerLost(error) ? new LostAnswerException(error) : error;
    }
}
