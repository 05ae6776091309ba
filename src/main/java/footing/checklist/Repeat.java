package footing.checklist;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import footing.account.Observation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How to ask AWS the same again: the AWS CLI's command line for a call, fit to be pasted into a shell. */
final class Repeat {

    private static final Pattern WORD = Pattern.compile("(.)([A-Z][a-z]+)");
    private static final Pattern LOWER_UPPER = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

    /** The AWS CLI's own name for a service, where it is not the name in an IAM action. */
    private static final Map<String, String> CLI_NAMES = Map.of("s3", "s3api", "monitoring", "cloudwatch", "config",
            "configservice", "access-analyzer", "accessanalyzer", "sso", "sso-admin");

    /** What the AWS CLI would read in place of taking it as it stands. */
    private static final Pattern TAKEN_AS_PLACE = Pattern.compile("(?i)(file|fileb|https?)://.*", Pattern.DOTALL);

    /** Names that botocore does not take apart letter by letter. */
    private static final Map<String, String> WHOLE = Map.of("MFADevices", "MfaDevices");

    private Repeat() {
    }

    /** Empty where the AWS CLI would take one of the values for the name of a file. */
    static Optional<String> command(Observation call) {
        if (call.request()
                .values()
                .stream()
                .anyMatch((values) -> values.size() == 1 && TAKEN_AS_PLACE.matcher(values.getFirst()).matches())) {
            return Optional.empty();
        }
        String command = "aws " + CLI_NAMES.getOrDefault(call.service(), quoted(call.service())) + " "
                + quoted(kebab(call.operation()));
        return Optional.of(command
                + call.request().entrySet().stream().map(Repeat::option).collect(Collectors.joining()) + " --region "
                + quoted(call.region().id()));
    }

    private static String option(Map.Entry<String, List<String>> asked) {
        String name = quoted(kebab(asked.getKey()));
        if (asked.getValue().equals(List.of("true"))) {
            return " --" + name;
        }
        if (asked.getValue().equals(List.of("false"))) {
            return " --no-" + name;
        }
        // Behind an equals sign even a value that begins with a dash is a value.
        return " --" + name + "="
                + quoted(asked.getValue().size() == 1 ? asked.getValue().getFirst() : json(asked.getValue()));
    }

    private static String json(List<String> values) {
        return values.stream()
                .map((value) -> "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** {@code ListVirtualMFADevices} is {@code list-virtual-mfa-devices}, as the AWS CLI writes it. */
    static String kebab(String operation) {
        String name = operation;
        for (Map.Entry<String, String> whole : WHOLE.entrySet()) {
            name = name.replace(whole.getKey(), whole.getValue());
        }
        name = WORD.matcher(name).replaceAll("$1-$2");
        return LOWER_UPPER.matcher(name).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    }

    /** For a POSIX shell. */
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
