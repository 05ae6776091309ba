package footing.work;

import footing.account.Region;
import footing.account.Regional;
import footing.aws.Explained;
import java.util.Collection;
import java.util.Map;

/** The home Region is off for the account: nothing can be made there, and no service answers. */
public final class HomeOffException extends RuntimeException implements Explained {

    private final transient Map<String, String> values;

    HomeOffException(Region home, Collection<Region> enabled) {
        super("The home Region " + home + " is off for this account");
        this.values = Map.of("home", home.id(), "enabled", Regional.list(enabled));
    }

    @Override
    public String key() {
        return "home-off";
    }

    @Override
    public Map<String, String> values() {
        return values;
    }
}
