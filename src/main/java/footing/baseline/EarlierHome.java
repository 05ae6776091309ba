package footing.baseline;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.account.Fact;
import footing.account.Region;
import footing.account.Trail;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.Complaint.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What tells that Footing's home Region was another one before. A survey looks for the stack in the home Region alone;
 * roles and trails are listed in every Region, and those that the stack makes tell where it stands.
 */
final class EarlierHome {

    private static final Pattern TO_HOME = Pattern.compile("^footing-config-to-(.+)");
    private static final String LOG_ROLE = ":role/footing-trail-to-logs";

    private EarlierHome() {
    }

    /**
     * Nothing is wrong with a second home but that nobody may know of the first. Whoever cannot see whether this one is
     * a home already is told nothing: where it is, the other one is known of.
     */
    static List<Complaint> complaints(AccountState account, Choices choices) {
        boolean isNew = account.read(Fact.SECURITY_STACK)
                .found()
                .filter(Optional<DeployedStack>::isEmpty)
                .isPresent();
        return !isNew
                ? List.of()
                : regions(account).stream()
                        .map((earlier) -> new Complaint("home", choices.home().id(), Severity.WARNING,
                                "complaint.earlier-home", Map.of("earlier", earlier), Optional.empty()))
                        .toList();
    }

    private static Set<String> regions(AccountState account) {
        Set<String> regions = new TreeSet<>();
        account.read(Fact.ROLE_NAMES)
                .found()
                .orElse(Set.of())
                .stream()
                .flatMap((name) -> TO_HOME.matcher(name).results())
                .map((MatchResult match) -> match.group(1))
                .filter((region) -> Region.SHAPE.matcher(region).matches())
                .forEach(regions::add);
        account.trails()
                .stream()
                .filter((trail) -> trail.isChangeableFrom(account.identity().account())
                        && trail.logRoleArn().filter((role) -> role.endsWith(LOG_ROLE)).isPresent())
                .map(Trail::home)
                .map(Region::id)
                .forEach(regions::add);
        regions.remove(account.home().id());
        return regions;
    }
}
