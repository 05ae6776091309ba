package footing.aws.apply;

import footing.account.AccountState;
import footing.account.Region;
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
import footing.plan.Stack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The way back from all that Footing did to an account from one home Region, as the journals of this machine tell it
 * and as the account is now. A setting is put back only where it still is what Footing made it; of a policy that
 * somebody altered since, just Footing's statements are taken out; and what a stack needs stays as long as the stack
 * does.
 *
 * @param plan what would be done
 * @param left what would be left as it is, since it cannot be put back, or must not be
 * @param letGo what earlier runs took out of their stacks and kept; whether it still is there, nobody has looked
 */
public record TakeBack(Plan plan, List<Left> left, List<Change.StackResource> letGo) {

    public TakeBack {
        left = List.copyOf(left);
        letGo = List.copyOf(letGo);
    }

    public sealed interface Left {

        /** Somebody altered it since. */
        record ChangedSince(Setting<?> setting) implements Left {
        }

        /**
         * What it is a setting of cannot be read, or is gone.
         *
         * @param message what AWS said, as data
         */
        record NotRead(Setting<?> setting, String message) implements Left {
        }

        /** A stack that stays needs it. */
        record Needed(Setting<?> setting) implements Left {
        }

        record Stays(Stack stack, Why why) implements Left {
        }

        /** No run on this account is known on this machine, though there are stacks that one made. */
        record NoJournal() implements Left {
        }

        /** A run was made for another home Region, and is taken back from there. */
        record OtherHome(Region home) implements Left {
        }
    }

    /** Why a stack stays. */
    public enum Why {
        /** It holds what Footing did not write, or is in a state in which it cannot be changed. */
        ALTERED,
        /** Nobody could look whether it is there. */
        NOT_SEEN,
        /** Another one that stays needs it. */
        NEEDED
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
        List<EarlierRun> runs = journals.stream().map(EarlierRun::read).flatMap(Optional::stream).toList();
        List<EarlierRun> ours = runs.stream().filter((run) -> run.home().equals(account.home())).toList();
        Map<Region, EarlierRun> elsewhere = OtherHomes.of(runs, account.home());
        List<Left> left = new ArrayList<>();
        if (ours.isEmpty() && elsewhere.isEmpty() && !deployed.isEmpty()) {
            left.add(new Left.NoJournal());
        }
        elsewhere.keySet().forEach((home) -> left.add(new Left.OtherHome(home)));
        Map<Stack, Why> staying = staying(account, ours, deployed);
        staying.forEach((stack, why) -> left.add(new Left.Stays(stack, why)));
        Map<Stack, List<Change.StackResource>> going = new TreeMap<>(deployed);
        going.keySet().removeAll(staying.keySet());
        // The stacks that there is one of, wherever the home is, are those of the home that was last.
        boolean isLast = elsewhere.values()
                .stream()
                .allMatch((other) -> ours.stream().anyMatch((run) -> run.began().isAfter(other.began())));
        if (!isLast) {
            going.keySet().removeIf((stack) -> stack.kind() != Stack.Kind.SECURITY);
        }
        Set<Stack> standing = new TreeSet<>(deployed.keySet());
        standing.addAll(staying.keySet());
        standing.removeAll(going.keySet());
        List<Change.DirectSetting<?>> settings = new ArrayList<>();
        List<JournalEntry> entries = ours.stream()
                .flatMap((run) -> JournalFiles.read(run.journal()).stream())
                .toList();
        for (Written<?> written : written(entries)) {
            if (!(written.setting() instanceof Setting.StackProtectionSetting)) {
                look(clients, written, (setting) -> Rests.isNeeded(setting, standing), settings, left);
            }
        }
        // What a trail covers is told by its selectors too, and has to be put back while they are as Footing left them.
        settings.sort(Comparator.comparing((setting) -> setting.setting() instanceof Setting.TrailSelectorsSetting));
        return new TakeBack(Plan.back(account, settings, going), left, LetGo.of(entries, deployed.values()));
    }

    private static Map<Stack, Why> staying(AccountState account, List<EarlierRun> runs,
            Map<Stack, List<Change.StackResource>> deployed) {
        Map<Stack, Why> staying = new TreeMap<>();
        Set<Stack> made = runs.stream()
                .flatMap((run) -> run.steps().stream())
                .map(EarlierRun.Step::what)
                .filter(EarlierRun.What.OfStack.class::isInstance)
                .map((what) -> ((EarlierRun.What.OfStack) what).stack())
                .collect(Collectors.toSet());
        Stack.notSeen(account, made).forEach((stack) -> staying.put(stack, Why.NOT_SEEN));
        Stack.allDeployed(account).forEach((stack, there) -> {
            if (!deployed.containsKey(stack) && !there.condition().holdsNothing()) {
                staying.put(stack, Why.ALTERED);
            }
        });
        if (staying.keySet().stream().anyMatch((stack) -> stack.kind() == Stack.Kind.CONFIG)
                && deployed.containsKey(Stack.SECURITY)) {
            staying.putIfAbsent(Stack.SECURITY, Why.NEEDED);
        }
        return staying;
    }

    /** The last one that was written first: what was opened to let something in is closed after it. */
    private static List<Written<?>> written(List<JournalEntry> entries) {
        try {
            return History.of(entries).reversed();
        } catch (IllegalArgumentException foreign) {
            throw JournalException.foreign(foreign);
        }
    }

    private static <T> void look(AwsClients clients, Written<T> written, Predicate<Setting<?>> isNeeded,
            List<Change.DirectSetting<?>> settings, List<Left> left) {
        Setting<T> setting = written.setting();
        T now;
        try {
            now = SettingAccess.of(clients, setting).read();
        } catch (SdkException | SignInNeededException | UnreachableException e) {
            // A Region that is off knows nobody: the survey has just shown that the credentials hold.
            if (!AwsErrors.isUnknownIn(setting.region(), e)) {
                AwsErrors.signInNeeded(e).ifPresent((needed) -> {
                    throw needed;
                });
            }
            left.add(new Left.NotRead(setting, Told.of(AwsErrors.message(e))));
            return;
        }
        Optional<T> back = written.isOurs(now)
                ? Optional.of(written.before())
                : PolicyStatements.without(setting, now, written.before(), written.since());
        if (back.isEmpty()) {
            if (!SettingValues.same(setting, now, written.before())) {
                left.add(new Left.ChangedSince(setting));
            }
            return;
        }
        T then = reachable(setting, now, back.get());
        if (SettingValues.same(setting, now, then)) {
            return;
        }
        if (isNeeded.test(setting)) {
            left.add(new Left.Needed(setting));
        } else {
            settings.add(new Change.DirectSetting<>(written.item(), setting, now, then, Rests.when(setting)));
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
}
