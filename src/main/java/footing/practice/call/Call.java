package footing.practice.call;

import footing.account.Permission;
import footing.account.Region;
import java.util.Locale;
import software.amazon.awssdk.core.SdkRequest;

/**
 * One call of an operation.
 *
 * @param service the prefix of its IAM actions: {@code iam}, {@code cloudwatch}
 * @param operation as the API writes it: {@code GetAccountSummary}
 * @param region the Region of the client
 */
public record Call(String service, String operation, Region region, SdkRequest request) {

    /** The IAM action that allows the call: {@code s3:ListAllMyBuckets}. */
    public String action() {
        return Permission.of(service, operation).action();
    }

    static Call of(String signingName, String method, Region region, SdkRequest request) {
        return new Call(service(signingName), operation(method), region, request);
    }

    /** The prefix of a service's IAM actions, by the name that the SDK's client interface gives it. */
    public static String service(String signingName) {
        return signingName.equals("monitoring") ? "cloudwatch" : signingName;
    }

    /** What the API calls an operation, by the method of the SDK's client interface. */
    public static String operation(String method) {
        return method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
    }
}
