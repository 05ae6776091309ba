package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Analyzer;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.choices.Access;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change.StackResource;
import footing.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The analyzers that the stacks hold: in each chosen Region one of external access, where nobody has one, and, where
 * people chose it, one of unused access, which looks at all of IAM from the home Region alone. AWS takes one of a kind
 * in each Region, so that one of somebody else's is never joined by another.
 */
final class AnalyzerResources {

    static final String EXTERNAL = "ExternalAccessAnalyzer";

    private static final String TYPE = "AWS::AccessAnalyzer::Analyzer";
    /** What goes unused for so many days is told. AWS takes another number for another analyzer only. */
    private static final int UNUSED_DAYS = 90;

    private AnalyzerResources() {
    }

    static List<StackResource> of(AccountState account, Choices choices) {
        List<StackResource> resources = new ArrayList<>();
        for (Region region : ConfigStack.regions(account, choices)) {
            if (isOurs(account, region, EXTERNAL, Analyzer::isForExternalAccess)) {
                resources.add(resource(region, EXTERNAL, analyzer("footing-external-access", "ACCOUNT")));
            }
            if (region.equals(account.home()) && choices.access().unusedAccess()
                    && isOurs(account, region, Access.UNUSED_ANALYZER, Analyzer::isForUnusedAccess)) {
                resources.add(resource(region, Access.UNUSED_ANALYZER,
                        analyzer("footing-unused-access", "ACCOUNT_UNUSED_ACCESS")
                                .with("AnalyzerConfiguration", Value.fields("UnusedAccessConfiguration",
                                        Value.fields("UnusedAccessAge", Value.number(UNUSED_DAYS))))));
            }
        }
        return resources;
    }

    /** Whether Footing made it, or has to: nobody else has one. */
    private static boolean isOurs(AccountState account, Region region, String logicalId, Predicate<Analyzer> kind) {
        return ConfigStack.holds(account, region, logicalId)
                || analyzers(account, region).found().filter((all) -> all.stream().noneMatch(kind)).isPresent();
    }

    /** Whether Footing's stacks hold any, which goes where nobody chooses it any more. */
    static boolean anyHeld(AccountState account) {
        return account.read(Fact.CONFIG_STACKS)
                .found()
                .stream()
                .flatMap((stacks) -> stacks.readings().keySet().stream())
                .anyMatch((region) -> ConfigStack.holds(account, region, EXTERNAL)
                        || ConfigStack.holds(account, region, Access.UNUSED_ANALYZER));
    }

    /** The broken analyzers of external access that others made, in whose place AWS takes no other. */
    static boolean anyBroken(AccountState account) {
        return account.read(Fact.ANALYZERS)
                .found()
                .stream()
                .flatMap((regional) -> regional.found().entrySet().stream())
                .filter((entry) -> !ConfigStack.holds(account, entry.getKey(), EXTERNAL))
                .anyMatch((entry) -> AccessReview.result(entry.getValue()) == AccessReview.Result.BROKEN);
    }

    private static Reading<List<Analyzer>> analyzers(AccountState account, Region region) {
        return account.read(Fact.ANALYZERS).flatMap((regional) -> regional.in(region));
    }

    private static Value.Fields analyzer(String name, String type) {
        return Value.fields("AnalyzerName", Value.text(name)).with("Type", Value.text(type));
    }

    private static StackResource resource(Region region, String logicalId, Value.Fields properties) {
        return ConfigStack.resource(ItemId.ACCESS_REVIEW, region, logicalId, TYPE, properties, Set.of());
    }
}
