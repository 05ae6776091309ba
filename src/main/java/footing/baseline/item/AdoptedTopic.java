package footing.baseline.item;

import footing.account.DeployedStack;
import footing.account.StackCondition;
import footing.account.Topic;
import footing.plan.Change.StackResource;
import footing.plan.Remedy;
import java.util.Optional;

/** How a topic that Footing did not make comes to reach a distribution list. */
final class AdoptedTopic {

    private AdoptedTopic() {
    }

    /**
     * @param subscription what a stack would hold for it
     * @param stack that stack, where it is there
     */
    static Remedy reaching(Topic topic, String list, StackResource subscription, Optional<DeployedStack> stack) {
        if (!topic.hasMail(list) || (topic.waitsFor(list) && stack.filter((there) -> left(there, list)).isPresent())) {
            return Remedy.of(subscription);
        }
        return Remedy.nothing(topic.waitsFor(list) ? Remedy.Reason.WAITING : Remedy.Reason.ADOPTED);
    }

    /**
     * Whether what waits is of a stack whose making failed: SNS lets nobody end what nobody has confirmed, so that it
     * outlives the stack. Subscribed again it is the same one, asked once more, and goes with its stack again.
     */
    private static boolean left(DeployedStack stack, String list) {
        return stack.condition() == StackCondition.ROLLED_BACK && stack.template().contains(list);
    }
}
