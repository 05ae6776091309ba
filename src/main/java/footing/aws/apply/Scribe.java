package footing.aws.apply;

import footing.plan.PlannedChange;
import footing.plan.Change;
import footing.plan.Plan;
import footing.plan.Setting;
import footing.plan.Settings;
import footing.plan.Stack;
import footing.plan.Value;
import java.util.function.Function;

/** Writes the journal of one run. */
final class Scribe {

    private final ApplyOptions options;
    private final Plan plan;

    Scribe(ApplyOptions options, Plan plan) {
        this.options = options;
        this.plan = plan;
    }

    void began() {
        write(JournalEntry.Kind.RUN_BEGAN, account(), Value.ABSENT, Value.ABSENT, "",
                plan.changes().size() + " changes");
    }

    void ended(int done, int failures) {
        write(JournalEntry.Kind.RUN_ENDED, account(), Value.ABSENT, Value.ABSENT, "",
                done + " done, " + failures + " failed");
    }

    void setting(JournalEntry.Kind kind, Setting<?> setting, Value before, Value after, String outcome) {
        write(kind, Settings.show(setting), before, after, "", outcome);
    }

    /** @param action {@code CREATE}, {@code UPDATE}, {@code DELETE} */
    void stack(JournalEntry.Kind kind, Stack stack, String action, String token, String outcome) {
        Value subject = Value.fields("stack", Value.text(stack.stackName()))
                .with("region", Value.text(stack.region(plan.home()).id()))
                .with("action", Value.text(action));
        write(kind, subject, resources(stack, PlannedChange::before), resources(stack, PlannedChange::after), token,
                outcome);
    }

    private Value resources(Stack stack, Function<PlannedChange, Value> side) {
        Value.Fields resources = Value.none();
        for (PlannedChange change : plan.changes(stack)) {
            if (change.change() instanceof Change.StackResource resource) {
                resources = resources.with(resource.logicalId(), side.apply(change));
            }
        }
        return resources;
    }

    private Value account() {
        return Value.fields("account", Value.text(plan.identity().account()))
                .with("region", Value.text(plan.home().id()))
                .with("principal", Value.text(plan.identity().principal()));
    }

    private void write(JournalEntry.Kind kind, Value subject, Value before, Value after, String token,
            String outcome) {
        options.journal()
                .write(new JournalEntry(options.clock().instant(), kind, subject, before, after, token, outcome));
    }
}
