package footing.work;

import java.util.Optional;

/**
 * What is kept of an account's test alarms.
 *
 * @param waiting the last one that was set off, where its code has not been typed
 * @param proof the last one whose code was typed
 */
public record Proofs(Optional<TestAlarm> waiting, Optional<AlarmProof> proof) {

    static final Proofs NONE = new Proofs(Optional.empty(), Optional.empty());

    Proofs sent(TestAlarm test) {
        return new Proofs(Optional.of(test), proof);
    }

    Proofs proved(AlarmProof now) {
        return new Proofs(Optional.empty(), Optional.of(now));
    }
}
