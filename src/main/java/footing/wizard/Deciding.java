package footing.wizard;

import footing.account.AccountState;
import footing.baseline.Finding;
import footing.choices.Choices;
import footing.choices.ItemId;
import java.util.Optional;

/** What a page that takes decisions starts from: the account as it was surveyed, and what was decided before. */
public record Deciding(Desk desk) {

    public Optional<AccountState> account() {
        return desk.session().get().account();
    }

    /** What was chosen, or what conventions propose where nothing was yet. */
    public Choices base(AccountState account) {
        return ChoicesEdit.soFar(desk.session().get(), account);
    }

    /** Where the item stands now. */
    public Optional<Finding> finding(ItemId item) {
        return account().flatMap((account) -> desk.services()
                .work()
                .judge(account, base(account))
                .stream()
                .filter((finding) -> finding.item().id() == item)
                .findFirst());
    }
}
