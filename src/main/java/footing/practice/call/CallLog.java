package footing.practice.call;

import footing.aws.AwsClients;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers every call that is made through it, in the order of their beginning. Safe for many threads. */
public final class CallLog {

    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** The same clients, written down here. */
    public AwsClients over(AwsClients clients) {
        return new Decorated(clients, (call, next) -> {
            calls.add(call);
            return next.get();
        });
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The calls as {@code iam:GetAccountSummary}, by their operations. */
    public List<String> operations() {
        return calls.stream().map((call) -> call.service() + ":" + call.operation()).toList();
    }
}
