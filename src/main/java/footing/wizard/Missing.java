package footing.wizard;

/**
 * What a page still wants of a person before its button does its work.
 *
 * @param words what is missing, as a sentence to show beside the button
 * @param field the id of the control that has to be seen to
 */
public record Missing(String words, String field) {
}
