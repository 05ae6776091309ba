package footing.practice.fault;

import footing.account.Region;
import footing.practice.call.Call;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkField;

/**
 * Calls of a kind, and which of them it is.
 *
 * @param operation {@code service:Operation}, {@code *} for any part
 * @param region the Region of the client; empty for any
 * @param match members of the request by what they hold, {@code *} for any part
 */
public record CallPattern(String operation, Optional<Region> region, Map<String, String> match,
        Occurrence occurrence) implements Fault.Trigger {

    public CallPattern {
        match = Map.copyOf(match);
    }

    /** Whether a call is of the kind, whichever of them it is. */
    boolean matches(Call call) {
        return glob(operation, call.service() + ":" + call.operation())
                && region.filter((one) -> !one.equals(call.region())).isEmpty()
                && match.entrySet().stream().allMatch((wanted) -> holds(call, wanted.getKey(), wanted.getValue()));
    }

    private static boolean holds(Call call, String member, String wanted) {
        return call.request()
                .sdkFields()
                .stream()
                .filter((field) -> field.memberName().equals(member))
                .flatMap((SdkField<?> field) -> Optional.ofNullable(field.getValueOrDefault(call.request())).stream())
                .anyMatch((value) -> glob(wanted, value.toString()));
    }

    static boolean glob(String pattern, String text) {
        return Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), Pattern.DOTALL)
                .matcher(text)
                .matches();
    }
}
