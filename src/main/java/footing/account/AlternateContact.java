package footing.account;

/** One of the three alternate contacts. Source: {@code account:GetAlternateContact}. */
public record AlternateContact(String name, String title, String email, String phone) {
}
