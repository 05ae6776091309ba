package footing.account;

/**
 * One IAM action.
 *
 * @param action as IAM writes it: {@code iam:GetAccountSummary}
 */
public record Permission(String action) implements Comparable<Permission> {

    @Override
    public int compareTo(Permission other) {
        return action.compareTo(other.action);
    }

    @Override
    public String toString() {
        return action;
    }
}
