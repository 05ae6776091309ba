package footing.wizard;

import footing.account.AccountState;
import footing.baseline.Baseline;
import footing.choices.Choices;
import footing.plan.Plan;
import footing.template.Templates;

/** The plan for an account and what was chosen. */
public final class Plans {

    private Plans() {
    }

    public static Plan of(AccountState account, Choices choices) {
        return Plan.of(account, Baseline.remedies(account, choices), Templates.deployed(account));
    }
}
