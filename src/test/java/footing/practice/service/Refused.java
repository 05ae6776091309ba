package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Says in one line how AWS refuses a call. */
final class Refused {

    private Refused() {
    }

    /** The call is refused with this exception of the SDK, AWS's code and its HTTP status. */
    static void with(Class<? extends AwsServiceException> type, String code, int status, ThrowingCallable call) {
        assertThatExceptionOfType(type).isThrownBy(call)
                .matches((refusal) -> refusal.awsErrorDetails().errorCode().equals(code), "code " + code)
                .matches((refusal) -> refusal.statusCode() == status, "status " + status)
                .matches((refusal) -> refusal.requestId() != null, "has a request id");
    }
}
