package footing.practice.fault;

import footing.account.Region;
import footing.aws.AwsClients;
import footing.practice.PracticeException;
import footing.practice.call.Decorated;
import footing.practice.cloudformation.Hindrance;
import footing.practice.fault.Fault.Effect.Change;
import footing.practice.fault.Fault.OfCall;
import footing.practice.fault.Fault.OfResource;
import java.lang.reflect.InvocationTargetException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsClient;

/** Brings faults into a practice account. What they count, they count for as long as it is open. */
public final class Injection {

    /** Ends the process as a kill does: nothing is tidied up. */
    public static final Runnable HALT = () -> Runtime.getRuntime().halt(137);

    private static final Logger LOG = LoggerFactory.getLogger("footing.practice.fault");

    private final Faults faults;
    private final String principal;
    private final Runnable end;
    private final ResourceFaults resources;
    private Optional<CallFaults> ofCalls = Optional.empty();

    /**
     * @param principal the ARN of whoever is signed in
     * @param end ends the process; it does not come back
     */
    public Injection(Faults faults, String principal, Runnable end) {
        this.faults = faults;
        this.principal = principal;
        this.end = end;
        this.resources = new ResourceFaults(faults.of(OfResource.class).toList());
    }

    /** What happens to resources. */
    public Hindrance resources() {
        return resources;
    }

    /**
     * The same clients, with all that happens to calls; when they are closed, whatever never came to pass is told.
     *
     * @param others the same account for somebody else
     * @throws PracticeException where somebody else is to do what the practice account cannot
     */
    public AwsClients over(AwsClients clients, AwsClients others) {
        if (faults.list().isEmpty()) {
            return clients;
        }
        faults.of(OfCall.class).forEach((fault) -> check(fault, others));
        CallFaults calls = new CallFaults(faults.of(OfCall.class).toList(), principal,
                (fault, call) -> change(fault, call.region(), others), end);
        ofCalls = Optional.of(calls);
        Decorated decorated = new Decorated(clients, calls);
        return new AwsClients() {
            @Override
            public <C extends AwsClient> C get(Class<C> type, Region region) {
                return decorated.get(type, region);
            }

            @Override
            public void close() {
                decorated.close();
                tellWhatNeverCame(calls);
            }
        };
    }

    /** Somebody has signed in again: credentials that had expired are new ones. */
    public void signedInAgain() {
        ofCalls.ifPresent(CallFaults::signedInAgain);
    }

    private void tellWhatNeverCame(CallFaults calls) {
        Set<Fault> struck = new HashSet<>(calls.struck());
        struck.addAll(resources.struck());
        faults.list()
                .stream()
                .filter((fault) -> !struck.contains(fault))
                .forEach((fault) -> LOG.warn("--practice-faults: {} never came to pass", fault.place()));
    }

    private static void check(OfCall fault, AwsClients others) {
        if (fault.effect() instanceof Change(Operation operation, var region, var request)) {
            AwsClient client = others.get(operation.client(), region.orElse(Region.US_EAST_1));
            try {
                if (client.getClass().getMethod(operation.method().getName(), request.getClass()).isDefault()) {
                    throw new PracticeException("--practice-faults: %s: the practice account does not know %s"
                            .formatted(fault.place(), operation.written()));
                }
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** What somebody else is refused is told; the call goes on. */
    private static void change(OfCall fault, Region there, AwsClients others) {
        if (fault.effect() instanceof Change(Operation operation, var region, var request)) {
            try {
                operation.method().invoke(others.get(operation.client(), region.orElse(there)), request);
            } catch (InvocationTargetException refused) {
                LOG.warn("--practice-faults: {}: {} was not done: {}", fault.place(), operation.written(),
                        String.valueOf(refused.getCause()));
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
