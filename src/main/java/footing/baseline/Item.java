package footing.baseline;

import footing.account.AccountState;
import footing.account.Fact;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.choices.Standards;
import footing.plan.Remedy;
import java.util.List;
import java.util.Set;

/**
 * One item of the baseline. It judges what was seen and says what would mend it; it reads nothing itself, and knows of
 * no other item.
 * Its texts stand in {@code text/items.properties} under {@code item.<id>}: {@code title}, {@code what}, {@code why},
 * {@code fix}, and one
 * {@code outcome.<key>} for each of its outcomes.
 */
public interface Item {

    ItemId id();

    Section section();

    /** The facts that the judgement rests on. */
    Set<Fact<?>> facts();

    /** The controls that it answers, each with its version. */
    List<Control> controls();

    /** Every way in which it can turn out. */
    List<? extends Outcome> outcomes();

    /** Who can mend it, where it is not met. */
    Fix fix();

    Verdict judge(AccountState account);

    /** The same by what people measure the account by, where the item leaves something to them. */
    default Verdict judge(AccountState account, Standards standards) {
        return judge(account);
    }

    /**
     * What would mend it, given what people decided. What is in place already is part of it: the plan tells what is
     * left to do.
     */
    Remedy remedy(AccountState account, Choices choices);

    /** What people chose that cannot be so, as the account is; each complaint names its field. */
    default List<Complaint> complaints(AccountState account, Choices choices) {
        return List.of();
    }

    enum Fix {
        FOOTING,
        BY_HAND
    }
}
