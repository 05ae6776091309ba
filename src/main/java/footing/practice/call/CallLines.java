package footing.practice.call;

import footing.account.Region;
import footing.aws.AwsClients;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A log line for each call, at {@code debug}, as there is one for each call to AWS itself. */
public final class CallLines {

    private static final Logger LOG = LoggerFactory.getLogger("footing.practice.call");

    private CallLines() {
    }

    public static AwsClients over(AwsClients clients) {
        return LOG.isDebugEnabled() ? new CountedClients(clients) : clients;
    }

    /** Tells in the end how many of the calls were to change something: {@code writes=14}. */
    private static final class CountedClients implements AwsClients {
        private final AtomicInteger writes = new AtomicInteger();
        private final Decorated told;

        CountedClients(AwsClients clients) {
            told = new Decorated(clients, (call, next) -> {
                if (Writes.isWrite(call)) {
                    writes.incrementAndGet();
                }
                return CallLines.told(call, next);
            });
        }

        @Override
        public <C extends AwsClient> C get(Class<C> type, Region region) {
            return told.get(type, region);
        }

        @Override
        public void close() {
            told.close();
            LOG.debug("writes={}", writes);
        }
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
