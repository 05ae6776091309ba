package footing.aws.apply.setting;

import footing.aws.FromSdk;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** Whether a stack is protected from being deleted. */
record StackProtectionAccess(CloudFormationClient cloudFormation, String stackName)
        implements SettingAccess<Boolean> {

    @Override
    public Boolean read() {
        return FromSdk.flag(cloudFormation.describeStacks((request) -> request.stackName(stackName))
                .stacks()
                .getFirst()
                .enableTerminationProtection());
    }

    @Override
    public void write(Boolean before, Boolean after) {
        cloudFormation.updateTerminationProtection(
                (request) -> request.stackName(stackName).enableTerminationProtection(after));
    }
}
