package footing.choices;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.account.Fact;
import java.util.Optional;

/** What people decided before about who gets in, as far as the stacks that came of it still tell. */
final class EarlierAccess {

    private EarlierAccess() {
    }

    static Access of(AccountState account) {
        Optional<DeployedStack> home = account.read(Fact.CONFIG_STACKS)
                .flatMap((stacks) -> stacks.in(account.home()))
                .found()
                .flatMap((stack) -> stack);
        return new Access(home.flatMap((stack) -> stack.resource(Access.UNUSED_ANALYZER)).isPresent());
    }
}
