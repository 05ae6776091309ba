package footing.wizard;

import footing.aws.Breakdown;
import footing.work.Trouble;

/**
 * Something that could not be done, as a page shows it.
 *
 * @param cause what went wrong, as it was said: data, bounded
 * @param code short and always the same for the same mistake at the same place, for people to quote
 * @param details everything there is, for the clipboard
 */
public record Failure(String cause, String code, String details) {

    public static Failure of(Throwable problem) {
        Breakdown breakdown = Breakdown.of(problem);
        return new Failure(Trouble.words(problem), breakdown.code(), breakdown.details());
    }
}
