package footing.aws.apply;

import footing.aws.AwsClients;
import footing.aws.apply.ApplyEvent.Cause;
import footing.aws.apply.ApplyEvent.Failure;
import footing.plan.Change;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Setting;
import footing.plan.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One run through a plan. */
final class ApplyRun {

    private final AwsClients clients;
    private final Plan plan;
    private final Consumer<ApplyEvent> events;
    private final BooleanSupplier stopped;
    private final Waiting waiting;
    private final Scribe scribe;
    private final List<Failure> failures = new ArrayList<>();
    private int done;
    private boolean nothingMore;
    private boolean needed;

    ApplyRun(AwsClients clients, Plan plan, ApplyOptions options, Consumer<ApplyEvent> events,
            BooleanSupplier stopped) {
        this.clients = clients;
        this.plan = plan;
        this.events = events;
        this.stopped = stopped;
        this.waiting = new Waiting(options.clock(), options.pause(), stopped);
        this.scribe = new Scribe(options, plan);
    }

    ApplyEvent.Ended run() {
        events.accept(new ApplyEvent.Began(plan.changes().size()));
        if (!plan.isEmpty()) {
            noted(scribe::began);
            settings(Change.When.BEFORE_STACKS);
            plan.changes()
                    .stream()
                    .map(PlannedChange::change)
                    .filter(Change.StackResource.class::isInstance)
                    .map((change) -> ((Change.StackResource) change).stack())
                    .distinct()
                    .sorted()
                    .forEach(this::deploy);
            settings(Change.When.AFTER_STACKS);
            noted(() -> scribe.ended(done, failures.size()));
        }
        ApplyEvent.Ended ended = new ApplyEvent.Ended(done, failures);
        events.accept(ended);
        return ended;
    }

    private void settings(Change.When when) {
        for (PlannedChange change : plan.changes()) {
            if (change.change() instanceof Change.DirectSetting<?> setting && setting.when() == when) {
                boolean free = standsAlone(setting.setting());
                boolean inPlace = step(!free && when == Change.When.AFTER_STACKS,
                        (cause) -> Failures.of(setting, cause, ""),
                        () -> new SettingStep<>(clients, change, setting, scribe, events).run(), 1);
                needed |= !inPlace && !free;
            }
        }
    }

    private void deploy(Stack stack) {
        List<PlannedChange> changes = plan.changes(stack);
        if (!changes.isEmpty()) {
            needed |= !step(true, (cause) -> Failures.of(stack, cause, ""),
                    () -> new StackStep(clients, plan, stack, waiting, scribe, events).run(), changes.size());
        }
    }

    /**
     * @param needs whether it needs what came before it
     * @param worth how many changes it makes
     * @return whether all of it is in place
     */
    private boolean step(boolean needs, java.util.function.Function<Cause, Failure> unbegun,
            Supplier<Optional<Failure>> step, int worth) {
        Optional<Failure> failure;
        if (nothingMore || (needs && needed)) {
            failure = Optional.of(unbegun.apply(Cause.SKIPPED));
        } else if (stopped.getAsBoolean()) {
            failure = Optional.of(unbegun.apply(Cause.CANCELLED));
        } else {
            failure = step.get();
        }
        failure.ifPresent(this::failed);
        if (failure.isEmpty()) {
            done += worth;
        }
        return failure.isEmpty();
    }

    private void failed(Failure failure) {
        failures.add(failure);
        nothingMore |= Failures.endsAll(failure.cause());
        events.accept(new ApplyEvent.Failed(failure));
    }

    private void noted(Runnable line) {
        try {
            line.run();
        } catch (JournalException e) {
            failed(new Failure(Cause.JOURNAL, plan.identity().account(), "journal",
                    footing.aws.Told.of(String.valueOf(e.getMessage())), false));
        }
    }

    /** Whether no stack needs the setting and it needs no stack, whenever it is written. */
    private static boolean standsAlone(Setting<?> setting) {
        return switch (setting) {
            case Setting.PrimaryContactSetting s -> true;
            case Setting.AlternateContactSetting s -> true;
            case Setting.PasswordPolicySetting s -> true;
            case Setting.TrailCoverageSetting s -> false;
            case Setting.TrailValidationSetting s -> false;
            case Setting.TrailLogDeliverySetting s -> false;
            case Setting.BucketPolicySetting s -> false;
            case Setting.BucketPublicAccessSetting s -> false;
            case Setting.BucketVersioningSetting s -> false;
            case Setting.ConfigRecorderSetting s -> false;
            case Setting.TopicPolicySetting s -> true;
        };
    }
}
