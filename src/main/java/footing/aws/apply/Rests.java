package footing.aws.apply;

import footing.plan.Change;
import footing.plan.Setting;
import footing.plan.Stack;
import java.util.Set;

/** How stacks rest on settings, where all of it is taken back. */
final class Rests {

    private Rests() {
    }

    /**
     * Whether a stack that stays rests on a setting: what it delivers to has to let it in, its rules judge by what the
     * recorder records, and its alarms hear what the trail delivers.
     *
     * @param standing the stacks that stay, as far as is known, and those of which nobody knows whether they are there
     */
    static boolean isNeeded(Setting<?> setting, Set<Stack> standing) {
        return switch (setting) {
            case Setting.BucketPolicySetting s -> !standing.isEmpty();
            case Setting.BucketPublicAccessSetting s -> !standing.isEmpty();
            case Setting.BucketVersioningSetting s -> !standing.isEmpty();
            case Setting.TopicPolicySetting s -> !standing.isEmpty();
            case Setting.ConfigRecorderSetting s -> standing.contains(Stack.config(s.region()));
            case Setting.TrailCoverageSetting s -> standing.contains(Stack.SECURITY);
            case Setting.TrailSelectorsSetting s -> standing.contains(Stack.SECURITY);
            case Setting.TrailLogDeliverySetting s -> standing.contains(Stack.SECURITY);
            case Setting.TrailValidationSetting s -> false;
            case Setting.PrimaryContactSetting s -> false;
            case Setting.AlternateContactSetting s -> false;
            case Setting.PasswordPolicySetting s -> false;
            case Setting.AccountPublicAccessSetting s -> false;
            case Setting.EbsEncryptionSetting s -> false;
            case Setting.StackProtectionSetting s -> false;
        };
    }

    /** What a stack delivers to has to let it in until the stack is gone; all else is free of the stack before. */
    static Change.When when(Setting<?> setting) {
        return switch (setting) {
            case Setting.BucketPolicySetting s -> Change.When.AFTER_STACKS;
            case Setting.BucketPublicAccessSetting s -> Change.When.AFTER_STACKS;
            case Setting.BucketVersioningSetting s -> Change.When.AFTER_STACKS;
            case Setting.TopicPolicySetting s -> Change.When.AFTER_STACKS;
            case Setting.PrimaryContactSetting s -> Change.When.BEFORE_STACKS;
            case Setting.AlternateContactSetting s -> Change.When.BEFORE_STACKS;
            case Setting.PasswordPolicySetting s -> Change.When.BEFORE_STACKS;
            case Setting.TrailCoverageSetting s -> Change.When.BEFORE_STACKS;
            case Setting.TrailSelectorsSetting s -> Change.When.BEFORE_STACKS;
            case Setting.TrailValidationSetting s -> Change.When.BEFORE_STACKS;
            case Setting.TrailLogDeliverySetting s -> Change.When.BEFORE_STACKS;
            case Setting.ConfigRecorderSetting s -> Change.When.BEFORE_STACKS;
            case Setting.AccountPublicAccessSetting s -> Change.When.BEFORE_STACKS;
            case Setting.EbsEncryptionSetting s -> Change.When.BEFORE_STACKS;
            case Setting.StackProtectionSetting s -> Change.When.BEFORE_STACKS;
        };
    }
}
