package footing.aws.apply;

import footing.aws.AwsClients;
import footing.aws.AwsErrors;
import footing.aws.SignInNeededException;
import footing.aws.UnreachableException;
import footing.aws.apply.ApplyEvent.Cause;
import footing.aws.apply.ApplyEvent.Failure;
import footing.aws.apply.setting.SettingAccess;
import footing.plan.Change;
import footing.plan.PlannedChange;
import footing.plan.Setting;
import footing.plan.SettingValues;
import footing.plan.Settings;
import footing.plan.Value;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/** Writes one setting, if it still is what was reviewed. */
final class SettingStep<T> {

    private final PlannedChange planned;
    private final Change.DirectSetting<T> change;
    private final SettingAccess<T> access;
    private final Scribe scribe;
    private final Consumer<ApplyEvent> events;

    SettingStep(AwsClients clients, PlannedChange planned, Change.DirectSetting<T> change, Scribe scribe,
            Consumer<ApplyEvent> events) {
        this.planned = planned;
        this.change = change;
        this.access = SettingAccess.of(clients, change.setting());
        this.scribe = scribe;
        this.events = events;
    }

    Optional<Failure> run() {
        events.accept(new ApplyEvent.SettingBegan(planned));
        try {
            T now = access.read();
            if (!SettingValues.same(change.setting(), now, change.after())) {
                if (!SettingValues.same(change.setting(), now, change.before())) {
                    return Optional.of(Failures.of(change, Cause.CHANGED_SINCE_REVIEW, ""));
                }
                write(now);
            }
            events.accept(new ApplyEvent.SettingDone(planned));
            return Optional.empty();
        } catch (SdkException | SignInNeededException | UnreachableException | JournalException
                | LostAnswerException e) {
            return Optional.of(Failures.of(change, Failures.cause(e), AwsErrors.message(e)));
        }
    }

    private void write(T now) {
        T before = now;
        for (SettingAccess.Write<T> one : access.writes(now, change.after())) {
            write(before, one);
            before = one.after();
        }
    }

    private void write(T now, SettingAccess.Write<T> one) {
        Setting<T> setting = change.setting();
        Value before = and(SettingValues.show(setting, now), one.overwritten());
        Value after = and(SettingValues.show(setting, one.after()), one.written());
        scribe.call(Settings.show(setting).with(History.ITEM, Value.text(change.item().id())), before, after, "",
                one.call());
    }

    private static Value and(Value shown, Value.Fields beyond) {
        return shown instanceof Value.Fields fields ? fields.and(beyond) : shown;
    }
}
