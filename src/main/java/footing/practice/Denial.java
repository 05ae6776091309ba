package footing.practice;

import java.util.regex.Pattern;

/**
 * An action that the practice account refuses.
 *
 * @param action as IAM writes it, {@code *} for any part: {@code iam:GetAccountSummary}, {@code s3:*}
 * @param by what refuses it, which AWS's message tells
 */
public record Denial(String action, By by) {

    /** What refuses, with the words in which AWS says so. */
    public enum By {
        IDENTITY_POLICY("because no identity-based policy allows the %s action"),
        IDENTITY_POLICY_EXPLICIT("with an explicit deny in an identity-based policy"),
        PERMISSIONS_BOUNDARY("because no permissions boundary allows the %s action"),
        SESSION_POLICY("because no session policy allows the %s action"),
        RESOURCE_POLICY("with an explicit deny in a resource-based policy"),
        SERVICE_CONTROL_POLICY("with an explicit deny in a service control policy"),
        SERVICE_CONTROL_POLICY_IMPLICIT("because no service control policy allows the %s action");

        private final String words;

        By(String words) {
            this.words = words;
        }

        /**
         * The message as AWS words it.
         *
         * @param resource its ARN, or {@code *} where the action is about nothing in particular
         */
        public String message(String principal, String asked, String resource) {
            return "User: %s is not authorized to perform: %s%s %s".formatted(principal, asked,
                    resource.equals("*") ? "" : " on resource: " + resource, words.formatted(asked));
        }
    }

    public boolean refuses(String asked) {
        String pattern = Pattern.quote(action).replace("*", "\\E.*\\Q");
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(asked).matches();
    }

    /** The message as AWS words it. */
    public String message(String principal, String asked) {
        return by.message(principal, asked, "*");
    }
}
