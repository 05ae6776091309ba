package footing.account;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One call to AWS, so exactly told that an auditor can repeat it.
 *
 * @param service the service's signing name, as in an IAM action: {@code iam}, {@code cloudtrail}
 * @param operation the API operation: {@code GetAccountSummary}
 * @param region the Region that was asked
 * @param at when the answer came
 * @param requestId AWS's request id; empty where AWS gave none
 * @param request what was asked for, by the names in the API, in order; a page's mark is left out
 * @param values the few values that the judgement rests on, by their names in the API, in order
 */
public record Observation(String service, String operation, Region region, Instant at, String requestId,
        Map<String, List<String>> request, Map<String, String> values) {

    public Observation {
        request = Collections.unmodifiableMap(new LinkedHashMap<>(request));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A call that asked for nothing in particular. */
    public Observation(String service, String operation, Region region, Instant at, String requestId,
            Map<String, String> values) {
        this(service, operation, region, at, requestId, Map.of(), values);
    }
}
