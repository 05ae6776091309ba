package footing.aws;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * A log line for each call to AWS, at {@code debug}: service, operation, Region, HTTP status, time, attempts and
 * request id. Neither what was asked nor what was answered, which are nobody's business.
 */
final class CallLines implements ExecutionInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger("footing.aws.call");
    private static final ExecutionAttribute<Long> BEGAN = new ExecutionAttribute<>("footing-began");
    private static final ExecutionAttribute<Integer> ATTEMPTS = new ExecutionAttribute<>("footing-attempts");
    private static final String NO_ID = "-";

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(BEGAN, System.nanoTime()).putAttribute(ATTEMPTS, 0);
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        attributes.putAttribute(ATTEMPTS, attributes.getOptionalAttribute(ATTEMPTS).orElse(0) + 1);
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        SdkHttpResponse http = context.httpResponse();
        line(attributes, Integer.toString(http.statusCode()), requestId(http));
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        Throwable failure = context.exception();
        if (failure instanceof AwsServiceException told) {
            line(attributes, told.statusCode() + " " + AwsErrors.code(told).map(Told::of).orElse(""),
                    told.requestId() == null ? NO_ID : Told.of(told.requestId()));
        } else {
            line(attributes, "failed: " + AwsErrors.message(failure), NO_ID);
        }
    }

    private static String requestId(SdkHttpResponse http) {
        return Told.of(http.firstMatchingHeader("x-amzn-RequestId")
                .or(() -> http.firstMatchingHeader("x-amz-request-id"))
                .orElse(NO_ID));
    }

    private static void line(ExecutionAttributes attributes, String outcome, String requestId) {
        if (LOG.isDebugEnabled()) {
            Duration took = Duration.ofNanos(System.nanoTime()
                    - attributes.getOptionalAttribute(BEGAN).orElseGet(System::nanoTime));
            LOG.debug("{} {} {} {} {} ms, attempts {}, request {}",
                    attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
                    attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
                    attributes.getOptionalAttribute(AwsExecutionAttribute.AWS_REGION)
                            .map(software.amazon.awssdk.regions.Region::id)
                            .orElse("-"),
                    outcome, took.toMillis(), attributes.getOptionalAttribute(ATTEMPTS).orElse(0), requestId);
        }
    }
}
