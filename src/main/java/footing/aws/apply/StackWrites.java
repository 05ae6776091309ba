package footing.aws.apply;

import footing.plan.Stack;
import footing.plan.Value;
import java.util.UUID;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** All that is written to CloudFormation for one stack, each call with its lines of the journal around it. */
final class StackWrites {

    private final CloudFormationClient cloudFormation;
    private final Stack stack;
    private final Scribe scribe;

    StackWrites(CloudFormationClient cloudFormation, Stack stack, Scribe scribe) {
        this.cloudFormation = cloudFormation;
        this.stack = stack;
        this.scribe = scribe;
    }

    CreateChangeSetResponse createChangeSet(ChangeSetType type, String token, String template) {
        String name = ChangeSets.name(token);
        return scribe.call(scribe.changeSet(stack, "CREATE", name), Value.ABSENT, Value.ABSENT, token,
                () -> cloudFormation.createChangeSet((request) -> request
                        .stackName(stack.stackName())
                        .changeSetName(name)
                        .changeSetType(type)
                        .clientToken(token)
                        .templateBody(template)
                        .capabilities(Capability.CAPABILITY_NAMED_IAM)
                        // One tag that never changes: a version here would alter every resource with each upgrade.
                        .tags(Tag.builder().key("footing:stack").value(stack.stackName()).build())));
    }

    void executeChangeSet(ChangeSets.Made made, String token) {
        scribe.call(scribe.changeSet(stack, "EXECUTE", made.name()), Value.ABSENT, Value.ABSENT, token,
                () -> cloudFormation.executeChangeSet((request) -> request.changeSetName(made.id())
                        .stackName(made.stackId())
                        .clientRequestToken(token)));
    }

    void deleteChangeSet(String name, String id, String stackId) {
        scribe.call(scribe.changeSet(stack, "DELETE", name), Value.ABSENT, Value.ABSENT, "",
                () -> cloudFormation.deleteChangeSet((request) -> request.changeSetName(id).stackName(stackId)));
    }

    /** The token by which its events are known is made here where nobody watches them. */
    void deleteStack(String stackId) {
        deleteStack(stackId, UUID.randomUUID().toString());
    }

    void deleteStack(String stackId, String token) {
        scribe.call(scribe.subject(stack, "DELETE_STACK"), Value.ABSENT, Value.ABSENT, token,
                () -> cloudFormation
                        .deleteStack((request) -> request.stackName(stackId).clientRequestToken(token)));
    }

    void protect(String stackId, boolean on) {
        scribe.call(scribe.subject(stack, on ? "PROTECT" : "UNPROTECT"), isProtected(!on), isProtected(on), "",
                () -> cloudFormation.updateTerminationProtection(
                        (request) -> request.stackName(stackId).enableTerminationProtection(on)));
    }

    private static Value isProtected(boolean on) {
        return Value.fields("EnableTerminationProtection", Value.flag(on));
    }
}
