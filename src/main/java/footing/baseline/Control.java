package footing.baseline;

/**
 * A control of a framework that an item answers.
 *
 * @param framework {@code CIS AWS Foundations Benchmark}, {@code AWS Security Hub} …
 * @param version the framework's version; empty where it has none
 * @param id the control's id in that version
 */
public record Control(String framework, String version, String id) {
}
