package footing.aws.apply;

import footing.aws.AwsErrors;
import footing.aws.SignInNeededException;
import footing.aws.UnreachableException;
import footing.plan.Change;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Stack;
import footing.plan.Value;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Writes the journal of one run. */
final class Scribe {

    /** What is done to a stack from its beginning to its end. */
    static final Set<String> ACTIONS = Set.of("CREATE", "UPDATE", "DELETE");

    private static final String ACTION = "action";
    private static final String CHANGE_SET = "changeSet";
    private static final String MAKING = "CREATE_CHANGE_SET";

    private final ApplyOptions options;
    private final Plan plan;

    Scribe(ApplyOptions options, Plan plan) {
        this.options = options;
        this.plan = plan;
    }

    void began() {
        write(JournalEntry.Kind.RUN_BEGAN, account(), Value.ABSENT, Intent.show(options.intent()), "",
                plan.changes().size() + " changes");
    }

    void ended(int done, int failures) {
        write(JournalEntry.Kind.RUN_ENDED, account(), Value.ABSENT,
                Value.fields(EarlierRun.FAILED, Value.number(failures)), "",
                done + " done, " + failures + " failed");
    }

    /**
     * Makes one call that writes to AWS, with a line before it and one after it.
     *
     * @param call what it throws is thrown on, as a {@link LostAnswerException} where nobody knows what came of it
     * @throws JournalException where a line could not be written; without the first one nothing was called
     */
    <R> R call(Value subject, Value before, Value after, String token, Supplier<R> call) {
        write(JournalEntry.Kind.WRITING, subject, before, after, token, "");
        R answer;
        try {
            answer = call.get();
        } catch (RuntimeException e) {
            RuntimeException thrown = LostAnswerException.orItself(e);
            write(kind(thrown), subject, before, after, token, AwsErrors.message(e));
            throw thrown;
        }
        write(JournalEntry.Kind.WRITTEN, subject, before, after, token, "done");
        return answer;
    }

    void call(Value subject, Value before, Value after, String token, Runnable call) {
        call(subject, before, after, token, () -> {
            call.run();
            return Optional.empty();
        });
    }

    /** Only of what AWS refused, or was never asked, it is known that it was not done. */
    private static JournalEntry.Kind kind(RuntimeException thrown) {
        return switch (thrown) {
            case SdkException _ -> JournalEntry.Kind.FAILED;
            case SignInNeededException _ -> JournalEntry.Kind.FAILED;
            case UnreachableException _ -> JournalEntry.Kind.FAILED;
            default -> JournalEntry.Kind.UNKNOWN;
        };
    }

    /**
     * All that is done to a stack from its beginning to its end, around the calls that it takes.
     *
     * @param action {@code CREATE}, {@code UPDATE}, {@code DELETE}
     */
    void stack(JournalEntry.Kind kind, Stack stack, String action, String token, String outcome) {
        write(kind, subject(stack, action), resources(stack, PlannedChange::before),
                resources(stack, PlannedChange::after), token, outcome);
    }

    /** What happens to a change set: {@code CREATE}, {@code EXECUTE}, {@code DELETE}. */
    Value changeSet(Stack stack, String action, String name) {
        return subject(stack, action + "_CHANGE_SET").with(CHANGE_SET, Value.text(name));
    }

    /** What is called for a stack. */
    Value.Fields subject(Stack stack, String action) {
        return Value.fields("stack", Value.text(stack.stackName()))
                .with("region", Value.text(stack.region(plan.home()).id()))
                .with(ACTION, Value.text(action));
    }

    /** Whether a line tells that a change set of this name is made. */
    static boolean isMaking(JournalEntry entry, String changeSet) {
        return entry.subject() instanceof Value.Fields(var fields)
                && Value.text(MAKING).equals(fields.get(ACTION))
                && Value.text(changeSet).equals(fields.get(CHANGE_SET));
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
