package footing.practice.service;

import footing.account.Region;
import footing.practice.PracticeAccount;
import footing.practice.PracticeState;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Where a client stands: which account, which Region, what time it is. */
public record Here(PracticeState state, Region region, Clock clock) {

    PracticeAccount account() {
        return state.read();
    }

    PracticeAccount update(UnaryOperator<PracticeAccount> command) {
        return state.update(command);
    }

    String accountId() {
        return account().id();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** An ARN in this Region. */
    String arn(String service, String resource) {
        return arn(service, region.id(), resource);
    }

    String arn(String service, String inRegion, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(region.partition().id(), service, inRegion, accountId(), resource);
    }

    /** An id that looks like chance and is not: the same name gives the same id. */
    static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The like for IAM, 21 characters: {@code AROA…}. */
    static String iamId(String prefix, String name) {
        byte[] bytes = uuid(name).toString().replace("-", "").substring(0, 9).getBytes(StandardCharsets.US_ASCII);
        return prefix + HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT).substring(0, 17);
    }
}
