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
        } catch (AwsServiceException refused) {
            line(call, refused.statusCode() + " "
                    + (refused.awsErrorDetails() == null ? "" : refused.awsErrorDetails().errorCode()), began);
            throw refused;
        }
    }

    private static void line(Call call, String outcome, long began) {
        LOG.debug("{} {} {} {} {} ms", call.service(), call.operation(), call.region(), outcome,
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }
}
