package footing.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/** The practice account as JSON. A list, a map, an optional part may be left out; whatever is not known is an error. */
final class AccountJson {

    /** Says what the file is, and in which shape. */
    private static final String FORMAT = "footing-practice-account/1";

    /** What a file holds: the format before everything else, so that a foreign file is known by its first line. */
    private record Kept(String format, PracticeAccount account) {
    }

    private static final JsonMapper MAPPER = mapper();

    private AccountJson() {
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule(), new SdkJson())
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT,
                        JsonInclude.Include.NON_ABSENT))
                .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL));
        for (Class<?> mayBeLeftOut : List.of(List.class, SortedMap.class, SortedSet.class, Optional.class)) {
            builder.withConfigOverride(mayBeLeftOut,
                    (type) -> type.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        return builder.build();
    }

    static String write(PracticeAccount account) {
        try {
            return MAPPER.writeValueAsString(new Kept(FORMAT, account));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A text that is no practice account; the message says why, and where. */
    static final class NotAnAccountException extends IOException {
        NotAnAccountException(String message) {
            super(message);
        }
    }

    static PracticeAccount read(String text) throws NotAnAccountException {
        try {
            Kept kept = MAPPER.readValue(text, Kept.class);
            if (kept == null || !FORMAT.equals(kept.format()) || kept.account() == null) {
                throw new NotAnAccountException("it does not say that it is a practice account (" + FORMAT + ")");
            }
            return kept.account();
        } catch (JacksonException broken) {
            String where = Optional.ofNullable(broken.getLocation())
                    .map((JsonLocation at) -> " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr()))
                    .orElse("");
            NotAnAccountException exception = new NotAnAccountException("it is not a practice account" + where);
            exception.initCause(broken);
            throw exception;
        }
    }

    /** A policy that may be written out as JSON in place of its text, so that people can read a scenario. */
    static final class PolicyText extends JsonDeserializer<String> {
        @Override
        public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(in);
            return node.isTextual() ? node.textValue() : node.toString();
        }
    }
}
