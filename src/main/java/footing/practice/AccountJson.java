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
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The practice account as JSON. A list, a map, an optional part may be left out, and what is beyond the baseline, as
 * older files do; whatever is not known is an error.
 */
final class AccountJson {

    /** Says what the file is, and in which shape. */
    private static final String FORMAT = "footing-practice-account/1";

    /**
     * What a file holds: the format before everything else, so that a foreign file is known by its first line.
     *
     * @param id tells the account from every other one, those begun from the same scenario too; a scenario has none
     */
    record Kept(String format, Optional<String> id, PracticeAccount account) {
    }

    private static final JsonMapper MAPPER = mapper();

    private AccountJson() {
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule(), new SdkJson(),
                        new SimpleModule("times").addDeserializer(Instant.class, new Time()))
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT,
                        JsonInclude.Include.NON_ABSENT))
                .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL));
        for (Class<?> mayBeLeftOut : List.of(List.class, SortedMap.class, SortedSet.class, Optional.class,
                BeyondState.class)) {
            builder.withConfigOverride(mayBeLeftOut,
                    (type) -> type.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        return builder.build();
    }

    static String write(PracticeAccount account, String id) {
        try {
            return MAPPER.writeValueAsString(new Kept(FORMAT, Optional.of(id), account));
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

    /** An account that was kept. */
    static Kept read(String text) throws NotAnAccountException {
        return read(text, MAPPER.readerFor(Kept.class));
    }

    /**
     * A scenario, in which a time may be told from now, {@code -P3D} for three days ago: what matters of it is how
     * long ago it was, whenever the scenario is begun.
     */
    static PracticeAccount read(String text, Instant now) throws NotAnAccountException {
        return read(text, MAPPER.readerFor(Kept.class).withAttribute(Time.NOW, now)).account();
    }

    private static Kept read(String text, ObjectReader reader) throws NotAnAccountException {
        try {
            Kept kept = reader.readValue(text);
            if (kept == null || !FORMAT.equals(kept.format()) || kept.account() == null) {
                throw new NotAnAccountException("it does not say that it is a practice account (" + FORMAT + ")");
            }
            return kept;
        } catch (JacksonException broken) {
            String where = Optional.ofNullable(broken.getLocation())
                    .map((JsonLocation at) -> " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr()))
                    .orElse("");
            NotAnAccountException exception = new NotAnAccountException("it is not a practice account" + where);
            exception.initCause(broken);
            throw exception;
        }
    }

    /** A time, or how long ago it was. */
    private static final class Time extends JsonDeserializer<Instant> {
        static final String NOW = "now";

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = Optional.ofNullable(in.getText()).orElse("");
            if (text.startsWith("-P") && context.getAttribute(NOW) instanceof Instant now) {
                try {
                    return now.plus(Duration.parse(text)).truncatedTo(ChronoUnit.SECONDS);
                } catch (DateTimeException notADuration) {
                    throw JsonMappingException.from(in, "not a time: " + text, notADuration);
                }
            }
            return InstantDeserializer.INSTANT.deserialize(in, context);
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
