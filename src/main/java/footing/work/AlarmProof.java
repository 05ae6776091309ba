package footing.work;

import java.time.Instant;

/** Somebody typed the code of a test alarm: the way from the alarm to a person works. */
public record AlarmProof(TestAlarm test, String by, Instant at) {
}
