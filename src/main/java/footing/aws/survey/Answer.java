package footing.aws.survey;

import footing.account.Evidence;
import footing.account.Observation;
import footing.account.Reading;
import footing.aws.AwsErrors;

/** What a call ended with. {@code depth}: how many calls in a row it took, itself included. */
sealed interface Answer<R> {

    record Given<R>(R response, Observation observation, int depth) implements Answer<R> {
    }

    record Refused<R>(Throwable error, AwsErrors.Asked asked, int depth) implements Answer<R> {
    }

    int depth();

    default Reading<R> reading() {
        return switch (this) {
            case Given<R> given -> Reading.seen(given.response(), Evidence.of(given.observation()));
            case Refused<R> refused -> AwsErrors.reading(refused.error(), refused.asked());
        };
    }
}
