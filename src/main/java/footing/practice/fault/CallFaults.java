package footing.practice.fault;

import footing.practice.Denial;
import footing.practice.call.Around;
import footing.practice.call.Call;
import footing.practice.call.Refusals;
import footing.practice.call.ServiceErrors;
import footing.practice.call.Writes;
import footing.practice.fault.Fault.Effect;
import footing.practice.fault.Fault.Effect.Simple;
import footing.practice.fault.Fault.OfCall;
import footing.practice.fault.Fault.Trigger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Lets happen to calls what faults say. Each fault counts the calls that fit it, whatever else happens to them. */
final class CallFaults implements Around {

    private static final Logger LOG = LoggerFactory.getLogger("footing.practice.fault");

    private final List<OfCall> faults;
    private final String principal;
    private final BiConsumer<OfCall, Call> byOthers;
    private final Runnable end;
    private final Map<OfCall, Integer> met = new HashMap<>();
    private final Set<Fault> struck = new HashSet<>();
    private final AtomicInteger ids = new AtomicInteger();
    private int writes;
    private int expiredCalls;

    /**
     * @param principal the ARN that AWS names where it refuses
     * @param byOthers makes the change that a fault brings before a call
     * @param end ends the process, at once and without any order; it does not come back
     */
    CallFaults(List<OfCall> faults, String principal, BiConsumer<OfCall, Call> byOthers, Runnable end) {
        this.faults = faults;
        this.principal = principal;
        this.byOthers = byOthers;
        this.end = end;
    }

    @Override
    public Object call(Call call, Supplier<Object> next) {
        List<OfCall> now = strike(call);
        now.forEach((fault) -> LOG.info("{}: {} {} {}", fault.place(), call.service(), call.operation(),
                call.region()));
        now.stream()
                .filter((fault) -> fault.effect() instanceof Effect.Change)
                .forEach((fault) -> byOthers.accept(fault, call));
        if (isExpired()) {
            throw answered(ServiceErrors.expired(call), call);
        }
        Optional<Simple> simple = now.stream()
                .flatMap((fault) -> fault.effect() instanceof Simple effect
                        ? Optional.of(effect).stream()
                        : Optional.<Simple>empty().stream())
                .findFirst();
        return simple.isPresent() ? happens(simple.get(), call, next) : next.get();
    }

    private Object happens(Simple effect, Call call, Supplier<Object> next) {
        switch (effect) {
            case DENY -> throw answered(Refusals.refusal(call,
                    Denial.By.IDENTITY_POLICY.message(principal, call.action(), "*")), call);
            case THROTTLE -> throw answered(ServiceErrors.throttled(call), call);
            case SERVER_ERROR -> throw answered(ServiceErrors.broken(call), call);
            case TIMEOUT -> throw ServiceErrors.noAnswerCame();
            case LOST_ANSWER -> {
                done(next);
                throw ServiceErrors.noAnswerCame();
            }
            case KILL_BEFORE -> end.run();
            case KILL_AFTER -> {
                done(next);
                end.run();
            }
        }
        throw new IllegalStateException("The process was to end here");
    }

    /** Each answer of AWS has its request id. */
    private AwsServiceException answered(AwsServiceException error, Call call) {
        String what = call.service() + call.operation() + call.region() + call.request() + ids.incrementAndGet();
        return error.toBuilder()
                .requestId(UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString())
                .build();
    }

    /** A refusal is an answer too, which nobody hears. */
    private static void done(Supplier<Object> next) {
        try {
            LOG.info("the answer that nobody hears: {}", next.get().getClass().getSimpleName());
        } catch (SdkException unheard) {
            LOG.info("the answer that nobody hears: {}", unheard.getMessage());
        }
    }

    private synchronized List<OfCall> strike(Call call) {
        if (Writes.isWrite(call)) {
            writes++;
        }
        List<OfCall> now = new ArrayList<>();
        for (OfCall fault : faults) {
            if (meets(fault, call)) {
                now.add(fault);
                struck.add(fault);
                if (fault.effect() instanceof Effect.Expired(int calls)) {
                    expiredCalls = Math.max(expiredCalls, calls);
                }
            }
        }
        return now;
    }

    private boolean meets(OfCall fault, Call call) {
        return switch (fault.trigger()) {
            case Trigger.Write(int number) -> Writes.isWrite(call) && writes == number;
            case CallPattern pattern -> pattern.matches(call)
                    && pattern.occurrence().includes(Objects.requireNonNull(met.merge(fault, 1, Integer::sum)));
        };
    }

    private synchronized boolean isExpired() {
        if (expiredCalls > 0 && expiredCalls < Integer.MAX_VALUE) {
            expiredCalls--;
            return true;
        }
        return expiredCalls > 0;
    }

    synchronized void signedInAgain() {
        expiredCalls = 0;
    }

    synchronized Set<Fault> struck() {
        return Set.copyOf(struck);
    }
}
