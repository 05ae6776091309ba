package footing.aws.apply;

import footing.aws.AwsClients;
import footing.aws.AwsErrors;
import footing.aws.Told;
import footing.aws.apply.ApplyEvent.Cause;
import footing.aws.apply.ApplyEvent.Failure;
import footing.plan.Change;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.Setting;
import footing.plan.Stack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run through a plan. */
final class ApplyRun {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyRun.class);

    private final AwsClients clients;
    private final Plan plan;
    private final Consumer<ApplyEvent> events;
    private final BooleanSupplier stopped;
    private final ApplyOptions options;
    private final Waiting waiting;
    private final Scribe scribe;
    private final List<Failure> failures = new ArrayList<>();
    private final Set<PlannedChange> inPlace = new HashSet<>();
    /** What keeps everything from being begun that has not been. */
    private Optional<Cause> nothingMore = Optional.empty();
    /** What a trail or a recorder needs is not as it should be. */
    private boolean bucketRefuses;
    /** The stacks that are not as they should be. */
    private final Set<Stack> out = new HashSet<>();

    ApplyRun(AwsClients clients, Plan plan, ApplyOptions options, Consumer<ApplyEvent> events,
            BooleanSupplier stopped) {
        this.clients = clients;
        this.plan = plan;
        this.events = events;
        this.stopped = stopped;
        this.options = options;
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
                    .forEach(this::deploy);
            settings(Change.When.AFTER_STACKS);
            noted(() -> scribe.ended(inPlace.size(), failures.size()));
        }
        ApplyEvent.Ended ended = new ApplyEvent.Ended(
                plan.changes().stream().filter(inPlace::contains).toList(), failures);
        events.accept(ended);
        return ended;
    }

    private void settings(Change.When when) {
        for (PlannedChange change : plan.changes()) {
            if (change.change() instanceof Change.DirectSetting<?> setting && setting.when() == when) {
                boolean lacks = when == Change.When.AFTER_STACKS
                        && needs(setting.setting()).stream().anyMatch(out::contains);
                boolean made = step(lacks, (cause, message) -> Failures.of(setting, cause, message),
                        () -> new SettingStep<>(clients, change, setting, scribe, events).run(), List.of(change));
                bucketRefuses |= !made && setting.setting() instanceof Setting.BucketPolicySetting;
            }
        }
    }

    private void deploy(Stack stack) {
        boolean lacks = switch (stack.kind()) {
            // Where it goes, what rests on it has to be gone.
            case SECURITY -> bucketRefuses || (!plan.stacks().containsKey(stack)
                    && out.stream().anyMatch((other) -> other.kind() == Stack.Kind.CONFIG));
            case CONFIG -> bucketRefuses || out.contains(Stack.SECURITY);
            case BILLING -> false;
        };
        if (!step(lacks, (cause, message) -> Failures.of(stack, cause, message),
                () -> new StackStep(new StackTurn(clients, plan, stack, options, waiting, scribe, events), waiting)
                        .run(),
                plan.changes(stack))) {
            out.add(stack);
        }
    }

    /**
     * @param lacks whether something that it needs is not in place
     * @param failed why it is not in place, and what was said of it
     * @param changes what it makes
     * @return whether all of it is in place
     */
    private boolean step(boolean lacks, BiFunction<Cause, String, Failure> failed, Supplier<Optional<Failure>> step,
            List<PlannedChange> changes) {
        Optional<Failure> failure;
        if (nothingMore.isPresent() || lacks) {
            failure = Optional.of(failed.apply(nothingMore.orElse(Cause.SKIPPED), ""));
        } else if (stopped.getAsBoolean()) {
            failure = Optional.of(failed.apply(Cause.CANCELLED, ""));
        } else {
            failure = unbroken(step, failed);
        }
        failure.ifPresent(this::failed);
        boolean made = failure.filter((one) -> one.cause() != Cause.UNPROTECTED).isEmpty();
        if (made) {
            inPlace.addAll(changes);
        }
        return made;
    }

    /** A mistake in the program is the end of one step, and not of the run: what is in place has to be written down. */
    private static Optional<Failure> unbroken(Supplier<Optional<Failure>> step,
            BiFunction<Cause, String, Failure> failed) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            LOG.error("A step went wrong by a mistake in Footing", e);
            return Optional.of(failed.apply(Cause.PROGRAM,
                    Told.of(e.getClass().getSimpleName() + ": " + AwsErrors.message(e))));
        }
    }

    private void failed(Failure failure) {
        failures.add(failure);
        nothingMore = nothingMore.or(() -> Failures.ofTheRest(failure.cause()));
        events.accept(new ApplyEvent.Failed(failure));
    }

    private void noted(Runnable line) {
        try {
            line.run();
        } catch (JournalException e) {
            failed(new Failure(Cause.JOURNAL, plan.identity().account(), "journal",
                    Told.of(String.valueOf(e.getMessage())), false));
        }
    }

    /**
     * The stacks that a setting needs which is written after them: those that make what it names, or stands beside; and
     * where it is put back, those that would miss what it gave them.
     */
    private Set<Stack> needs(Setting<?> setting) {
        return switch (setting) {
            case Setting.TrailCoverageSetting s -> Set.of(Stack.SECURITY);
            case Setting.TrailSelectorsSetting s -> Set.of(Stack.SECURITY);
            case Setting.TrailValidationSetting s -> Set.of(Stack.SECURITY);
            case Setting.TrailLogDeliverySetting s -> Set.of(Stack.SECURITY);
            case Setting.ConfigRecorderSetting s -> Set.of(Stack.SECURITY, Stack.config(s.region()));
            case Setting.PrimaryContactSetting s -> Set.of();
            case Setting.AlternateContactSetting s -> Set.of();
            case Setting.PasswordPolicySetting s -> Set.of();
            case Setting.BucketPolicySetting s -> plan.deployed().keySet();
            case Setting.BucketPublicAccessSetting s -> Set.of();
            case Setting.BucketVersioningSetting s -> Set.of();
            case Setting.TopicPolicySetting s -> plan.deployed().keySet();
            case Setting.StackProtectionSetting s -> Set.of();
            case Setting.AccountPublicAccessSetting s -> Set.of();
            case Setting.EbsEncryptionSetting s -> Set.of();
        };
    }
}
