package footing.aws.survey;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import footing.aws.Told;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** What a request asks for, by the API's names, so that somebody else can ask the same. */
final class Requested {

    private Requested() {
    }

    static Map<String, List<String>> of(AwsRequest request) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (SdkField<?> field : request.sdkFields()) {
            List<String> values = Optional.<Object>ofNullable(field.getValueOrDefault(request))
                    .map(Requested::words)
                    .orElse(List.of());
            if (!values.isEmpty() && !isPage(field.memberName())) {
                asked.put(field.memberName(), values);
            }
        }
        return asked;
    }

    private static List<String> words(Object value) {
        return switch (value) {
            case String text -> List.of(Told.of(text));
            case Number number -> List.of(number.toString());
            case Boolean flag -> List.of(flag.toString());
            case List<?> list -> list.stream().flatMap((element) -> words(element).stream()).toList();
            case SdkPojo structure -> List.of(json(structure));
            default -> throw new IllegalArgumentException("no way to write down a " + value.getClass());
        };
    }

    /** A structure as the AWS CLI takes it: by the API's names. */
    private static String json(SdkPojo structure) {
        return structure.sdkFields()
                .stream()
                .flatMap((field) -> Optional.ofNullable(field.getValueOrDefault(structure))
                        .map((value) -> text(field.memberName()) + ":" + json(value))
                        .stream())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(Object value) {
        return switch (value) {
            case String text -> text(Told.of(text));
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case List<?> list -> list.stream().map(Requested::json).collect(Collectors.joining(",", "[", "]"));
            case SdkPojo inner -> json(inner);
            default -> throw new IllegalArgumentException("no way to write down a " + value.getClass());
        };
    }

    private static String text(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    private static boolean isPage(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("token") || lower.equals("marker") || lower.startsWith("max") || lower.equals("limit");
    }
}
