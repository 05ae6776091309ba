package footing.checklist;

import footing.account.Region;
import footing.plan.Change;
import footing.plan.Settings;
import footing.plan.Words;
import footing.text.Texts;
import footing.text.Visible;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a change is called, in words and by AWS's own nouns. */
final class ChangeText {

    private static final int LONGEST = 300;

    private ChangeText() {
    }

    static String words(Words words) {
        Map<String, String> values = new LinkedHashMap<>();
        words.values().forEach((name, value) -> values.put(name, Visible.line(value, LONGEST)));
        return Texts.of("plan").get(words.key(), values).strip();
    }

    static String noun(Change change) {
        return switch (change) {
            case Change.StackResource resource ->
                resource.stack().stackName() + "/" + resource.logicalId() + " (" + resource.type() + ")";
            case Change.DirectSetting<?> setting -> Visible.line(Settings.key(setting.setting()), LONGEST);
            case Change.ManualStep step -> step.guide().key();
        };
    }

    static Region region(Change change, Region home) {
        return switch (change) {
            case Change.StackResource resource -> resource.stack().region(home);
            case Change.DirectSetting<?> setting -> setting.setting().region();
            case Change.ManualStep step -> home;
        };
    }
}
