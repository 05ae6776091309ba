package footing.work;

import footing.account.Region;

/** The choices were made for another home Region than the account is looked at from. */
public final class OtherHomeException extends RuntimeException {

    private final Region chosen;
    private final Region home;

    OtherHomeException(Region chosen, Region home) {
        super("the choices are for " + chosen.id() + ", the home Region is " + home.id());
        this.chosen = chosen;
        this.home = home;
    }

    public Region chosen() {
        return chosen;
    }

    public Region home() {
        return home;
    }
}
