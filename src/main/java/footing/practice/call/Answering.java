package footing.practice.call;

import footing.practice.PracticeAccount;
import footing.practice.PracticeState;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.DefaultAwsResponseMetadata;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.account.model.RegionOptStatus;

/**
 * What AWS does around every operation: it has no endpoint in a Region that does not exist, or for a service that the
 * Region does not have, knows nobody in a Region that is off, refuses what is denied and words that it does not know, and
 * gives every answer a request id. The same calls in the same order get the same ids.
 */
public final class Answering implements Around {

    /** Services that are the same everywhere, so that no Region is off for them. */
    private static final Set<String> GLOBAL = Set.of("account", "bcm-data-exports", "budgets", "cur", "freetier",
            "iam", "organizations", "support");
    private static final Set<RegionOptStatus> ON = Set.of(RegionOptStatus.ENABLED, RegionOptStatus.ENABLED_BY_DEFAULT,
            RegionOptStatus.DISABLING);

    private final PracticeState state;
    private final Function<Call, Optional<String>> refuser;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    /** @param refuser AWS's words where policies do not allow a call */
    public Answering(PracticeState state, Function<Call, Optional<String>> refuser) {
        this.state = state;
        this.refuser = refuser;
    }

    /** Whether one Region of the partition answers for all of them. */
    public static boolean isGlobal(String service) {
        return GLOBAL.contains(service);
    }

    @Override
    public Object call(Call call, Supplier<Object> next) {
        String requestId = requestId(call);
        try {
            check(call);
            Enumerations.refusal(call).ifPresent((unknown) -> {
                throw unknown;
            });
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
            if (status.isEmpty() || !account.bounds().isOffered(call.service(), call.region().id())) {
                throw Refusals.noSuchHost(call);
            }
            if (account.bounds().silentRegions().contains(call.region().id())) {
                throw Refusals.noAnswer(call);
            }
            if (!ON.contains(status.get())) {
                throw Refusals.regionOff(call);
            }
        }
        Refusals.refusal(call, account.caller().arn(), account.denials())
                .or(() -> refuser.apply(call).map((words) -> Refusals.refusal(call, words)))
                .ifPresent((refusal) -> {
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
