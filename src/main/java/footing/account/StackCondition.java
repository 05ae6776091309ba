package footing.account;

/** What a stack's status means for whoever wants to change the stack. */
public enum StackCondition {
    /** It is not there any more. */
    GONE,
    /** A change set would make it, and nobody has executed that yet: it holds nothing. */
    IN_REVIEW,
    /** Its making failed and was taken back: it holds nothing, and can only be deleted. */
    ROLLED_BACK,
    /** It can be changed. */
    AT_REST,
    /** CloudFormation is working on it. */
    BUSY,
    /** Its making failed, and what was made was left. */
    CREATE_FAILED,
    /** Its making failed, and so did taking it back. */
    ROLLBACK_FAILED,
    /** An update failed, and was left as it was then. */
    UPDATE_FAILED,
    /** An update failed, and so did taking it back. */
    UPDATE_ROLLBACK_FAILED,
    /** It was to be deleted, and something of it could not be. */
    DELETE_FAILED,
    /** Something else that a person has to look at. */
    OTHER;

    /** @param status as CloudFormation writes it: {@code CREATE_COMPLETE} */
    public static StackCondition of(String status) {
        if (status.endsWith("_IN_PROGRESS")) {
            return status.equals("REVIEW_IN_PROGRESS") ? IN_REVIEW : BUSY;
        }
        return switch (status) {
            case "DELETE_COMPLETE" -> GONE;
            case "ROLLBACK_COMPLETE" -> ROLLED_BACK;
            case "CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE", "IMPORT_ROLLBACK_COMPLETE" ->
                AT_REST;
            case "CREATE_FAILED" -> CREATE_FAILED;
            case "ROLLBACK_FAILED" -> ROLLBACK_FAILED;
            case "UPDATE_FAILED" -> UPDATE_FAILED;
            case "UPDATE_ROLLBACK_FAILED" -> UPDATE_ROLLBACK_FAILED;
            case "DELETE_FAILED" -> DELETE_FAILED;
            default -> OTHER;
        };
    }

    /** Whether there is nothing in it, whatever its template says. */
    public boolean holdsNothing() {
        return switch (this) {
            case GONE, IN_REVIEW, ROLLED_BACK -> true;
            case AT_REST, BUSY, CREATE_FAILED, ROLLBACK_FAILED, UPDATE_FAILED, UPDATE_ROLLBACK_FAILED, DELETE_FAILED, OTHER ->
                false;
        };
    }

    /** Whether a person has to put it right before anything of it can be planned. */
    public boolean isStuck() {
        return switch (this) {
            case CREATE_FAILED, ROLLBACK_FAILED, UPDATE_FAILED, UPDATE_ROLLBACK_FAILED, DELETE_FAILED, OTHER -> true;
            case GONE, IN_REVIEW, ROLLED_BACK, AT_REST, BUSY -> false;
        };
    }
}
