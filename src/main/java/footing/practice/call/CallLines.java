package footing.practice.call;

import footing.aws.AwsClients;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A log line for each call, at {@code debug}, as there is one for each call to AWS itself. */
public final class CallLines {

    private static final Logger LOG = LoggerFactory.getLogger("footing.practice.call");

    private CallLines() {
    }

    public static AwsClients over(AwsClients clients) {
        return LOG.isDebugEnabled() ? new Decorated(clients, CallLines::told) : clients;
    }

    private static Object told(Call call, Supplier<Object> next) {
        long began = System.nanoTime();
        try {
            Object answer = next.get();
            line(call, "answered", began);
            return answer;
        } catch (RuntimeException failed) {
            line(call, outcome(failed), began);
            throw failed;
        }
    }

    /** A failure is a status and AWS's code; one that did not come from the service has only its kind. */
    private static String outcome(RuntimeException failed) {
        return failed instanceof AwsServiceException refused
                ? refused.statusCode() + " " + refused.awsErrorDetails().errorCode()
                : failed.getClass().getSimpleName();
    }

    private static void line(Call call, String outcome, long began) {
        LOG.debug("{} {} {} {} {} ms", call.service(), call.operation(), call.region(), outcome,
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }
}
