package footing.aws.survey;

import footing.aws.Told;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;

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
            default -> List.of(); // a structure: none of the survey's requests has one
        };
    }

    private static boolean isPage(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("token") || lower.equals("marker") || lower.startsWith("max") || lower.equals("limit");
    }
}
