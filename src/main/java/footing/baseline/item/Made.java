package footing.baseline.item;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Stack;
import java.util.Optional;

/**
 * What the things of Footing's stack are called: as people chose, or, where they leave an item as it is, as it is
 * called already.
 */
final class Made {

    private Made() {
    }

    static String bucket(AccountState account, Choices choices) {
        return name(account, choices, ItemId.LOG_BUCKET, TrailResources.BUCKET, choices.logStorage().bucket());
    }

    static String trail(AccountState account, Choices choices) {
        return name(account, choices, ItemId.TRAIL, TrailResources.TRAIL, choices.logStorage().trail());
    }

    static String logGroup(AccountState account, Choices choices) {
        return name(account, choices, ItemId.TRAIL_TO_LOGS, TrailResources.LOG_GROUP,
                choices.logStorage().logGroup());
    }

    private static String name(AccountState account, Choices choices, ItemId item, String logicalId, String chosen) {
        return Optional.of(item)
                .filter(choices::leaves)
                .flatMap((left) -> physicalId(account, logicalId))
                .orElse(chosen);
    }

    /** The name of what the stack holds under a logical id, where it holds it. */
    static Optional<String> physicalId(AccountState account, String logicalId) {
        return account.stack(Stack.SECURITY.stackName())
                .flatMap((stack) -> stack.resource(logicalId))
                .map(DeployedStack.Resource::physicalId);
    }
}
