package footing.checklist;

import footing.account.Region;
import footing.plan.Change;
import java.util.Locale;

/** What a change is called: AWS's own nouns. */
final class ChangeText {

    private ChangeText() {
    }

    static String what(Change change) {
        return switch (change) {
            case Change.StackResource resource ->
                resource.type() + " " + resource.logicalId() + " (" + resource.stack().stackName() + ")";
            case Change.DirectSetting<?> setting -> noun(setting.setting().getClass().getSimpleName());
            case Change.ManualStep step -> step.guide().key();
        };
    }

    static Region region(Change change, Region home) {
        return switch (change) {
            case Change.StackResource resource -> home;
            case Change.DirectSetting<?> setting -> setting.setting().region();
            case Change.ManualStep step -> home;
        };
    }

    /** {@code PasswordPolicySetting} is the password policy. */
    private static String noun(String type) {
        return type.replaceFirst("Setting$", "").replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
