package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.Trail;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Remedy;
import java.util.Optional;

/** The log group that the trail delivers to, and that the filters stand on: decided once, for all who need it. */
sealed interface LogDelivery {

    /** A log group of Footing's stack, made or to be made. */
    record InStack(String group) implements LogDelivery {
    }

    /** A log group of this account and Region that Footing did not make. */
    record Adopted(String group, String arn) implements LogDelivery {
    }

    /** There is none that Footing could use or make. */
    record None(Remedy.Reason reason) implements LogDelivery {
    }

    static LogDelivery of(AccountState account, Choices choices) {
        return switch (TrailPlan.of(account)) {
            case TrailPlan.Covered(Coverage coverage) -> ofTrail(coverage.trail(), account, choices);
            case TrailPlan.Strengthen(Coverage coverage) -> ofTrail(coverage.trail(), account, choices);
            case TrailPlan.Make(Optional<Coverage> made) -> ofOurs(account, choices, made.isPresent());
            case TrailPlan.Unclear unclear -> new None(Remedy.Reason.NOT_SEEN);
        };
    }

    private static LogDelivery ofOurs(AccountState account, Choices choices, boolean trail) {
        if (Made.physicalId(account, TrailResources.LOG_GROUP).isPresent()) {
            return new InStack(Made.logGroup(account, choices));
        }
        if (choices.leaves(ItemId.TRAIL_TO_LOGS)) {
            return new None(Remedy.Reason.LEFT);
        }
        return choices.leaves(ItemId.TRAIL) && !trail
                ? new None(Remedy.Reason.NEEDS_ANOTHER)
                : chosen(account, choices);
    }

    /** A group of the chosen name that is there already, as one that outlived its stack, cannot be made once more. */
    private static LogDelivery chosen(AccountState account, Choices choices) {
        String name = choices.logStorage().logGroup();
        return isSeen(name, account) && !isOurs(name, account)
                ? new Adopted(name, arn(name, account))
                : new InStack(name);
    }

    private static LogDelivery ofTrail(Trail trail, AccountState account, Choices choices) {
        Optional<String> arn = trail.logGroupArn();
        boolean far = !trail.home().equals(account.home());
        if (arn.filter((group) -> isOurs(name(group), account)).isPresent()) {
            return new InStack(Made.logGroup(account, choices));
        }
        if (arn.filter((group) -> !isOf(group, account)).isPresent()) {
            return new None(Remedy.Reason.OWNED_ELSEWHERE);
        }
        if (arn.isPresent() && isThere(arn.get(), account)) {
            return far ? new None(Remedy.Reason.OTHER_REGION) : new Adopted(name(arn.get()), arn.get());
        }
        if (Trails.isElsewhere(trail, account)) {
            return new None(Remedy.Reason.OWNED_ELSEWHERE);
        }
        if (choices.leaves(ItemId.TRAIL_TO_LOGS)) {
            return new None(Remedy.Reason.LEFT);
        }
        return far ? new None(Remedy.Reason.OTHER_REGION) : chosen(account, choices);
    }

    /** Whether a log group belongs to this account. */
    static boolean isOf(String groupArn, AccountState account) {
        return groupArn.contains(":" + account.identity().account() + ":log-group:");
    }

    /**
     * The group of Footing's stack, where another name is chosen for it and one that is there already has that name:
     * CloudFormation could make none of that name.
     */
    static Optional<String> blocked(AccountState account, Choices choices) {
        String chosen = choices.logStorage().logGroup();
        return Made.physicalId(account, TrailResources.LOG_GROUP)
                .filter((group) -> !group.equals(chosen) && !choices.leaves(ItemId.TRAIL_TO_LOGS)
                        && isSeen(chosen, account));
    }

    private static String arn(String name, AccountState account) {
        return account.arn("logs", account.home().id(), "log-group:" + name);
    }

    /** Whether a group of this name was seen in the home Region. */
    private static boolean isSeen(String name, AccountState account) {
        return account.read(Fact.LOG_GROUPS)
                .found()
                .filter((groups) -> groups.containsKey(arn(name, account)))
                .isPresent();
    }

    /** The group's name, from its ARN. */
    static String name(String groupArn) {
        return groupArn.replaceFirst("^.*:log-group:", "");
    }

    /** A group that a trail names may be gone; where nobody could look, it is taken to be there. */
    private static boolean isThere(String groupArn, AccountState account) {
        return account.read(Fact.LOG_GROUPS).found().map((groups) -> groups.containsKey(groupArn)).orElse(true);
    }

    private static boolean isOurs(String group, AccountState account) {
        return account.madeByFooting("AWS::Logs::LogGroup", group);
    }
}
