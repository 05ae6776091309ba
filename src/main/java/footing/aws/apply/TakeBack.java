package footing.aws.apply;

import footing.account.AccountState;
import footing.account.DeployedStack;
import footing.aws.AwsClients;
import footing.aws.AwsErrors;
import footing.aws.SignInNeededException;
import footing.aws.Told;
import footing.aws.UnreachableException;
import footing.aws.apply.setting.SettingAccess;
import footing.plan.Change;
import footing.plan.Plan;
import footing.plan.PolicyStatements;
import footing.plan.Setting;
import footing.plan.SettingValues;
import footing.plan.Settings;
import footing.plan.Stack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The way back from all that Footing did to an account, as the journals of this machine tell it and as the account is
 * now. A setting is put back only where it still is what Footing made it; of a policy that somebody altered since, just
 * Footing's statements are taken out.
 *
 * @param plan what would be done
 * @param left what would be left as it is, since it cannot be put back, or must not be
 */
public record TakeBack(Plan plan, List<Left> left) {

    public TakeBack {
        left = List.copyOf(left);
    }

    /**
     * @param what the setting's key, the stack's name, or the account's id
     * @param message what AWS said, as data; may be empty
     */
    public record Left(String what, Why why, String message) {
    }

    public enum Why {
        /** Somebody altered it since. */
        CHANGED_SINCE,
        /** What it is a setting of cannot be read, or is gone. */
        NOT_SEEN,
        /** No run on this account is known on this machine, though there are stacks that one made. */
        UNKNOWN,
        /** The stack holds what Footing did not write, or is in a state in which it cannot be changed. */
        STACK
    }

    /**
     * Reads what is there now; nothing is written.
     *
     * @param journals of the account, the oldest first
     * @param deployed what each of Footing's stacks holds, as its template tells
     * @throws JournalException where a journal cannot be read: what its run wrote is not known then
     */
    public static TakeBack of(AwsClients clients, AccountState account, List<Path> journals,
            Map<Stack, List<Change.StackResource>> deployed) {
        List<Change.DirectSetting<?>> settings = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        for (Written<?> written : written(journals)) {
            if (!(written.setting() instanceof Setting.StackProtectionSetting)) {
                look(clients, written, settings, left);
            }
        }
        if (journals.isEmpty() && !deployed.isEmpty()) {
            left.add(new Left(account.identity().account(), Why.UNKNOWN, ""));
        }
        for (Map.Entry<Stack, DeployedStack> there : Stack.allDeployed(account).entrySet()) {
            if (!deployed.containsKey(there.getKey()) && !there.getValue().condition().holdsNothing()) {
                left.add(new Left(there.getKey().label(), Why.STACK, ""));
            }
        }
        return new TakeBack(Plan.back(account, settings, deployed), left);
    }

    private static List<Written<?>> written(List<Path> journals) {
        List<JournalEntry> entries = new ArrayList<>();
        journals.forEach((journal) -> entries.addAll(JournalFiles.read(journal)));
        try {
            return History.of(entries);
        } catch (IllegalArgumentException foreign) {
            throw new JournalException("The journal holds what this version of Footing does not know", foreign);
        }
    }

    private static <T> void look(AwsClients clients, Written<T> written, List<Change.DirectSetting<?>> settings,
            List<Left> left) {
        String key = Settings.key(written.setting());
        T now;
        try {
            now = SettingAccess.of(clients, written.setting()).read();
        } catch (SdkException | SignInNeededException | UnreachableException e) {
            if (AwsErrors.signInNeeded(e).isPresent()) {
                throw e;
            }
            left.add(new Left(key, Why.NOT_SEEN, Told.of(AwsErrors.message(e))));
            return;
        }
        Optional<T> back = written.isOurs(now)
                ? Optional.of(written.before())
                : PolicyStatements.without(written.setting(), now, written.before(), written.since());
        if (back.isPresent()) {
            settings.add(new Change.DirectSetting<>(written.item(), written.setting(), now,
                    reachable(written.setting(), now, back.get()), when(written.setting())));
        } else if (!SettingValues.same(written.setting(), now, written.before())) {
            left.add(new Left(key, Why.CHANGED_SINCE, ""));
        }
    }

    /** Which management events a trail left out is put back with its selectors, which have their own setting. */
    @SuppressWarnings("unchecked") // a coverage is put back for a coverage
    private static <T> T reachable(Setting<T> setting, T now, T back) {
        return setting instanceof Setting.TrailCoverageSetting && now instanceof Setting.TrailCoverage is
                && back instanceof Setting.TrailCoverage was
                        ? (T) new Setting.TrailCoverage(was.multiRegion(), was.globalEvents(), was.logging(),
                                is.allManagementEvents())
                        : back;
    }

    /** What a stack delivers to has to let it in until the stack is gone; all else is free of the stack before. */
    private static Change.When when(Setting<?> setting) {
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
