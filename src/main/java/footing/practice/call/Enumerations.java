package footing.practice.call;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.VersioningConfiguration;

/** Whether a request says only words that AWS knows, where it takes one of a few. */
final class Enumerations {

    private static final String UNKNOWN = "UNKNOWN_TO_SDK_VERSION";

    /**
     * A member that takes one of a few words.
     *
     * @param value gives it as the SDK understands it: a constant, or a collection of them
     * @param text gives it as it was written
     */
    private record Member(Method value, Method text) {
    }

    private static final ClassValue<List<Member>> MEMBERS = new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
            return Arrays.stream(type.getMethods())
                    .filter((method) -> method.getParameterCount() == 0
                            && method.getName().matches("\\w+AsStrings?"))
                    .flatMap((method) -> value(type, method).stream())
                    .toList();
        }
    };

    private Enumerations() {
    }

    private static Optional<Member> value(Class<?> type, Method text) {
        try {
            return Optional.of(new Member(type.getMethod(text.getName().replaceFirst("AsStrings?$", "")), text));
        } catch (NoSuchMethodException another) {
            return Optional.empty();
        }
    }

    /** What the service answers to a word that it does not know; empty where there is none. */
    static Optional<AwsServiceException> refusal(Call call) {
        return unknown(call.request(), "").map((message) -> switch (call.service()) {
            case "s3" -> ServiceErrors.error(call, "MalformedXML", 400,
                    "The XML you provided was not well-formed or did not validate against our published schema");
            case "sns" -> ServiceErrors.error(call, "InvalidParameter", 400, "Invalid parameter: " + message);
            case "logs" -> ServiceErrors.error(call, "InvalidParameterException", 400, message);
            case "cloudformation", "cloudwatch", "iam", "sts" ->
                ServiceErrors.error(call, "ValidationError", 400, message);
            default -> ServiceErrors.error(call, "ValidationException", 400, message);
        });
    }

    private static Optional<String> unknown(SdkPojo pojo, String path) {
        if (pojo instanceof CreateBucketConfiguration || pojo instanceof VersioningConfiguration) {
            return Optional.empty(); // S3 judges these itself: there are more Regions than the SDK knows
        }
        Optional<String> own = MEMBERS.get(pojo.getClass())
                .stream()
                .filter((member) -> constants(get(member.value(), pojo)).anyMatch((one) -> one.name().equals(UNKNOWN)))
                .findFirst()
                .map((member) -> message(path + member.value().getName(), String.valueOf(get(member.text(), pojo)),
                        get(member.value(), pojo)));
        return own.or(() -> pojo.sdkFields()
                .stream()
                .flatMap((SdkField<?> field) -> parts(field.getValueOrDefault(pojo))
                        .flatMap((part) -> unknown(part, path + field.locationName() + ".").stream()))
                .findFirst());
    }

    private static Stream<SdkPojo> parts(@Nullable Object value) {
        return switch (value) {
            case SdkPojo pojo -> Stream.of(pojo);
            case Collection<?> many -> many.stream().flatMap(Enumerations::parts);
            case Map<?, ?> map -> map.values().stream().flatMap(Enumerations::parts);
            case null, default -> Stream.empty();
        };
    }

    private static Stream<Enum<?>> constants(@Nullable Object value) {
        return switch (value) {
            case Enum<?> one -> Stream.of(one);
            case Collection<?> many -> many.stream().flatMap(Enumerations::constants);
            case Map<?, ?> map -> Stream.concat(constants(map.keySet()), constants(map.values()));
            case null, default -> Stream.empty();
        };
    }

    private static String message(String path, String said, @Nullable Object value) {
        String allowed = constants(value).findFirst()
                .stream()
                .flatMap((one) -> Arrays.stream(one.getDeclaringClass().getEnumConstants()))
                .filter((one) -> !one.name().equals(UNKNOWN))
                .map(Object::toString)
                .collect(Collectors.joining(", ", "[", "]"));
        return "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must satisfy enum value set: %s"
                .formatted(said, path, allowed);
    }

    private static @Nullable Object get(Method method, SdkPojo pojo) {
        try {
            return method.invoke(pojo);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Not a member of a request: " + method, impossible);
        }
    }
}
