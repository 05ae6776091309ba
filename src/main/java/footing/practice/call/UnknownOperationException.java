package footing.practice.call;

import software.amazon.awssdk.core.exception.SdkClientException;

/** The practice account was asked for an operation that it does not have. AWS has it. */
public final class UnknownOperationException extends SdkClientException {

    public UnknownOperationException(String service, String operation, Throwable cause) {
        super(SdkClientException.builder()
                .message("The practice account does not know %s:%s".formatted(service, operation))
                .cause(cause));
    }
}
