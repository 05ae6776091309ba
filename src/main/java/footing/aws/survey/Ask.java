package footing.aws.survey;

import footing.account.Region;
import footing.aws.SdkService;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * One question to AWS. Two that ask the same of the same service and Region are one call.
 *
 * @param operation as the API writes it: {@code ListVirtualMFADevices}
 * @param seeing the few values of the answer that a judgement rests on, by their names in the API
 */
record Ask<C extends AwsClient, Q extends AwsRequest, R extends AwsResponse>(SdkService<C> service, Region region,
        String operation, Q request, BiFunction<C, Q, R> call, Function<R, Map<String, String>> seeing) {

    /** What makes two questions the same. */
    record Key(SdkService<?> service, Region region, AwsRequest request) {
    }

    /** @param region of a global service, the one Region that answers is asked, whatever this says */
    static <C extends AwsClient, Q extends AwsRequest, R extends AwsResponse> Ask<C, Q, R> of(Class<C> type,
            Region region, String operation, Q request, BiFunction<C, Q, R> call) {
        SdkService<C> service = SdkService.of(type);
        return new Ask<>(service, service.region(region), operation, request,
                call, (response) -> Map.of());
    }

    Ask<C, Q, R> seeing(Function<R, Map<String, String>> values) {
        return new Ask<>(service, region, operation, request, call, values);
    }

    Ask<C, Q, R> with(Q other) {
        return new Ask<>(service, region, operation, other, call, seeing);
    }

    Key key() {
        return new Key(service, region, request);
    }
}
