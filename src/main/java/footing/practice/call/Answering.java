package footing.practice.call;

import footing.practice.PracticeAccount;
import footing.practice.PracticeState;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.DefaultAwsResponseMetadata;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.account.model.RegionOptStatus;

/**
 * What AWS does around every operation: it has no endpoint in a Region that does not exist, knows nobody in a Region
 * that is off, refuses what is denied, and gives every answer a request id. The same calls in the same order get the
 * same ids.
 */
public final class Answering implements Around {

    /** Services that are the same everywhere, so that no Region is off for them. */
    private static final Set<String> GLOBAL = Set.of("account", "bcm-data-exports", "budgets", "cur", "freetier",
            "iam", "organizations", "support");
    private static final Set<RegionOptStatus> ON = Set.of(RegionOptStatus.ENABLED, RegionOptStatus.ENABLED_BY_DEFAULT,
            RegionOptStatus.DISABLING);

    private final PracticeState state;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    public Answering(PracticeState state) {
        this.state = state;
    }

    @Override
    public Object call(Call call, Supplier<Object> next) {
        String requestId = requestId(call);
        try {
            check(call);
            Object answer = next.get();
            return answer instanceof AwsResponse response ? withId(response, requestId) : answer;
        } catch (AwsServiceException refusal) {
            throw refusal.toBuilder().requestId(requestId).build();
        } catch (UnsupportedOperationException unknown) {
            throw new UnknownOperationException(call.service(), call.operation(), unknown);
        }
    }

    private void check(Call call) {
        PracticeAccount account = state.read();
        if (!GLOBAL.contains(call.service())) {
            Optional<RegionOptStatus> status = account.regions()
                    .stream()
                    .filter((region) -> region.regionName().equals(call.region().id()))
                    .map((region) -> region.regionOptStatus())
                    .findFirst();
            if (status.isEmpty()) {
                throw SdkClientException.create("Received an UnknownHostException when attempting to interact with a"
                        + " service. There is no Region " + call.region().id() + ".");
            }
            if (!ON.contains(status.get())) {
                throw Refusals.regionOff(call);
            }
        }
        Refusals.refusal(call, account.caller().arn(), account.denials()).ifPresent((refusal) -> {
            throw refusal;
        });
    }

    private String requestId(Call call) {
        String what = call.action() + " " + call.operation() + " " + call.region() + " " + call.request();
        int times = asked.merge(Integer.toHexString(what.hashCode()), 1, Integer::sum);
        return UUID.nameUUIDFromBytes((what + " " + times).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Object withId(AwsResponse response, String requestId) {
        AwsResponse.Builder builder = response.toBuilder();
        builder.responseMetadata(DefaultAwsResponseMetadata.create(Map.of("AWS_REQUEST_ID", requestId)));
        builder.sdkHttpResponse(SdkHttpResponse.builder()
                .statusCode(200)
                .putHeader("x-amzn-RequestId", requestId)
                .build());
        return builder.build();
    }
}
