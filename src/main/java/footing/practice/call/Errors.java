package footing.practice.call;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Builds the SDK's own exceptions with what AWS would have answered. */
public final class Errors {

    private Errors() {
    }

    /**
     * @param builder of the exception that the SDK would throw
     * @param service as the SDK names it: {@code Iam}
     * @param code AWS's error code: {@code NoSuchEntity}
     */
    public static AwsServiceException error(AwsServiceException.Builder builder, String service, String code,
            int status, String message) {
        SdkHttpResponse answer = SdkHttpResponse.builder().statusCode(status).build();
        AwsErrorDetails details = AwsErrorDetails.builder()
                .serviceName(service)
                .errorCode(code)
                .errorMessage(message)
                .sdkHttpResponse(answer)
                .build();
        return builder.awsErrorDetails(details).statusCode(status).message(message).build();
    }

    /**
     * Of a service whose exceptions have their own names as their codes.
     *
     * @param builder of the exception that the SDK would throw
     * @param service as the SDK names it: {@code Config}
     */
    public static AwsServiceException named(AwsServiceException.Builder builder, String service, int status,
            String message) {
        return error(builder, service, builder.build().getClass().getSimpleName(), status, message);
    }
}
