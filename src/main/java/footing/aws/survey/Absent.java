package footing.aws.survey;

import footing.aws.AwsErrors;

/**
 * An error that is a fact: what was asked for is not there.
 *
 * @param code AWS's error code
 * @param saying what the message must contain, where the code alone does not tell
 */
record Absent(String code, String saying) {

    static Absent on(String code) {
        return new Absent(code, "");
    }

    static Absent on(String code, String saying) {
        return new Absent(code, saying);
    }

    boolean is(Throwable error) {
        return AwsErrors.code(error).filter(code::equals).isPresent() && AwsErrors.message(error).contains(saying);
    }
}
